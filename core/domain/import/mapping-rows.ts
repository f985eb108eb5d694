import type { SurveyMapping, VocMapping } from '../../contract/import.contract.ts';

/** A mapping as it is remembered: one row for each column that was given a meaning, and defaults. */
export interface MappingRows {
  columns: MappingColumn[];
  defaults: { field: string; value: string }[];
}

export interface MappingColumn {
  header: string;
  target: string;
  label: string | null;
  scaleMin: number | null;
  scaleMax: number | null;
  reversed: boolean | null;
}

export function rowsOfVocMapping(mapping: VocMapping): MappingRows {
  return {
    columns: Object.entries(mapping.columns).map(([header, target]) => plainColumn(header, target)),
    defaults: Object.entries({ ...mapping.defaults, dateOrder: mapping.dateOrder }).flatMap(
      ([field, value]) => (value === undefined ? [] : [{ field, value }]),
    ),
  };
}

export function rowsOfSurveyMapping(mapping: SurveyMapping): MappingRows {
  const columns = new Map<string, MappingColumn>();
  for (const [header, item] of Object.entries(mapping.items)) {
    const { label = null, scaleMin, scaleMax, reversed } = item;
    columns.set(header, { header, target: 'item', label, scaleMin, scaleMax, reversed });
  }
  const add = (header: string | undefined, target: string) => {
    if (header !== undefined) columns.set(header, plainColumn(header, target));
  };
  for (const header of mapping.segments) add(header, 'segment');
  for (const header of mapping.openQuestions) add(header, 'openQuestion');
  add(mapping.respondentId, 'respondentId');
  add(mapping.weight, 'weight');
  const { branch } = mapping;
  const isBoth = branch !== undefined && mapping.segments.includes(branch);
  add(branch, isBoth ? 'branchAndSegment' : 'branch');
  return { columns: [...columns.values()], defaults: [] };
}

function plainColumn(header: string, target: string): MappingColumn {
  return { header, target, label: null, scaleMin: null, scaleMax: null, reversed: null };
}
