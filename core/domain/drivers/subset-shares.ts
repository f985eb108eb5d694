import { dot, squaredLength } from '../../numerics/inner-product.ts';

/**
 * R² of every subset of columns, by the bits of the subset: shares[0b101] is that of columns 0 and 2.
 *
 * The subsets are visited depth first, each by adding one column to a smaller one: what the new column
 * adds is the squared length of the response along its part at right angles to those before it
 * (Gram–Schmidt). One pass costs about 2ᵏ·k operations; a column that is a combination of those in the
 * subset adds nothing.
 *
 * `directions`: k ≤ 20 unit vectors, `response`: the response in the same dimensions.
 */
export function subsetShares(
  directions: readonly Float64Array[],
  response: Float64Array,
): Float64Array {
  const k = directions.length;
  const shares = new Float64Array(2 ** k);
  const rests = Array.from({ length: k + 1 }, () => directions.map((column) => column.slice()));
  const targets = Array.from({ length: k + 1 }, () => response.slice());

  const visit = (subset: number, next: number, depth: number): void => {
    for (let j = next; j < k; j++) {
      const larger = subset | (1 << j);
      const added = addColumn(rests, targets, j, depth);
      shares[larger] = (shares[subset] ?? 0) + added;
      visit(larger, j + 1, depth + 1);
    }
  };
  visit(0, 0, 0);
  return shares;
}

/** A rest shorter than this share of its column is a combination of the subset. */
const dependence = 1e-10;

/**
 * Column j joins the subset of level `depth`: the rests of the columns after it and of the response,
 * at right angles to it too, go to the next level. Answers what it adds to R².
 */
function addColumn(
  rests: readonly Float64Array[][],
  targets: readonly Float64Array[],
  j: number,
  depth: number,
): number {
  const [columns, fewer] = [rests[depth] ?? [], rests[depth + 1] ?? []];
  const [target, lessTarget] = [targets[depth], targets[depth + 1]];
  const along = columns[j];
  if (along === undefined || target === undefined || lessTarget === undefined) return 0;
  const length = Math.sqrt(squaredLength(along));
  const independent = length > dependence;
  const takeOff = (from: Float64Array, into: Float64Array): number => {
    const share = independent ? dot(along, from) / length : 0;
    const factor = share / length;
    if (!independent) into.set(from);
    else for (let i = 0; i < from.length; i++) into[i] = (from[i] ?? 0) - factor * (along[i] ?? 0);
    return share;
  };
  for (let l = j + 1; l < columns.length; l++) {
    const [from, into] = [columns[l], fewer[l]];
    if (from !== undefined && into !== undefined) takeOff(from, into);
  }
  return takeOff(target, lessTarget) ** 2;
}
