import { ActionIcon, Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import classes from './FilterChips.module.css';
import { type FilterNames, filterChips } from './filter-chips.ts';

interface FilterChipsProps {
  filter: VocFilter;
  onChange: (filter: VocFilter) => void;
}

/** What the list is narrowed by, always in sight, each to be taken away by one click. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const chips = filterChips(filter, useFilterNames(filter), t);
  if (chips.length === 0) return null;
  return (
    <Group gap={6} px={8} pb={6} role="group" aria-label={t('voc:chips.label')}>
      {chips.map((chip) => (
        <span key={chip.key} className={classes.chip}>
          {chip.label}
          <ActionIcon
            size={18}
            aria-label={t('voc:chips.remove', { label: chip.label })}
            onClick={() => onChange(chip.without)}
          >
            <IconX size={12} />
          </ActionIcon>
        </span>
      ))}
      <Button variant="subtle" size="compact-xs" onClick={() => onChange({})}>
        {t('voc:filters.clear')}
      </Button>
    </Group>
  );
}

function useFilterNames(filter: VocFilter): FilterNames {
  const { requirementId, requirementIds, importId, waveId, extras, customerId } = filter;
  const requirements = useHostQuery(
    'requirement.list',
    {},
    { enabled: requirementId !== undefined || requirementIds !== undefined },
  );
  const fields = useHostQuery('voc.listExtraFields', {}, { enabled: extras !== undefined });
  const imports = useHostQuery('workspace.listImports', {}, { enabled: importId !== undefined });
  const waves = useHostQuery('survey.listWaves', {}, { enabled: waveId !== undefined });
  const customer = useHostQuery(
    'customer.get',
    { id: customerId ?? 1 },
    { enabled: customerId !== undefined },
  );
  return {
    requirement: (id) => {
      const found = requirements.data?.find((requirement) => requirement.id === id);
      return found && `${found.code} ${found.name}`;
    },
    field: (id) => fields.data?.find((field) => field.id === id)?.name,
    import: imports.data?.find(({ id }) => id === importId)?.fileName,
    wave: waves.data?.find(({ id }) => id === waveId)?.name,
    customer: customer.data?.code,
  };
}
