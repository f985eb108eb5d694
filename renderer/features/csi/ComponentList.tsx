import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { ComponentFields } from './ComponentFields.tsx';
import classes from './CsiPage.module.css';
import { emptyComponent, evenShares, type IndexDraft, percentSum } from './index-draft.ts';

interface ComponentListProps {
  draft: IndexDraft;
  onChange: (draft: IndexDraft) => void;
}

/** The components of an index with what their shares add up to. */
export function ComponentList({ draft, onChange }: ComponentListProps) {
  const { t } = useTranslation();
  const { data: items = [] } = useHostQuery('survey.listItems', {});
  const { components } = draft;
  const sum = percentSum(draft);
  const nextName = t('csi:editor.componentNumbered', { number: components.length + 1 });
  return (
    <>
      <Group justify="space-between" mt="md" mb={6}>
        <Text fw={600} size="sm">
          {t('csi:editor.components')}
        </Text>
        <Group gap={8}>
          <Text size="sm" c={sum === 100 ? 'dimmed' : 'var(--csm-bad)'}>
            {t('csi:editor.sum', { sum })}
          </Text>
          <Button variant="subtle" size="compact-xs" onClick={() => onChange(evenShares(draft))}>
            {t('csi:editor.even')}
          </Button>
        </Group>
      </Group>
      <Stack className={classes.components}>
        {components.map((component, position) => (
          <ComponentFields
            key={component.key}
            component={component}
            items={items}
            onChange={(next) => onChange({ ...draft, components: components.with(position, next) })}
            onRemove={
              components.length === 1
                ? null
                : () => onChange({ ...draft, components: components.toSpliced(position, 1) })
            }
          />
        ))}
      </Stack>
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          onChange({ ...draft, components: [...components, emptyComponent(nextName)] })
        }
      >
        {t('csi:editor.addComponent')}
      </Button>
    </>
  );
}
