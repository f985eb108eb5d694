import type { SurveyColumns } from '../core/domain/index/survey-columns.ts';
import type { RawDatabase } from './connection.ts';

/**
 * One wave as columns. Past Kysely on purpose: a million answers are one object each there, and here
 * one number in a typed array (about half a second for a million on one core).
 */
export function readWaveColumns(raw: RawDatabase, waveId: number): SurveyColumns {
  const respondents = raw
    .prepare(
      `SELECT respondent.id, respondent.weight, respondent.branch, coalesce(branch.region, '')
       FROM respondent LEFT JOIN branch ON branch.name = respondent.branch
       WHERE respondent.wave_id = ? ORDER BY respondent.id`,
    )
    .raw()
    .all(waveId) as [id: number, weight: number, branch: string | null, region: string][];
  const rowOf = new Map(respondents.map(([id], row) => [id, row]));
  return {
    weights: Float64Array.from(respondents, ([, weight]) => weight),
    branches: respondents.map(([, , branch]) => branch),
    regions: respondents.map(([, , , region]) => region),
    segments: readSegments(raw, waveId, rowOf),
    answers: readAnswers(raw, waveId, rowOf),
  };
}

function readSegments(
  raw: RawDatabase,
  waveId: number,
  rowOf: ReadonlyMap<number, number>,
): Map<number, (string | null)[]> {
  const rows = raw
    .prepare(
      `SELECT respondent.id, segment_id, value
       FROM respondent JOIN respondent_segment ON respondent_id = respondent.id
       WHERE wave_id = ?`,
    )
    .raw()
    .iterate(waveId) as IterableIterator<[id: number, segmentId: number, value: string]>;
  const columns = new Map<number, (string | null)[]>();
  for (const [id, segmentId, value] of rows) {
    const row = rowOf.get(id);
    if (row === undefined) continue;
    let column = columns.get(segmentId);
    if (column === undefined) {
      column = new Array<string | null>(rowOf.size).fill(null);
      columns.set(segmentId, column);
    }
    column[row] = value;
  }
  return columns;
}

function readAnswers(
  raw: RawDatabase,
  waveId: number,
  rowOf: ReadonlyMap<number, number>,
): Map<number, Float64Array> {
  const rows = raw
    .prepare(
      `SELECT respondent.id, item_id, value
       FROM respondent JOIN answer ON respondent_id = respondent.id
       WHERE wave_id = ?`,
    )
    .raw()
    .iterate(waveId) as IterableIterator<[id: number, itemId: number, value: number]>;
  const columns = new Map<number, Float64Array>();
  for (const [id, itemId, value] of rows) {
    const row = rowOf.get(id);
    if (row === undefined) continue;
    let column = columns.get(itemId);
    if (column === undefined) {
      column = new Float64Array(rowOf.size).fill(Number.NaN);
      columns.set(itemId, column);
    }
    column[row] = value;
  }
  return columns;
}

/**
 * A mark that differs after any write by whatever way: an edit, an undo or an import's own connection.
 * `data_version` moves with other connections' commits, `total_changes` with this one's rows.
 */
export function readChangeMark(raw: RawDatabase): string {
  const others = raw.pragma('data_version', { simple: true });
  const own = raw.prepare('SELECT total_changes()').pluck().get();
  return `${String(others)}:${String(own)}`;
}
