import {
  type SurveyMapping,
  surveyMappingSchema,
  type VocMapping,
  vocMappingSchema,
} from '../../contract/import.contract.ts';
import type { MappingRows } from './mapping-rows.ts';

/** null: not a mapping any more (written by another version); the guess is then as good. */
export function vocMappingOfRows(rows: MappingRows): VocMapping | null {
  const { dateOrder, ...defaults } = Object.fromEntries(
    rows.defaults.map(({ field, value }) => [field, value]),
  );
  const parsed = vocMappingSchema.safeParse({
    columns: Object.fromEntries(rows.columns.map(({ header, target }) => [header, target])),
    defaults,
    dateOrder,
  });
  return parsed.success ? parsed.data : null;
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
