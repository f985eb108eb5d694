import type { Trail } from '../../core/contract/trail.contract.ts';
import { estimateItem } from '../../core/domain/index/composite-index.ts';
import { answersTo } from '../../core/domain/index/survey-columns.ts';
import { listWaveHeads } from '../../db/repositories/csi.repository.ts';
import type { TrailItem } from '../../db/repositories/trail.repository.ts';
import { waveColumnsOf } from './wave-samples.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** A survey item with its scores in the waves that asked it, oldest first. */
type ScoredItem = Omit<Trail['items'][number], 'byCsf'>;

export async function withScores(
  session: WorkspaceSession,
  items: readonly TrailItem[],
): Promise<ScoredItem[]> {
  const shown = items.map(({ id, label }): ScoredItem => ({ id, label, scores: [] }));
  if (items.length === 0) return shown;
  for (const wave of await listWaveHeads(session.db)) {
    if (!items.some(({ id }) => wave.itemIds.has(id))) continue;
    const survey = await waveColumnsOf(session, wave.waveId);
    for (const [place, { id, scaleMin, scaleMax }] of items.entries()) {
      if (!wave.itemIds.has(id)) continue;
      const column = { values: answersTo(id, survey), scaleMin, scaleMax };
      const { score, n } = estimateItem(column, survey.weights);
      shown[place]?.scores.push({ waveName: wave.waveName, score, n });
    }
  }
  return shown;
}
