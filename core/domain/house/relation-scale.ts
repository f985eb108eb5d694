import { AppError } from '../../contract/app-error.ts';
import { foldedSymbol, isNoneSign, numberOfEntry } from './scale-symbols.ts';

/** One strength of a relation. */
export interface ScaleLevel {
  /** `lowestLevelValue` to `highestLevelValue`. */
  readonly value: number;
  /** One character or two, as drawn in a cell. */
  readonly symbol: string;
}

/** What the cells of a house may hold beside nothing: strongest first. */
export interface RelationScale {
  readonly levels: readonly ScaleLevel[];
}

export const maxScaleLevels = 9;
/** Keeps sums of weights far from the ends of what a double holds. */
export const lowestLevelValue = 0.001;
export const highestLevelValue = 1000;

/** ◎ 9, ○ 3, △ 1: what nearly every house is drawn with. */
export const usualScale = scaleOf([9, '◎'], [3, '○'], [1, '△']);

/** The name tells the values; words for people are kept under the same name. */
export const scalePresetIds = [
  '9-3-1',
  '9-5-1',
  '5-3-1',
  '4-2-1',
  '3-2-1',
  '9-6-3-1',
  '9-7-5-3-1',
] as const;
export type ScalePresetId = (typeof scalePresetIds)[number];

/**
 * Scales to choose from. 9/3/1 is that of the Kobe shipyard's first matrices, 5/3/1 and 4/2/1 are those of
 * Japanese textbooks (Akao, ed., 1990; Mizuno & Akao, eds., 1994); scales of four and five levels are
 * for teams that want to tell more apart.
 */
export const scalePresets: Readonly<Record<ScalePresetId, RelationScale>> = {
  '9-3-1': usualScale,
  '9-5-1': scaleOf([9, '◎'], [5, '○'], [1, '△']),
  '5-3-1': scaleOf([5, '◎'], [3, '○'], [1, '△']),
  '4-2-1': scaleOf([4, '◎'], [2, '○'], [1, '△']),
  '3-2-1': scaleOf([3, '◎'], [2, '○'], [1, '△']),
  '9-6-3-1': scaleOf([9, '●'], [6, '◎'], [3, '○'], [1, '△']),
  '9-7-5-3-1': scaleOf([9, '★'], [7, '●'], [5, '◎'], [3, '○'], [1, '△']),
};

function scaleOf(...levels: (readonly [number, string])[]): RelationScale {
  return { levels: levels.map(([value, symbol]) => ({ value, symbol })) };
}

/** Whether both have the same values and symbols. */
export function sameScale(one: RelationScale, other: RelationScale): boolean {
  return (
    one.levels.length === other.levels.length &&
    one.levels.every(
      ({ value, symbol }, place) =>
        value === other.levels[place]?.value && symbol === other.levels[place].symbol,
    )
  );
}

/** The preset with the same values and symbols; null for a scale of one's own. */
export function presetOf(scale: RelationScale): ScalePresetId | null {
  return scalePresetIds.find((id) => sameScale(scalePresets[id], scale)) ?? null;
}

/** Why a scale cannot be used; words are `house:errors.<reason>`. */
export type ScaleFaultReason =
  /** None, or more than `maxScaleLevels`. */
  | 'scaleLevelCount'
  | 'scaleValue'
  /** Not below the level before it. */
  | 'scaleOrder'
  /** Not one or two characters, or with blanks. */
  | 'scaleSymbol'
  /** It would be read as another level's number, or as no relation. */
  | 'scaleSymbolUnclear'
  /** Another level has it, or one that looks like it. */
  | 'scaleSymbolTaken';

export interface ScaleFault {
  readonly reason: ScaleFaultReason;
  /** Place of the level, from 0; null for a fault of the whole scale. */
  readonly level: number | null;
}

/** Everything that keeps a scale from being used, by level; empty for one that can be used. */
export function scaleFaults({ levels }: RelationScale): ScaleFault[] {
  const faults: ScaleFault[] = [];
  if (levels.length === 0 || levels.length > maxScaleLevels) {
    faults.push({ reason: 'scaleLevelCount', level: null });
  }
  const taken = new Set<string>();
  for (const [level, { value, symbol }] of levels.entries()) {
    const before = levels[level - 1]?.value ?? Number.POSITIVE_INFINITY;
    if (!(value >= lowestLevelValue && value <= highestLevelValue)) {
      faults.push({ reason: 'scaleValue', level });
    } else if (!(value < before)) {
      faults.push({ reason: 'scaleOrder', level });
    }
    const reason = symbolFault(symbol, value, taken);
    if (reason !== null) faults.push({ reason, level });
    taken.add(foldedSymbol(symbol));
  }
  return faults;
}

function symbolFault(
  symbol: string,
  value: number,
  taken: ReadonlySet<string>,
): ScaleFaultReason | null {
  const characters = [...symbol.normalize('NFC')].length;
  if (characters < 1 || characters > 2 || /[\s\p{C}]/u.test(symbol)) return 'scaleSymbol';
  if (isNoneSign(symbol)) return 'scaleSymbolUnclear';
  const number = numberOfEntry(symbol);
  if (number !== null && number !== value) return 'scaleSymbolUnclear';
  return taken.has(foldedSymbol(symbol)) ? 'scaleSymbolTaken' : null;
}

/**
 * The scale, when it can be used.
 *
 * @throws AppError `house.<ScaleFaultReason>` for the first of `scaleFaults`, with its path
 */
export function checkedScale(scale: RelationScale): RelationScale {
  const fault = scaleFaults(scale)[0];
  if (fault === undefined) return scale;
  const path = fault.level === null ? 'levels' : `levels[${fault.level}]`;
  throw new AppError(`house.${fault.reason}`, { max: maxScaleLevels }, path);
}
