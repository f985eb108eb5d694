import type { RawDatabase } from './connection.ts';

/**
 * Takes what no undo can need any more out of the logs: scores of rounds that are removed, or closed (their
 * votes are kept), what the clock was told of items that are gone, and how firmly the ranks of houses stood
 * that are. Only when a workspace is opened: undo ends with the session, so nothing can bring them back.
 */
export function clearOldLogs(raw: RawDatabase): void {
  raw.transaction(() => {
    raw.exec(`
      DELETE FROM ballot_log
        WHERE round_id NOT IN (SELECT id FROM vote_round WHERE closed_at IS NULL);
      DELETE FROM agenda_log WHERE agenda_item_id NOT IN (SELECT id FROM agenda_item);
      DELETE FROM stability_log WHERE house_id NOT IN (SELECT id FROM house);
    `);
  })();
}
