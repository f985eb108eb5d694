import { Alert, Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { ComponentFields } from './ComponentFields.tsx';
import classes from './CsiPage.module.css';
import {
  type DraftComponent,
  draftOf,
  emptyComponent,
  evenShares,
  fieldsOf,
  type IndexDraft,
  percentSum,
} from './index-draft.ts';

interface IndexEditorProps {
  opened: boolean;
  /** null: a new index. */
  index: IndexDefinition | null;
  onClose: () => void;
  onCreated: (id: number) => void;
}

/** Defines a composite index: components, their shares, and the items of each. */
export function IndexEditor({ opened, index, onClose, onCreated }: IndexEditorProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={640}
      title={index === null ? t('csi:screen.newIndex') : t('csi:screen.editIndex')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {opened && <EditorForm index={index} onClose={onClose} onCreated={onCreated} />}
    </Drawer>
  );
}

function EditorForm({ index, onClose, onCreated }: Omit<IndexEditorProps, 'opened'>) {
  const { t } = useTranslation();
  const { data: items = [] } = useHostQuery('survey.listItems', {});
  const [draft, setDraft] = useState<IndexDraft>(() => draftOf(index, t('csi:editor.component')));
  const create = useHostMutation('csi.createIndex', {
    onSuccess: ({ id }) => {
      onCreated(id);
      onClose();
    },
  });
  const update = useHostMutation('csi.updateIndex', { onSuccess: onClose });
  const remove = useHostMutation('csi.removeIndex', { onSuccess: onClose });
  useEffect(() => setDraft(draftOf(index, t('csi:editor.component'))), [index, t]);

  const sum = percentSum(draft);
  const fields = fieldsOf(draft);
  const change = (position: number, component: DraftComponent) =>
    setDraft({ ...draft, components: draft.components.with(position, component) });
  const save = () => {
    if (fields === null) return;
    if (index === null) create.mutate(fields);
    else update.mutate({ id: index.id, ...fields });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={t('csi:editor.name')}
        value={draft.name}
        maxLength={200}
        data-autofocus
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Group justify="space-between" mt="md" mb={6}>
        <Text fw={600} size="sm">
          {t('csi:editor.components')}
        </Text>
        <Group gap={8}>
          <Text size="sm" c={sum === 100 ? 'dimmed' : 'var(--csm-bad)'}>
            {t('csi:editor.sum', { sum })}
          </Text>
          <Button variant="subtle" size="compact-xs" onClick={() => setDraft(evenShares(draft))}>
            {t('csi:editor.even')}
          </Button>
        </Group>
      </Group>
      <Stack className={classes.components}>
        {draft.components.map((component, position) => (
          <ComponentFields
            key={component.key}
            component={component}
            items={items}
            onChange={(next) => change(position, next)}
            onRemove={
              draft.components.length === 1
                ? null
                : () => setDraft({ ...draft, components: draft.components.toSpliced(position, 1) })
            }
          />
        ))}
      </Stack>
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          setDraft({
            ...draft,
            components: [...draft.components, emptyComponent(t('csi:editor.component'))],
          })
        }
      >
        {t('csi:editor.addComponent')}
      </Button>
      {index !== null && (
        <Alert mt="md" variant="light" color="gray">
          {t('csi:editor.versionHint', { version: index.version + 1 })}
        </Alert>
      )}
      <Group justify="space-between" mt="lg">
        {index === null ? (
          <span />
        ) : (
          <Button variant="subtle" color="red" onClick={() => remove.mutate({ id: index.id })}>
            {t('csi:editor.remove')}
          </Button>
        )}
        <Button
          type="submit"
          disabled={fields === null}
          loading={create.isPending || update.isPending}
        >
          {t('app:save')}
        </Button>
      </Group>
    </form>
  );
}
