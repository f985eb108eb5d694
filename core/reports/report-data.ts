import type { ActionRow } from '../contract/action.contract.ts';
import type { CsfRow } from '../contract/csf.contract.ts';
import type {
  GroupPoint,
  IndexDefinition,
  IndexDerivation,
  ItemPoint,
  WavePoint,
} from '../contract/csi.contract.ts';
import type { HandlingSummary } from '../contract/handling.contract.ts';
import type { HouseView } from '../contract/house.contract.ts';
import type {
  InsightPeriod,
  KeywordRanking,
  RisingWords,
  WeeklyVoc,
} from '../contract/insight.contract.ts';
import type { CsfStability } from '../contract/stability.contract.ts';
import type { WaveRow } from '../contract/survey.contract.ts';
import type { Trail } from '../contract/trail.contract.ts';
import type { Overview, WorkspaceInfo } from '../contract/workspace.contract.ts';

/** Everything a report is made of, as the screens get it. Plain data, so that it can go to a worker. */
export interface ReportData {
  workspace: WorkspaceInfo;
  /** `YYYY-MM-DD HH:MM`, local time. */
  createdAt: string;
  overview: Overview;
  /** What customers talk about; null in a report without VOC. */
  insight: InsightReportData | null;
  /** How VOC were answered by their due dates, by person; null in a report without VOC. */
  handling: HandlingSummary | null;
  houses: HouseView[];
  csfs: CsfRow[];
  /** How firmly each CSF stands; empty in a report that does not list CSFs. */
  stability: CsfStability[];
  actions: ActionRow[];
  /** Oldest first. */
  waves: WaveRow[];
  indexes: IndexReportData[];
  /** One per CSF: the words behind it and the survey items that show whether it moved. */
  evidence: CsfEvidence[];
}

export interface InsightReportData {
  keywords: KeywordRanking;
  /** The last weeks against those before; null when there is no VOC. */
  rising: (RisingWords & { period: InsightPeriod; baseline: InsightPeriod }) | null;
  weekly: WeeklyVoc;
}

export interface IndexReportData {
  definition: IndexDefinition;
  wavePoints: WavePoint[];
  /** Of the latest wave; null when it has no index. */
  derivation: IndexDerivation | null;
  items: ItemPoint[];
  /** The latest wave cut by region, branch and each segment; only cuts that have groups. */
  cuts: GroupCut[];
}

export interface GroupCut {
  by: 'region' | 'branch' | 'segment';
  /** Name of the segment; empty for region and branch. */
  name: string;
  points: GroupPoint[];
}

export interface CsfEvidence {
  csfId: number;
  voc: Trail['voc'];
  requirements: Trail['requirements'];
  items: Trail['items'];
}
