import type { EvidenceLink } from '../core/domain/requirement/evidence-importance.ts';
import type { RawDatabase } from './connection.ts';

/**
 * Every link of a VOC to a requirement with the VOC's severity, VOC by VOC. In the order of the table
 * of VOC, because 300,000 look-ups all over a million rows take twice as long as the same in order.
 */
export function evidenceLinks(raw: RawDatabase): IterableIterator<EvidenceLink> {
  return raw
    .prepare<[], EvidenceLink>(
      `SELECT voc_id, requirement_id, severity
       FROM requirement_voc INDEXED BY requirement_voc_by_voc CROSS JOIN voc ON voc.id = voc_id
       ORDER BY voc_id`,
    )
    .raw()
    .iterate();
}

/** How many distinct VOC are evidence for any of these requirements themselves. */
export function countVocOfAny(raw: RawDatabase, requirementIds: readonly number[]): number {
  const count = raw
    .prepare(
      `SELECT count(DISTINCT voc_id) FROM requirement_voc
       WHERE requirement_id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .get(JSON.stringify(requirementIds));
  return Number(count);
}

/** How many links there are at most: reads no more than `most` of them. */
export function countEvidenceLinks(raw: RawDatabase, most: number): number {
  const count = raw
    .prepare('SELECT count(*) FROM (SELECT 1 FROM requirement_voc LIMIT ?)')
    .pluck()
    .get(most);
  return Number(count);
}

/** Differs from what it was as soon as anything was written, by this connection or another. */
export function stateOf(raw: RawDatabase): string {
  const own = raw.prepare('SELECT total_changes()').pluck().get();
  return `${raw.pragma('data_version', { simple: true })}:${own}`;
}
