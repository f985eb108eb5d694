import type { VocFacetName } from '../../../core/contract/voc.contract.ts';
import { vocDueStates } from '../../../core/contract/voc.contract.ts';
import { endOfWeek } from '../../../core/domain/voc/handling.ts';
import type { ColumnDictionary } from './column-dictionary.ts';
import { answerStates, type CodedColumn, type VocColumns } from './voc-columns.ts';

/** A facet as a code for each VOC; several codes may have the same value. */
export interface FacetCodes {
  /** By id of the VOC. */
  codes: Uint8Array | Uint32Array;
  /** By code, as a filter takes it: '' for none. */
  values: readonly string[];
}

/** Every facet but those with several values for one VOC (requirements) or read on demand (extras). */
export type PlainFacet = Exclude<VocFacetName, 'requirement' | `extra:${number}`>;

export interface FacetContext {
  columns: VocColumns;
  /** By name of the branch. */
  regions: ReadonlyMap<string, string>;
  today: string;
}

export function facetCodes(facet: PlainFacet, context: FacetContext): FacetCodes {
  const { columns, regions } = context;
  switch (facet) {
    case 'severity':
      return { codes: columns.severity, values: ['', '1', '2', '3', '4', '5'] };
    case 'due':
      return { codes: dueStateCodes(context), values: vocDueStates };
    case 'month':
      return codesOf(columns, 'day', (day) => day.slice(0, 7));
    case 'region':
      return codesOf(columns, 'branch', (branch) => regions.get(branch) ?? '');
    case 'channel':
    case 'kind':
    case 'status':
    case 'branch':
    case 'product':
    case 'customerType':
    case 'owner':
      return codesOf(columns, facet, (value) => value);
  }
}

export function valuesOf(
  dictionary: ColumnDictionary,
  named: (value: string) => string = (value) => value,
): string[] {
  return Array.from({ length: dictionary.size }, (_, code) =>
    named(dictionary.valueOf(code) ?? ''),
  );
}

function codesOf(
  columns: VocColumns,
  column: CodedColumn,
  named: (value: string) => string,
): FacetCodes {
  return { codes: columns.codes[column], values: valuesOf(columns.dictionaries[column], named) };
}

const dueCodes = Object.fromEntries(vocDueStates.map((state, code) => [state, code])) as Record<
  (typeof vocDueStates)[number],
  number
>;

/** As `vocDueState` in core/domain/voc/handling.ts says it of one VOC; codes are places in `vocDueStates`. */
function dueStateCodes({ columns, today }: FacetContext): Uint8Array {
  const { answer, lastId } = columns;
  const dueOn = columns.codes.dueOn;
  const dates = columns.dictionaries.dueOn;
  const weekEnd = endOfWeek(today);
  const waiting = dates.table(new Uint8Array(dates.size), (date) => {
    if (date === null) return dueCodes.none;
    if (date < today) return dueCodes.overdue;
    if (date === today) return dueCodes.today;
    return date <= weekEnd ? dueCodes.thisWeek : dueCodes.later;
  });
  const answered = new Uint8Array(4);
  answered[answerStates.undated] = dueCodes.none;
  answered[answerStates.onTime] = dueCodes.onTime;
  answered[answerStates.late] = dueCodes.late;
  const codes = new Uint8Array(columns.capacity);
  for (let id = 1; id <= lastId; id++) {
    const due = dueOn[id] ?? 0;
    const state = answer[id] ?? 0;
    codes[id] = (due === 0 || state === answerStates.waiting ? waiting[due] : answered[state]) ?? 0;
  }
  return codes;
}
