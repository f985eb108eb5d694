import type { RawDatabase } from './connection.ts';

/** Told how many respondents are gone; throws to give it up. */
export type OnRespondentsRemoved = (done: number, total: number) => void;

const respondentsAtOnce = 2_000;

/**
 * Removes a wave and all that was answered in it, inside the caller's transaction; answers how many
 * respondents it had. VOC made of its open answers stay, without a respondent.
 */
export function removeWaveInSlices(
  raw: RawDatabase,
  waveId: number,
  onRespondentsRemoved: OnRespondentsRemoved,
): number {
  const total = raw
    .prepare('SELECT count(*) FROM respondent WHERE wave_id = ?')
    .pluck()
    .get(waveId) as number;
  const some = `(SELECT id FROM respondent WHERE wave_id = ? ORDER BY id LIMIT ${respondentsAtOnce})`;
  const release = raw.prepare(`UPDATE voc SET respondent_id = NULL WHERE respondent_id IN ${some}`);
  const remove = raw.prepare(`DELETE FROM respondent WHERE id IN ${some}`);
  onRespondentsRemoved(0, total);
  for (let done = 0; done < total; done += respondentsAtOnce) {
    release.run(waveId);
    remove.run(waveId);
    onRespondentsRemoved(Math.min(done + respondentsAtOnce, total), total);
  }
  raw.prepare('DELETE FROM wave WHERE id = ?').run(waveId);
  return total;
}
