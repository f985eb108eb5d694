import type { houseParts } from '../../../contract/house-file.contract.ts';
import type { KanoClass } from '../../../contract/requirement.contract.ts';
import type { HouseFigures } from '../house-figures.ts';
import type { HouseModel } from '../house-model.ts';

/** Every word in a drawn or exported house, in the reader's language. */
export interface HouseWords {
  readonly whats: string;
  readonly hows: string;
  readonly importance: string;
  readonly kano: string;
  readonly current: string;
  readonly target: string;
  readonly improvementRatio: string;
  readonly salesPoint: string;
  readonly absoluteWeight: string;
  readonly relativeWeight: string;
  readonly direction: string;
  readonly directionUp: string;
  readonly directionDown: string;
  readonly directionTarget: string;
  readonly unit: string;
  readonly targetValue: string;
  readonly difficulty: string;
  readonly absoluteImportance: string;
  readonly relativeImportance: string;
  readonly rank: string;
  readonly customerRatings: string;
  readonly technicalRatings: string;
  readonly ourselves: string;
  readonly roof: string;
  readonly strongPositive: string;
  readonly positive: string;
  readonly negative: string;
  readonly strongNegative: string;
  /** `{shown}` and `{all}` stand for numbers. */
  readonly whatsShown: string;
  readonly howsShown: string;
  readonly kanoClasses: Readonly<Record<KanoClass, string>>;
}

/** What a house is drawn from; nothing is computed here. */
export interface HouseDrawingInput {
  readonly model: HouseModel;
  readonly figures: Pick<HouseFigures, 'whats' | 'hows'>;
  readonly words: HouseWords;
  /** As it shall be read, e.g. 2026-11-22. */
  readonly date: string;
}

/** What can be left out. Parts without any entry are left out without being told. */
export type HousePart = (typeof houseParts)[number];

export interface HouseDrawingOptions {
  readonly cells: 'symbols' | 'numbers';
  /** Heads of the HOWs: turned, or with upright letters one below the other. */
  readonly heads: 'rotated' | 'stacked';
  /** Only so many of the heaviest, still in display order; null for all. */
  readonly topWhats: number | null;
  readonly topHows: number | null;
  readonly hidden: readonly HousePart[];
}

export const usualDrawing: HouseDrawingOptions = {
  cells: 'symbols',
  heads: 'rotated',
  topWhats: null,
  topHows: null,
  hidden: [],
};
