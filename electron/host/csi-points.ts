import type {
  GroupBy,
  GroupPoint,
  IndexDefinition,
  ItemPoint,
  WavePoint,
} from '../../core/contract/csi.contract.ts';
import { type ScoredSample, scoreSample } from '../../core/domain/index/component-score.ts';
import {
  type CompositeEstimate,
  estimateIndex,
  estimateItem,
  withoutIndex,
} from '../../core/domain/index/composite-index.ts';
import { compareIndexes } from '../../core/domain/index/index-change.ts';
import { type ItemScale, itemIdsOf } from '../../core/domain/index/index-definition.ts';
import {
  answersTo,
  componentsOver,
  type RespondentCut,
  rowsByGroup,
  rowsIn,
  type SurveyColumns,
} from '../../core/domain/index/survey-columns.ts';
import {
  listItemRequirements,
  listWaveHeads,
  readItemScales,
  type WaveHead,
} from '../../db/repositories/csi.repository.ts';
import { waveColumnsOf } from './wave-samples.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** The index wave by wave, oldest first, each against the wave before it. */
export async function readWavePoints(
  session: WorkspaceSession,
  index: IndexDefinition,
  cut: RespondentCut = {},
): Promise<WavePoint[]> {
  return pointsOf(session, index, await listWaveHeads(session.db), cut);
}

/** How the index stands now, against the wave before; null while there is no wave. */
export async function readLatestPoint(
  session: WorkspaceSession,
  index: IndexDefinition,
): Promise<{ latest: WavePoint; previousIndex: number | null } | null> {
  const lastTwo = (await listWaveHeads(session.db)).slice(-2);
  const points = await pointsOf(session, index, lastTwo, {});
  const latest = points.at(-1);
  if (latest === undefined) return null;
  return { latest, previousIndex: points.at(-2)?.index ?? null };
}

/** One wave cut into groups, in the order of their names; respondents without a group come last. */
export async function readGroupPoints(
  session: WorkspaceSession,
  index: IndexDefinition,
  waveId: number,
  groupBy: GroupBy,
): Promise<GroupPoint[]> {
  const scales = await readItemScales(session.db);
  const waves = await listWaveHeads(session.db);
  const place = waves.findIndex((wave) => wave.waveId === waveId);
  const estimates = await estimateGroups(session, index, waves[place], scales, groupBy);
  const before = await estimateGroups(session, index, waves[place - 1], scales, groupBy);
  return [...estimates]
    .map(([group, { components: _, ...estimate }]) => ({
      ...estimate,
      group,
      previousIndex: before.get(group)?.index ?? null,
    }))
    .sort((a, b) => byGroupName(a.group, b.group));
}

/** Every item of the index over all waves, whether or not a wave asked it. */
export async function readItemPoints(
  session: WorkspaceSession,
  index: IndexDefinition,
): Promise<ItemPoint[]> {
  const scales = await readItemScales(session.db);
  const requirements = await listItemRequirements(session.db);
  const items = itemIdsOf(index.components).flatMap((itemId) => {
    const scale = scales.get(itemId);
    if (scale === undefined) return [];
    const point: ItemPoint = {
      itemId,
      label: scale.label,
      waves: [],
      requirementIds: requirements.get(itemId) ?? [],
    };
    return [{ scale, point }];
  });
  for (const { waveId } of await listWaveHeads(session.db)) {
    const survey = await waveColumnsOf(session, waveId);
    for (const { scale, point } of items) {
      const values = answersTo(point.itemId, survey);
      const { n, mean, score, ci95 } = estimateItem({ ...scale, values }, survey.weights);
      point.waves.push({ waveId, n, mean, score, ci95 });
    }
  }
  return items.map(({ point }) => point);
}

async function pointsOf(
  session: WorkspaceSession,
  index: IndexDefinition,
  waves: readonly WaveHead[],
  cut: RespondentCut,
): Promise<WavePoint[]> {
  const scales = await readItemScales(session.db);
  const points: WavePoint[] = [];
  for (const wave of waves) {
    const survey = await waveColumnsOf(session, wave.waveId);
    const sample = sampleOf(index, wave, scales, survey);
    const estimate =
      sample === null
        ? withoutIndex(index, 'itemsMissing')
        : estimateIndex(sample, rowsIn(survey, cut));
    points.push(wavePoint(wave, estimate, points.at(-1)));
  }
  return points;
}

/** null when the wave did not ask every item: fewer items would be another index by the same name. */
function sampleOf(
  index: IndexDefinition,
  wave: WaveHead,
  scales: ReadonlyMap<number, ItemScale>,
  survey: SurveyColumns,
): ScoredSample | null {
  if (!itemIdsOf(index.components).every((itemId) => wave.itemIds.has(itemId))) return null;
  return scoreSample(componentsOver(index, scales, survey), survey.weights);
}

function wavePoint(
  { waveId, waveName, surveyedOn }: WaveHead,
  estimate: CompositeEstimate,
  previous: WavePoint | undefined,
): WavePoint {
  const point = { ...estimate, waveId, waveName, surveyedOn, change: null };
  if (previous === undefined || estimate.index === null) return point;
  const { change, note } = compareIndexes(estimate, previous);
  if (change === null) return { ...point, notes: [...new Set([...estimate.notes, note])] };
  const { difference, ci95, p, significant } = change;
  return { ...point, change: { difference, ci95, p, significant } };
}

async function estimateGroups(
  session: WorkspaceSession,
  index: IndexDefinition,
  wave: WaveHead | undefined,
  scales: ReadonlyMap<number, ItemScale>,
  groupBy: GroupBy,
): Promise<Map<string, CompositeEstimate>> {
  const estimates = new Map<string, CompositeEstimate>();
  if (wave === undefined) return estimates;
  const survey = await waveColumnsOf(session, wave.waveId);
  const sample = sampleOf(index, wave, scales, survey);
  for (const [group, rows] of rowsByGroup(survey, groupBy)) {
    estimates.set(
      group,
      sample === null ? withoutIndex(index, 'itemsMissing') : estimateIndex(sample, rows),
    );
  }
  return estimates;
}

function byGroupName(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return a.localeCompare(b, 'ko');
}
