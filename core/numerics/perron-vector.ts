/** A component that changes by less than this share of itself has settled. */
const settled = 4 * Number.EPSILON;
/** Steps of power iteration with one matrix before it is squared. */
const stepsPerSquare = 60;
/** 2⁶⁰ steps of power iteration: more than any matrix of doubles can need. */
const squarings = 60;

/**
 * The right eigenvector of a square matrix of positive numbers to its largest eigenvalue: positive, and
 * scaled to sum 1 (Perron's theorem: there is one such vector and no other).
 *
 * Power iteration x ← A·x ÷ Σ(A·x). Its error shrinks by |λ₂ ÷ λ₁| a step, which may be next to 1; so a
 * matrix that has not settled after 60 steps is squared, which squares that ratio, and the iteration goes
 * on with the square. All entries are positive and nothing is ever subtracted: every component keeps its
 * digits, small ones too. At the end come two steps with the matrix itself, so that rounding of the
 * squares leaves no trace. Entries may differ by any factor: the matrix is first balanced by a diagonal
 * similarity D⁻¹·A·D in powers of two, which is exact.
 *
 * Meant for entries from 1e-9 to 1e9 and any size that fits in memory; n² operations a step, n³ a square.
 */
export function perronVector(matrix: readonly (readonly number[])[]): number[] {
  const n = matrix.length;
  const scale = rowScales(matrix);
  const balanced = balancedMatrix(matrix, scale);
  let vector = new Float64Array(n).fill(1 / n);
  let power = balanced;
  for (let round = 0; round < squarings; round++) {
    const { next, hasSettled } = iterated(power, vector, stepsPerSquare);
    vector = next;
    if (hasSettled) break;
    power = normalisedSquare(power, n);
  }
  const { next } = iterated(balanced, vector, 2);
  return summingToOne(Array.from(next, (value, i) => value * (scale[i] ?? 1)));
}

/** Powers of two nearest to the geometric means of the rows: roughly the vector looked for. */
function rowScales(matrix: readonly (readonly number[])[]): number[] {
  return matrix.map((row) => {
    const logs = row.reduce((sum, value) => sum + Math.log2(value), 0);
    return 2 ** Math.round(logs / row.length);
  });
}

/** bᵢⱼ = aᵢⱼ·dⱼ ÷ dᵢ, row by row. */
function balancedMatrix(matrix: readonly (readonly number[])[], scale: number[]): Float64Array {
  const n = matrix.length;
  const balanced = new Float64Array(n * n);
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      balanced[i * n + j] = (value * (scale[j] ?? 1)) / (scale[i] ?? 1);
    }
  }
  return balanced;
}

function iterated(
  matrix: Float64Array,
  start: Float64Array,
  steps: number,
): { next: Float64Array<ArrayBuffer>; hasSettled: boolean } {
  let before = Float64Array.from(start);
  let next = new Float64Array(start.length);
  for (let step = 0; step < steps; step++) {
    const change = powerStep(matrix, before, next);
    [before, next] = [next, before];
    if (change <= settled) return { next: before, hasSettled: true };
  }
  return { next: before, hasSettled: false };
}

/** `to` ← A·`from`, scaled to sum 1; answers the largest relative change of a component. */
function powerStep(matrix: Float64Array, from: Float64Array, to: Float64Array): number {
  const n = from.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (matrix[i * n + j] as number) * (from[j] as number);
    to[i] = sum;
    total += sum;
  }
  let change = 0;
  for (let i = 0; i < n; i++) {
    const value = (to[i] as number) / total;
    change = Math.max(change, Math.abs(value - (from[i] as number)) / value);
    to[i] = value;
  }
  return change;
}

/** A·A, divided by its largest entry so that no power overflows. */
function normalisedSquare(matrix: Float64Array, n: number): Float64Array {
  const square = new Float64Array(n * n);
  let largest = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = matrix[i * n + k] as number;
      for (let j = 0; j < n; j++) {
        square[i * n + j] = (square[i * n + j] as number) + factor * (matrix[k * n + j] as number);
      }
    }
  }
  for (const value of square) largest = Math.max(largest, value);
  return square.map((value) => value / largest);
}

function summingToOne(values: number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
