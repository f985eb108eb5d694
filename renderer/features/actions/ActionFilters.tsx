import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type ActionFilter,
  type ActionRow,
  type ActionStatus,
  actionStatuses,
} from '../../../core/contract/action.contract.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import {
  ClearFilter,
  FilterBar,
  FilterChip,
  FilterGap,
  FilterSearch,
} from '../../shared/ui/FilterBar.tsx';

interface ActionFiltersProps {
  /** All of them: the chips count what there is, not what is shown. */
  actions: readonly ActionRow[];
  csfs: readonly CsfRow[];
  filter: ActionFilter;
  onFilter: (filter: ActionFilter) => void;
}

export function ActionFilters({ actions, csfs, filter, onFilter }: ActionFiltersProps) {
  const { t } = useTranslation();
  const statuses = filter.statuses ?? [];
  const overdue = actions.filter((action) => action.overdue).length;
  const toggle = (status: ActionStatus) => {
    const next = statuses.includes(status)
      ? statuses.filter((other) => other !== status)
      : [...statuses, status];
    onFilter({ ...filter, statuses: next.length > 0 ? next : undefined });
  };
  const isNarrowed =
    statuses.length > 0 ||
    filter.overdueOnly === true ||
    filter.csfId !== undefined ||
    (filter.search ?? '') !== '';
  return (
    <FilterBar label={t('action:filters.label')}>
      {actionStatuses.map((status) => (
        <FilterChip
          key={status}
          label={t(`action:statuses.${status}`)}
          count={actions.filter((action) => action.status === status).length}
          pressed={statuses.includes(status)}
          onPress={() => toggle(status)}
        />
      ))}
      <FilterChip
        label={t('action:filters.overdue')}
        count={overdue}
        warns={overdue > 0}
        pressed={filter.overdueOnly === true}
        onPress={() =>
          onFilter({ ...filter, overdueOnly: filter.overdueOnly === true ? undefined : true })
        }
      />
      <FilterGap />
      <Select
        w={200}
        aria-label={t('action:filters.csf')}
        placeholder={t('action:filters.csf')}
        clearable
        searchable
        data={csfs.map(({ id, howName }) => ({ value: String(id), label: howName }))}
        value={filter.csfId === undefined ? null : String(filter.csfId)}
        onChange={(value) =>
          onFilter({ ...filter, csfId: value === null ? undefined : Number(value) })
        }
      />
      <FilterSearch
        label={t('action:filters.search')}
        value={filter.search ?? ''}
        onSearch={(search) => onFilter({ ...filter, search: search === '' ? undefined : search })}
      />
      {isNarrowed && <ClearFilter label={t('action:filters.clear')} onClear={() => onFilter({})} />}
    </FilterBar>
  );
}
