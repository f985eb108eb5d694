import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { type RoofValue, roofLookup } from '../../../../core/domain/house/roof.ts';
import {
  type RoofBearing,
  type RoofReading,
  roofBearing,
} from '../../../../core/domain/house/roof-findings.ts';
import { shownRoof } from '../../../../core/domain/house/shown-lines.ts';
import type { HowLine } from '../matrix-lines.ts';

/** A filled diamond as it is drawn. */
export interface DrawnRoofCell {
  left: number;
  right: number;
  strength: Exclude<RoofValue, 0>;
  /** Correlations it stands for where groups are collapsed. */
  count: number;
  bearing: RoofBearing | null;
  /**
   * A conflict that the sign alone does not tell of: `told` by the directions of the two, `chosen` when
   * both are chosen, so that they will be pulled two ways at once.
   */
  conflict: 'told' | 'chosen' | null;
}

export interface RoofColumns {
  /** null for a collapsed group, whose pairs cannot be written. */
  howIds: readonly (number | null)[];
  names: readonly string[];
}

type RoofView = Pick<HouseView, 'hows' | 'roof' | 'roofReading'>;

export function roofColumns(columns: readonly HowLine[]): RoofColumns {
  return {
    howIds: columns.map(({ leaf }) => leaf?.howId ?? null),
    names: columns.map(({ name }) => name),
  };
}

/** What is filled in the roof over the shown columns, and whether it is a conflict. */
export function drawnRoof(view: RoofView, columns: readonly HowLine[]): DrawnRoofCell[] {
  const leafIds = view.hows.map(({ howId }) => howId);
  const shown = columns.map(({ id, leaf, level, firstLeaf, leafCount }) => {
    const kind = leaf === null ? ('collapsed' as const) : ('leaf' as const);
    return { id, kind, level, firstLeaf, leafCount };
  });
  return shownRoof(view.roof, leafIds, shown).map((cell) => {
    const one = columns[cell.left]?.leaf ?? null;
    const other = columns[cell.right]?.leaf ?? null;
    const bearing =
      one === null || other === null
        ? null
        : roofBearing(cell.strength, [one.direction, other.direction], view.roofReading);
    const bothChosen = (one?.csfId ?? null) !== null && (other?.csfId ?? null) !== null;
    return { ...cell, bearing, conflict: conflictOf(bearing, bothChosen, view.roofReading) };
  });
}

function conflictOf(
  bearing: RoofBearing | null,
  bothChosen: boolean,
  reading: RoofReading,
): DrawnRoofCell['conflict'] {
  if (bearing !== 'conflict') return null;
  if (bothChosen) return 'chosen';
  return reading === 'values' ? 'told' : null;
}

/** The value between two shown columns. */
export function roofValueBetween(
  view: RoofView,
  { howIds }: RoofColumns,
): (left: number, right: number) => RoofValue {
  const lookup = roofLookup(view.roof);
  return (left, right) => {
    const one = howIds[left] ?? null;
    const other = howIds[right] ?? null;
    return one === null || other === null ? 0 : lookup(one, other);
  };
}
