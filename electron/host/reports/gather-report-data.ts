import { AppError } from '../../../core/contract/app-error.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import type {
  GroupBy,
  IndexDefinition,
  IndexDerivation,
  WavePoint,
} from '../../../core/contract/csi.contract.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { ReportKind } from '../../../core/contract/report.contract.ts';
import type { SegmentRow, WaveRow } from '../../../core/contract/survey.contract.ts';
import type { WorkspaceInfo } from '../../../core/contract/workspace.contract.ts';
import { weightsOfWhats } from '../../../core/domain/house/house-matrix.ts';
import { risingPeriods } from '../../../core/domain/words/rising-periods.ts';
import type {
  CsfEvidence,
  GroupCut,
  IndexReportData,
  InsightReportData,
  ReportData,
} from '../../../core/reports/report-data.ts';
import { summariseHandling } from '../handling-figures.ts';
import type { HostContext } from '../host-context.ts';
import { localMinute } from '../local-date.ts';
import { actionHandlers } from '../services/action.service.ts';
import { csfHandlers } from '../services/csf.service.ts';
import { csiHandlers } from '../services/csi.service.ts';
import { houseHandlers } from '../services/house.service.ts';
import { insightHandlers } from '../services/insight.service.ts';
import { stabilityHandlers } from '../services/stability.service.ts';
import { surveyHandlers } from '../services/survey.service.ts';
import { trailHandlers } from '../services/trail.service.ts';
import { vocHandlers } from '../services/voc.service.ts';
import { workspaceHandlers } from '../services/workspace.service.ts';
import { whenCounted } from '../stability/count-variants.ts';

/** Enough to quote each CSF with words that no other was quoted with. */
const quotedRequirements = 2;
const vocPerRequirement = 6;

/** A segment of more values than this tells respondents apart and not groups of them. */
const mostSegmentValues = 60;

/**
 * Everything a report of this kind shows, asked through the very handlers that answer the screen: a
 * figure in print and on the screen cannot come from two places.
 */
export async function gatherReportData(
  context: HostContext,
  kind: ReportKind,
): Promise<ReportData> {
  const workspace = await requireWorkspace(context);
  const waves = await surveyHandlers['survey.listWaves'](context, {});
  const csfs = await csfHandlers['csf.list'](context, {});
  const houses = await gatherHouses(context);
  return {
    workspace,
    createdAt: localMinute(),
    overview: await workspaceHandlers['workspace.overview'](context, {}),
    insight: kind === 'full' || kind === 'voc' ? await gatherInsight(context) : null,
    handling: kind === 'matrix' ? null : await summariseHandling(context.session, {}, 'owner'),
    houses,
    csfs,
    stability: kind === 'full' || kind === 'csf' ? await gatherStability(context, csfs) : [],
    actions: await actionHandlers['action.list'](context, { filter: {} }),
    waves,
    indexes: waves.length === 0 || kind === 'voc' ? [] : await gatherIndexes(context, kind, waves),
    // Neither asks for the words behind CSFs nor for effects.
    evidence:
      kind === 'matrix' || kind === 'voc' ? [] : await gatherEvidence(context, csfs, houses),
  };
}

/** The open workspace; refuses when none is. */
export async function requireWorkspace(context: HostContext): Promise<WorkspaceInfo> {
  const workspace = await workspaceHandlers['workspace.current'](context, {});
  if (workspace === null) throw new AppError('workspace.noneOpen');
  return workspace;
}

/** Enough words for a table of a page. */
const keywordsListed = 30;
const wordsCompared = 100;

/** Of all VOC: a report may wait until their words are learned. */
async function gatherInsight(context: HostContext): Promise<InsightReportData> {
  const asked = { filter: {}, early: false };
  const weekly = await insightHandlers['insight.weekly'](context, { filter: {} });
  const periods = weekly.lastDay === null ? null : risingPeriods(weekly.lastDay, 'month');
  const ask = { ...asked, limit: wordsCompared };
  return {
    keywords: await insightHandlers['insight.keywords'](context, {
      ...asked,
      limit: keywordsListed,
    }),
    rising:
      periods === null
        ? null
        : {
            ...(await insightHandlers['insight.rising'](context, { ...ask, ...periods })),
            ...periods,
          },
    weekly,
  };
}

/** Of every house with CSFs; what was not counted for the house as it now is is counted first. */
async function gatherStability(
  context: HostContext,
  csfs: readonly CsfRow[],
): Promise<ReportData['stability']> {
  const houses = new Map(csfs.map(({ houseId, houseName }) => [houseId, houseName]));
  for (const [id, name] of houses) await whenCounted(context, id, name);
  return stabilityHandlers['stability.listForCsfs'](context, {});
}

async function gatherHouses(context: HostContext): Promise<ReportData['houses']> {
  const summaries = await houseHandlers['house.list'](context, {});
  return inTurn(summaries, ({ id }) => houseHandlers['house.get'](context, { id }));
}

async function gatherEvidence(
  context: HostContext,
  csfs: readonly CsfRow[],
  houses: readonly HouseView[],
): Promise<CsfEvidence[]> {
  const active = csfs.filter((csf) => csf.status !== 'retired');
  return inTurn(active, async (csf) => {
    const trail = await trailHandlers['trail.get'](context, { kind: 'csf', id: csf.id });
    const telling = await gatherTellingVoc(context, csf, houses);
    const sample = telling.length === 0 ? trail.voc.sample : telling;
    return {
      csfId: csf.id,
      voc: { total: trail.voc.total, sample },
      requirements: trail.requirements,
      items: trail.items,
    };
  });
}

/**
 * The gravest complaints and suggestions behind the requirements that weigh most in the CSF: the
 * words that made it one. Its latest VOC might speak of something else.
 */
async function gatherTellingVoc(
  context: HostContext,
  csf: CsfRow,
  houses: readonly HouseView[],
): Promise<CsfEvidence['voc']['sample']> {
  const house = houses.find(({ id }) => id === csf.houseId);
  if (house === undefined) return [];
  const pages = await inTurn(weightiestRequirements(house, csf.howId), (requirementId) =>
    vocHandlers['voc.listPage'](context, {
      filter: { requirementId, kinds: ['complaint', 'suggestion'] },
      sort: { field: 'severity', direction: 'desc' },
      offset: 0,
      limit: vocPerRequirement,
    }),
  );
  return pages.flatMap(({ rows }) =>
    rows.map(({ id, text, receivedAt }) => ({ id, text, receivedAt })),
  );
}

/** The requirements that give a HOW most of its weight: weight × strength, heaviest first. */
function weightiestRequirements(house: HouseView, howId: number): number[] {
  const column = house.hows.findIndex((how) => how.howId === howId);
  const weights = weightsOfWhats(house);
  return house.whats
    .flatMap(({ requirementId }, row) => {
      const share = (weights[row] ?? 0) * (house.relations[row]?.[column] ?? 0);
      return requirementId === null || share === 0 ? [] : [{ requirementId, share }];
    })
    .toSorted((a, b) => b.share - a.share)
    .slice(0, quotedRequirements)
    .map(({ requirementId }) => requirementId);
}

async function gatherIndexes(
  context: HostContext,
  kind: ReportKind,
  waves: readonly WaveRow[],
): Promise<IndexReportData[]> {
  const definitions = await csiHandlers['csi.listIndexes'](context, {});
  const showsGroups = kind === 'full' || kind === 'csi';
  return inTurn(definitions, async (definition) => {
    const indexId = definition.id;
    const wavePoints = await csiHandlers['csi.listWavePoints'](context, { indexId });
    return {
      definition,
      wavePoints,
      derivation: await gatherDerivation(context, indexId, wavePoints.at(-1)),
      items: await csiHandlers['csi.listItemPoints'](context, { indexId }),
      cuts: showsGroups ? await gatherCuts(context, definition, waves.at(-1)) : [],
    };
  });
}

async function gatherDerivation(
  context: HostContext,
  indexId: number,
  latest: WavePoint | undefined,
): Promise<IndexDerivation | null> {
  if (latest === undefined || latest.index === null) return null;
  return csiHandlers['csi.explainPoint'](context, { indexId, waveId: latest.waveId });
}

async function gatherCuts(
  context: HostContext,
  { id: indexId }: IndexDefinition,
  latest: WaveRow | undefined,
): Promise<GroupCut[]> {
  if (latest === undefined) return [];
  const segments = await surveyHandlers['survey.listSegments'](context, {});
  const wanted: { by: GroupCut['by']; name: string; groupBy: GroupBy }[] = [
    { by: 'region', name: '', groupBy: { by: 'region' } },
    { by: 'branch', name: '', groupBy: { by: 'branch' } },
    ...segments.filter(tellsGroups).map((segment) => ({
      by: 'segment' as const,
      name: segment.name,
      groupBy: { by: 'segment' as const, segmentId: segment.id },
    })),
  ];
  const cuts = await inTurn(wanted, async ({ by, name, groupBy }) => ({
    by,
    name,
    points: await csiHandlers['csi.listGroupPoints'](context, {
      indexId,
      waveId: latest.id,
      groupBy,
    }),
  }));
  return cuts.filter((cut) => cut.points.length > 1);
}

function tellsGroups(segment: SegmentRow): boolean {
  return segment.values.length > 1 && segment.values.length <= mostSegmentValues;
}

/** One after the other: a report may take its time, and the screen reads in between. */
async function inTurn<From, To>(
  list: readonly From[],
  ask: (entry: From) => Promise<To> | To,
): Promise<To[]> {
  const answers: To[] = [];
  for (const entry of list) answers.push(await ask(entry));
  return answers;
}
