import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CsfRow, csfStatuses } from '../../../core/contract/csf.contract.ts';
import {
  ClearFilter,
  FilterBar,
  FilterChip,
  FilterGap,
  FilterSearch,
} from '../../shared/ui/FilterBar.tsx';
import { type CsfFilter, everyCsf, isNarrowed, withToggled } from './csf-filter.ts';

interface CsfFiltersProps {
  /** All of them: the chips count what there is, not what is shown. */
  csfs: readonly CsfRow[];
  filter: CsfFilter;
  onFilter: (filter: CsfFilter) => void;
}

export function CsfFilters({ csfs, filter, onFilter }: CsfFiltersProps) {
  const { t } = useTranslation();
  const houses = new Map(csfs.map(({ houseId, houseName }) => [houseId, houseName]));
  return (
    <FilterBar label={t('csf:filters.label')}>
      {csfStatuses.map((status) => (
        <FilterChip
          key={status}
          label={t(`csf:statuses.${status}`)}
          count={csfs.filter((csf) => csf.status === status).length}
          pressed={filter.statuses.includes(status)}
          onPress={() => onFilter(withToggled(filter, status))}
        />
      ))}
      <FilterGap />
      {houses.size > 1 && (
        <Select
          w={200}
          aria-label={t('csf:filters.house')}
          placeholder={t('csf:filters.house')}
          clearable
          data={[...houses].map(([id, name]) => ({ value: String(id), label: name }))}
          value={filter.houseId === 0 ? null : String(filter.houseId)}
          onChange={(value) => onFilter({ ...filter, houseId: Number(value ?? 0) })}
        />
      )}
      <FilterSearch
        label={t('csf:filters.search')}
        value={filter.search}
        onSearch={(search) => onFilter({ ...filter, search })}
      />
      {isNarrowed(filter) && (
        <ClearFilter label={t('csf:filters.clear')} onClear={() => onFilter(everyCsf)} />
      )}
    </FilterBar>
  );
}
