import type { HouseScale } from '../../../../core/contract/house.contract.ts';
import {
  type RelationScale,
  type ScaleFault,
  scaleFaults,
} from '../../../../core/domain/house/relation-scale.ts';
import { changeScale, levelPlaces } from '../../../../core/domain/house/scale-change.ts';
import { numberOfEntry } from '../../../../core/domain/house/scale-symbols.ts';

/** A level as it is typed. */
export interface LevelDraft {
  key: number;
  value: string;
  symbol: string;
}

export function draftOf({ levels }: RelationScale): LevelDraft[] {
  return levels.map(({ value, symbol }, key) => ({ key, value: String(value), symbol }));
}

/** A value that is no number is 0, which no scale may hold: it shows as a fault of its level. */
export function scaleOfDraft(draft: readonly LevelDraft[]): HouseScale {
  return {
    levels: draft.map(({ value, symbol }) => ({
      value: numberOfEntry(value) ?? 0,
      symbol: symbol.trim(),
    })),
  };
}

/** What becomes of one level of the scale in use. */
export interface LevelFate {
  from: { value: number; symbol: string };
  to: { value: number; symbol: string } | null;
  cells: number;
}

export interface ScalePreview {
  faults: ScaleFault[];
  /** Empty while the draft cannot be used. */
  fates: LevelFate[];
  /** Filled cells that could no longer be told apart. */
  mergedCells: number;
  /** The relations as they would be; null while the draft cannot be used. */
  relations: number[][] | null;
}

/** What a scale would do to the relations that are there. */
export function previewScale(
  relations: readonly (readonly number[])[],
  from: RelationScale,
  to: RelationScale,
): ScalePreview {
  const faults = scaleFaults(to);
  if (faults.length > 0) return { faults, fates: [], mergedCells: 0, relations: null };
  const counts = new Map<number, number>();
  for (const value of relations.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const places = levelPlaces(from, to);
  const change = changeScale(relations, from, to, places);
  return {
    faults,
    fates: from.levels.map((level, place) => ({
      from: level,
      to: to.levels[places[place] ?? 0] ?? null,
      cells: counts.get(level.value) ?? 0,
    })),
    mergedCells: change.mergedCells,
    relations: change.relations,
  };
}
