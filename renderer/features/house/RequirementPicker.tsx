import { Button, Checkbox, Group, ScrollArea, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import classes from './RequirementPicker.module.css';

interface RequirementPickerProps {
  requirements: readonly RequirementRow[];
  /** Already in the house: shown, ticked, and not to be changed here. */
  present: ReadonlySet<number>;
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
}

/** The tree of requirements to tick in. */
export function RequirementPicker({
  requirements,
  present,
  chosen,
  onChoose,
}: RequirementPickerProps) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useState('');
  const shown = useMemo(() => matching(requirements, search), [requirements, search]);
  const lowest = useMemo(() => lowestOf(requirements), [requirements]);
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <div className={classes.picker}>
      <Group gap={8} justify="space-between" wrap="nowrap">
        <TextInput
          className={classes.search}
          data-autofocus
          aria-label={t('house:picker.search')}
          placeholder={t('house:picker.search')}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button
          variant="default"
          onClick={() => onChoose(new Set(lowest.filter((id) => !present.has(id))))}
        >
          {t('house:picker.chooseLowest')}
        </Button>
        <Button variant="subtle" disabled={chosen.size === 0} onClick={() => onChoose(new Set())}>
          {t('app:clear')}
        </Button>
      </Group>
      <ScrollArea.Autosize mah={320} className={classes.list} type="auto">
        {shown.map((requirement) => (
          <Checkbox
            key={requirement.id}
            size="xs"
            className={classes.option}
            style={{ paddingLeft: 10 + (requirement.level - 1) * 18 }}
            checked={present.has(requirement.id) || chosen.has(requirement.id)}
            disabled={present.has(requirement.id)}
            onChange={() => toggle(requirement.id)}
            label={
              <span className={classes.label}>
                <span className={classes.code}>{requirement.code}</span>
                <span className={classes.name}>{requirement.name}</span>
                <span className={classes.count}>
                  VOC {requirement.vocCount.toLocaleString(i18n.language)}
                </span>
              </span>
            }
          />
        ))}
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" p="md" ta="center">
            {t('house:picker.nothing')}
          </Text>
        )}
      </ScrollArea.Autosize>
      <Text size="xs" c="dimmed" role="status">
        {t('house:picker.chosen', { count: chosen.size })}
      </Text>
    </div>
  );
}

function matching(requirements: readonly RequirementRow[], search: string): RequirementRow[] {
  const wanted = search.trim().toLowerCase();
  return requirements.filter(
    ({ name, code }) => name.toLowerCase().includes(wanted) || code.startsWith(wanted),
  );
}

/** Requirements with none below: what a house is mostly made of. */
function lowestOf(requirements: readonly RequirementRow[]): number[] {
  const parents = new Set(requirements.map(({ parentId }) => parentId));
  return requirements.flatMap(({ id }) => (parents.has(id) ? [] : [id]));
}
