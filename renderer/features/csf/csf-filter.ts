import { type CsfRow, type CsfStatus, csfStatuses } from '../../../core/contract/csf.contract.ts';

/** What the CSF list is narrowed to. */
export interface CsfFilter {
  [property: string]: string | number | string[];
  /** None: all states. */
  statuses: string[];
  /** 0: all houses. */
  houseId: number;
  search: string;
}

export const everyCsf: CsfFilter = { statuses: [], houseId: 0, search: '' };

export function isCsfFilter(value: unknown): value is CsfFilter {
  return (
    typeof value === 'object' &&
    value !== null &&
    'statuses' in value &&
    Array.isArray(value.statuses) &&
    value.statuses.every((status) => csfStatuses.some((known) => known === status)) &&
    'houseId' in value &&
    typeof value.houseId === 'number' &&
    'search' in value &&
    typeof value.search === 'string'
  );
}

export function isNarrowed({ statuses, houseId, search }: CsfFilter): boolean {
  return statuses.length > 0 || houseId !== 0 || search !== '';
}

/** Words are looked for in everything people wrote about a CSF. */
export function selectCsfs(csfs: readonly CsfRow[], filter: CsfFilter): CsfRow[] {
  const wanted = filter.search.trim().toLocaleLowerCase();
  return csfs.filter(
    ({ status, houseId, howName, kpi, owner, reason, targetValue }) =>
      (filter.statuses.length === 0 || filter.statuses.includes(status)) &&
      (filter.houseId === 0 || filter.houseId === houseId) &&
      [howName, kpi, owner, reason, targetValue].some((text) =>
        text.toLocaleLowerCase().includes(wanted),
      ),
  );
}

export function withToggled({ statuses, ...filter }: CsfFilter, status: CsfStatus): CsfFilter {
  return {
    ...filter,
    statuses: statuses.includes(status)
      ? statuses.filter((other) => other !== status)
      : [...statuses, status],
  };
}
