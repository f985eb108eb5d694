import { deriveIndex } from '../../core/calc/index-derivation.ts';
import { AppError } from '../../core/contract/app-error.ts';
import type { IndexDefinition, IndexDerivation } from '../../core/contract/csi.contract.ts';
import { itemIdsOf } from '../../core/domain/index/index-definition.ts';
import {
  componentsOver,
  type RespondentCut,
  respondentsAt,
  rowsIn,
} from '../../core/domain/index/survey-columns.ts';
import { profileStamp } from '../../core/domain/profile/formula-profile.ts';
import { profileOfIndex } from '../../core/domain/profile/index-profile.ts';
import { listWaveHeads, readItemScales } from '../../db/repositories/csi.repository.ts';
import { waveColumnsOf } from './wave-samples.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/**
 * How the index of one wave came about, of some of its respondents when `cut` says so. Refuses a wave
 * that has no index: `survey.waveNotFound`, `csi.itemsNotAsked`.
 */
export async function readIndexDerivation(
  session: WorkspaceSession,
  index: IndexDefinition,
  waveId: number,
  cut: RespondentCut,
): Promise<IndexDerivation> {
  const wave = (await listWaveHeads(session.db)).find((head) => head.waveId === waveId);
  if (wave === undefined) throw new AppError('survey.waveNotFound');
  if (!itemIdsOf(index.components).every((itemId) => wave.itemIds.has(itemId))) {
    throw new AppError('csi.itemsNotAsked', { wave: wave.waveName });
  }
  const scales = await readItemScales(session.db);
  const survey = await waveColumnsOf(session, waveId);
  const respondents = respondentsAt(survey, rowsIn(survey, cut));
  const components = componentsOver(index, scales, respondents);
  return {
    explanation: deriveIndex(components, respondents.weights, profileStamp(profileOfIndex(index))),
    itemNames: index.components.map(({ itemIds }) =>
      itemIds.map((itemId) => scales.get(itemId)?.label ?? ''),
    ),
  };
}
