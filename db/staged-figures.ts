import type { NamesFound } from '../core/contract/import.contract.ts';
import type { RawDatabase } from './connection.ts';

/*
 * What is counted of staged rows, of VOC as of surveys: over a workspace to which the staging file is
 * attached as `staging`.
 */

const namesShown = 20;

export function countOf(raw: RawDatabase, query: string): number {
  return Number(raw.prepare(query).pluck().get());
}

/** `query` answers one column: the names. */
export function namesOf(raw: RawDatabase, query: string): NamesFound {
  return {
    count: countOf(raw, `SELECT count(*) FROM (${query})`),
    names: raw.prepare(`${query} LIMIT ${namesShown}`).pluck().all() as string[],
  };
}

export function rejectionsByReason(raw: RawDatabase): { reason: string; count: number }[] {
  return raw
    .prepare(
      'SELECT reason, count(*) AS count FROM staging.rejection GROUP BY reason ORDER BY 2 DESC',
    )
    .all() as { reason: string; count: number }[];
}
