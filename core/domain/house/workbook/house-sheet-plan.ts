import { groupDepth, type HouseLeaf, leafPaths } from '../house-leaves.ts';
import type { HouseModel, HouseNode, ModelHow, ModelWhat } from '../house-model.ts';

/** Marks of this program in the hidden column and row of a sheet; never shown, never translated. */
export const houseMark = 'csm-house';
export const roofMark = 'csm-roof';
export const factsMark = 'csm-facts';

export type PlanKey =
  | 'current'
  | 'target'
  | 'improvementRatio'
  | 'salesPoint'
  | 'absoluteWeight'
  | 'relativeWeight';
export type FootKey =
  | 'unit'
  | 'targetValue'
  | 'difficulty'
  | 'absoluteImportance'
  | 'relativeImportance'
  | 'rank'
  | 'ownRating';

export const planKeys = [
  'current',
  'target',
  'improvementRatio',
  'salesPoint',
  'absoluteWeight',
  'relativeWeight',
] as const satisfies readonly PlanKey[];
export const footKeys = [
  'unit',
  'targetValue',
  'difficulty',
  'absoluteImportance',
  'relativeImportance',
  'rank',
  'ownRating',
] as const satisfies readonly FootKey[];

/** Where everything of a house lies on its sheet, counted from 0. Column 0 and `keyRow` are hidden. */
export interface HouseSheetPlan {
  readonly whats: readonly HouseLeaf<ModelWhat>[];
  readonly hows: readonly HouseLeaf<ModelHow>[];
  readonly whatLevels: number;
  readonly howLevels: number;
  readonly titleRow: 0;
  readonly hintRow: 1;
  readonly keyRow: 2;
  readonly howGroupRow: number;
  readonly howCodeRow: number;
  readonly howNameRow: number;
  readonly directionRow: number;
  readonly firstWhatRow: number;
  readonly footRow: (key: FootKey) => number;
  readonly howRatingRow: (competitor: number) => number;
  readonly rowCount: number;
  readonly whatGroupColumn: 1;
  readonly whatCodeColumn: number;
  readonly whatNameColumn: number;
  readonly kanoColumn: number;
  readonly importanceColumn: number;
  readonly firstHowColumn: number;
  readonly planColumn: (key: PlanKey) => number;
  /** Weight ÷ row sum; null unless rows are normalised. */
  readonly shareColumn: number | null;
  readonly whatRatingColumn: (competitor: number) => number;
  readonly columnCount: number;
}

export function planHouseSheet(model: HouseModel, isNormalized: boolean): HouseSheetPlan {
  const whats = leafPaths(model.whats);
  const hows = leafPaths(model.hows);
  const whatLevels = groupDepth(whats);
  const howLevels = groupDepth(hows);
  const howCodeRow = 3 + howLevels;
  const firstWhatRow = howCodeRow + 3;
  const firstFootRow = firstWhatRow + whats.length;
  const whatCodeColumn = 1 + whatLevels;
  const firstHowColumn = whatCodeColumn + 4;
  const firstPlanColumn = firstHowColumn + hows.length;
  const afterPlan = firstPlanColumn + planKeys.length;
  const firstRatingColumn = afterPlan + (isNormalized ? 1 : 0);
  return {
    whats,
    hows,
    whatLevels,
    howLevels,
    titleRow: 0,
    hintRow: 1,
    keyRow: 2,
    howGroupRow: 3,
    howCodeRow,
    howNameRow: howCodeRow + 1,
    directionRow: howCodeRow + 2,
    firstWhatRow,
    footRow: (key) => firstFootRow + footKeys.indexOf(key),
    howRatingRow: (competitor) => firstFootRow + footKeys.length + competitor,
    rowCount: firstFootRow + footKeys.length + model.competitors.length,
    whatGroupColumn: 1,
    whatCodeColumn,
    whatNameColumn: whatCodeColumn + 1,
    kanoColumn: whatCodeColumn + 2,
    importanceColumn: whatCodeColumn + 3,
    firstHowColumn,
    planColumn: (key) => firstPlanColumn + planKeys.indexOf(key),
    shareColumn: isNormalized ? afterPlan : null,
    whatRatingColumn: (competitor) => firstRatingColumn + competitor,
    columnCount: firstRatingColumn + model.competitors.length,
  };
}

/** `what:3/11`: ids from the first level down to the leaf itself. */
export function leafKey(side: 'what' | 'how', { node, groups }: HouseLeaf<HouseNode>): string {
  return `${side}:${[...groups, node].map(({ id }) => id).join('/')}`;
}

/** The ids of a `leafKey`; null for any other text. */
export function idsOfKey(side: 'what' | 'how', key: string): number[] | null {
  const prefix = `${side}:`;
  if (!key.startsWith(prefix)) return null;
  const ids = key.slice(prefix.length).split('/').map(Number);
  return ids.every(Number.isSafeInteger) ? ids : null;
}
