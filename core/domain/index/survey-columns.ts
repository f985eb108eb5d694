import type { GroupBy, IndexFields } from '../../contract/csi.contract.ts';
import type { IndexComponent } from './component-score.ts';
import type { ItemScale } from './index-definition.ts';

/** One survey wave as columns; row r of each belongs to the same respondent. */
export interface SurveyColumns {
  weights: Float64Array;
  /** null: the file named no branch. */
  branches: readonly (string | null)[];
  /** Empty: the branch is in no region, or there is no branch. */
  regions: readonly string[];
  /** By segment id; null: no value for the respondent. */
  segments: ReadonlyMap<number, readonly (string | null)[]>;
  /** By item id; NaN is no answer. An item that nobody answered may be absent. */
  answers: ReadonlyMap<number, Float64Array>;
}

/** Which respondents to keep. An empty branch, region or segment value means "none". */
export interface RespondentCut {
  branch?: string | undefined;
  region?: string | undefined;
  segmentId?: number | undefined;
  segmentValue?: string | undefined;
}

/** The components of an index over a wave's columns, ready for `scoreSample`. */
export function componentsOver(
  index: IndexFields,
  scales: ReadonlyMap<number, ItemScale>,
  survey: Pick<SurveyColumns, 'answers' | 'weights'>,
): IndexComponent[] {
  return index.components.map(({ name, weight, score, itemIds }) => ({
    name,
    weight,
    score,
    items: itemIds.flatMap((itemId) => {
      const scale = scales.get(itemId);
      if (scale === undefined) return [];
      const { scaleMin, scaleMax } = scale;
      return [{ values: answersTo(itemId, survey), scaleMin, scaleMax }];
    }),
  }));
}

/** A column of its own for an item that nobody answered. */
export function answersTo(
  itemId: number,
  { answers, weights }: Pick<SurveyColumns, 'answers' | 'weights'>,
): Float64Array {
  return answers.get(itemId) ?? new Float64Array(weights.length).fill(Number.NaN);
}

/** Rows of the respondents that a cut keeps, in order. */
export function rowsIn(survey: SurveyColumns, cut: RespondentCut): Int32Array {
  const { branch, region, segmentId, segmentValue } = cut;
  const segment = segmentId === undefined ? undefined : survey.segments.get(segmentId);
  const kept: number[] = [];
  for (let row = 0; row < survey.weights.length; row++) {
    if (branch !== undefined && (survey.branches[row] ?? '') !== branch) continue;
    if (region !== undefined && survey.regions[row] !== region) continue;
    if (segmentValue !== undefined && (segment?.[row] ?? '') !== segmentValue) continue;
    kept.push(row);
  }
  return Int32Array.from(kept);
}

/** The wave with some of its respondents only: what an explanation of a group's figure starts from. */
export function respondentsAt(
  { answers, weights }: Pick<SurveyColumns, 'answers' | 'weights'>,
  rows: Int32Array,
): Pick<SurveyColumns, 'answers' | 'weights'> {
  const picked = (column: Float64Array) =>
    Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
  return {
    weights: picked(weights),
    answers: new Map([...answers].map(([itemId, column]) => [itemId, picked(column)])),
  };
}

/** Rows by group; respondents without a branch, region or segment value are the group `''`. */
export function rowsByGroup(survey: SurveyColumns, groupBy: GroupBy): Map<string, Int32Array> {
  const groups = groupColumn(survey, groupBy);
  const rows = new Map<string, number[]>();
  for (let row = 0; row < survey.weights.length; row++) {
    const group = groups?.[row] ?? '';
    const members = rows.get(group);
    if (members === undefined) rows.set(group, [row]);
    else members.push(row);
  }
  return new Map([...rows].map(([group, members]) => [group, Int32Array.from(members)]));
}

function groupColumn(
  survey: SurveyColumns,
  groupBy: GroupBy,
): readonly (string | null)[] | undefined {
  switch (groupBy.by) {
    case 'branch':
      return survey.branches;
    case 'region':
      return survey.regions;
    case 'segment':
      return survey.segments.get(groupBy.segmentId);
  }
}
