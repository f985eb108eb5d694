import type { VocChannel, VocKind } from '../contract/voc.contract.ts';
import type { OwnerTeam } from './sample-people.ts';
import type { ProductName } from './sample-products.ts';
import type { RequirementKey } from './sample-requirements.ts';

/**
 * What customers write about one theme, as templates (voc-template.ts). Any situation may stand with
 * any outcome and any request of the same theme, so each is written to fit all of the others.
 */
export interface ThemeTexts {
  /** What happened. */
  readonly situations: readonly string[];
  /** What it cost them, or how it felt. */
  readonly outcomes: readonly string[];
  /** What they ask for. */
  readonly requests: readonly string[];
  /** Whole texts of people who write little; no sentence marks. */
  readonly shorts: readonly string[];
  /** Whole notes of an agent who took the call or stood at the counter; no sentence marks. */
  readonly notes: readonly string[];
}

/** Where on the line of four quarters (0 the oldest day, 1 today) a theme is how frequent. */
export type Trend = (place: number) => number;

export interface VocTheme {
  readonly key: string;
  readonly kind: VocKind;
  readonly share: number;
  /** The requirement it is evidence for, and sometimes a second one. None: it stays unassigned. */
  readonly requirements: readonly RequirementKey[];
  /** 1-based survey items whose low (complaint) or high (praise) answers go with it. */
  readonly items: readonly number[];
  readonly severity: readonly [low: number, high: number];
  readonly team: OwnerTeam;
  readonly trend?: Trend;
  /** Multiplies the share month by month, January first. */
  readonly byMonth?: readonly number[];
  /** Channels it is never or more often heard through; when not named 1, and 0 for `monitor`. */
  readonly channels?: Partial<Record<VocChannel, number>>;
  /** Only products looked after at home, only those carried in, or no product at all. */
  readonly product?: 'visited' | 'carried' | 'none';
  /** Products the texts do not fit. */
  readonly except?: readonly ProductName[];
  /** How much more often weak centres hear it. */
  readonly branchSensitivity?: number;
  readonly texts: ThemeTexts;
}
