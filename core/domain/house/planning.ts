import { AppError } from '../../contract/app-error.ts';
import { sharesOf } from '../../numerics/shares.ts';

/** What the quality planning table knows of one WHAT. */
export interface PlanningRow {
  /** ≥ 0, in any unit. */
  importance: number;
  /** > 0: how well we do today, on the customers' scale. */
  current: number;
  /** > 0: how well we mean to do, on the same scale. */
  target: number;
  /** > 0: usually 1, 1.2 or 1.5. */
  salesPoint: number;
}

/** Why a figure of a planning table is null. */
export type PlanningNote = 'noWeight';

export interface PlanningResult {
  /** target ÷ current, without unit. */
  improvementRatio: number[];
  /** importance × improvement ratio × sales point, in units of importance. */
  absoluteWeight: number[];
  /** absoluteWeight ÷ Σ absoluteWeight, a fraction; all null when the sum is 0. */
  relativeWeight: (number | null)[];
  notes: PlanningNote[];
}

/**
 * The quality planning table of a House of Quality: what each WHAT weighs once the company's plan for it
 * is taken in.
 *
 *   improvementRatioᵢ = targetᵢ ÷ currentᵢ
 *   absoluteWeightᵢ = importanceᵢ · improvementRatioᵢ · salesPointᵢ
 *   relativeWeightᵢ = absoluteWeightᵢ ÷ Σ absoluteWeight
 *
 * Source: Akao (ed.), "Quality Function Deployment", Productivity Press, 1990; Cohen, "Quality Function
 * Deployment: How to Make QFD Work for You", Addison-Wesley, 1995 (planning matrix).
 *
 * Degenerate cases: no rows give empty lists; where every importance is 0 the relative weights are null
 * and `notes` holds `noWeight`. A ratio below 1 (a target under today's level) is computed as it stands.
 * Throws `calculation.outOfRange` with the path of a value that is not allowed.
 */
export function computePlanning(rows: readonly PlanningRow[]): PlanningResult {
  for (const [i, row] of rows.entries()) refuseBadRow(row, i);
  const improvementRatio = rows.map(({ current, target }) => target / current);
  const absoluteWeight = rows.map(({ importance, salesPoint }, i) =>
    plannedWeight(importance, improvementRatio[i] ?? 0, salesPoint),
  );
  const relativeWeight = sharesOf(absoluteWeight);
  return {
    improvementRatio,
    absoluteWeight,
    relativeWeight,
    notes: relativeWeight.includes(null) ? ['noWeight'] : [],
  };
}

/** The absolute weight of one WHAT, in units of importance; see `computePlanning`. */
export function plannedWeight(
  importance: number,
  improvementRatio: number,
  salesPoint: number,
): number {
  return importance * improvementRatio * salesPoint;
}

function refuseBadRow({ importance, current, target, salesPoint }: PlanningRow, i: number): void {
  const refuse = (field: string) => {
    throw new AppError('calculation.outOfRange', {}, `rows[${i}].${field}`);
  };
  if (!(Number.isFinite(importance) && importance >= 0)) refuse('importance');
  for (const [field, value] of Object.entries({ current, target, salesPoint })) {
    if (!(Number.isFinite(value) && value > 0)) refuse(field);
  }
}
