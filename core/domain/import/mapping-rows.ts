import {
  type SurveyMapping,
  surveyMappingSchema,
  type VocMapping,
  vocMappingSchema,
} from '../../contract/import.contract.ts';

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
    defaults: Object.entries(mapping.defaults).flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, value }],
    ),
  };
}

/** null: not a mapping any more (written by another version); the guess is then as good. */
export function vocMappingOfRows(rows: MappingRows): VocMapping | null {
  const parsed = vocMappingSchema.safeParse({
    columns: Object.fromEntries(rows.columns.map(({ header, target }) => [header, target])),
    defaults: Object.fromEntries(rows.defaults.map(({ field, value }) => [field, value])),
  });
  return parsed.success ? parsed.data : null;
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

export function surveyMappingOfRows(rows: MappingRows): SurveyMapping | null {
  const headersOf = (...targets: string[]) =>
    rows.columns.filter(({ target }) => targets.includes(target)).map(({ header }) => header);
  const items = rows.columns.filter(({ target }) => target === 'item');
  const parsed = surveyMappingSchema.safeParse({
    respondentId: headersOf('respondentId')[0],
    items: Object.fromEntries(
      items.map(({ header, label, scaleMin, scaleMax, reversed }) => [
        header,
        { label: label ?? undefined, scaleMin, scaleMax, reversed: reversed ?? false },
      ]),
    ),
    segments: headersOf('segment', 'branchAndSegment'),
    branch: headersOf('branch', 'branchAndSegment')[0],
    weight: headersOf('weight')[0],
    openQuestions: headersOf('openQuestion'),
  });
  return parsed.success ? parsed.data : null;
}

function plainColumn(header: string, target: string): MappingColumn {
  return { header, target, label: null, scaleMin: null, scaleMax: null, reversed: null };
}
