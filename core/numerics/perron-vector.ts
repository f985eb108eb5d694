import { summingToOne } from './shares.ts';

/** Quadratic convergence needs fewer than ten; the bound only keeps a fault from running for ever. */
const iterationLimit = 100;

/**
 * The right eigenvector of a square matrix of positive numbers to its largest eigenvalue: positive, and
 * scaled to sum 1 (Perron's theorem: there is one such vector and no other). Zeros are allowed where the
 * matrix stays irreducible: every element must be reachable from every other over positive entries
 * (Frobenius). Otherwise the answer means nothing.
 *
 * Noda iteration (T. Noda, "Note on the Computation of the Maximal Eigenvalue of a Non-negative
 * Irreducible Matrix", Numerische Mathematik 17, 1971, 382–386): with λ̄ = max (A·x)ᵢ ÷ xᵢ solve
 * (λ̄·I − A)·y = x and take y for the next x. It converges from every positive start and quadratically,
 * where power iteration crawls once the second eigenvalue is nearly as large as the first.
 *
 * Each step looks at B = D⁻¹·A·D with x on the diagonal of D, so that the current vector is all ones and
 * λ̄·I − B is known by its row sums uᵢ = λ̄ − Σⱼ bᵢⱼ ≥ 0 and its off-diagonal entries. Elimination on
 * those (the way of Grassmann, Taksar & Heyman, "Regenerative Analysis and Steady State Distributions for
 * Markov Chains", Operations Research 33, 1985, 1107–1116) subtracts nothing: small components keep their
 * digits next to large ones.
 *
 * It ends when all (A·x)ᵢ ÷ xᵢ are the same to rounding. Meant for entries from 1e-9 to 1e9; n³ ÷ 3
 * operations a step.
 */
export function perronVector(matrix: readonly (readonly number[])[]): number[] {
  const n = matrix.length;
  let vector = rowGeometricMeans(matrix);
  for (let iteration = 0; iteration < iterationLimit; iteration++) {
    const scaled = scaledMatrix(matrix, vector);
    const { excess, spread } = rowExcess(scaled, n);
    if (spread <= 2 * n * Number.EPSILON) break;
    const factors = solveByAddition(scaled, excess);
    vector = summingToOne(vector.map((value, i) => value * (factors[i] as number)));
  }
  return vector;
}

/** The vector itself when the comparisons are consistent; a near guess otherwise. Zeros are passed over. */
function rowGeometricMeans(matrix: readonly (readonly number[])[]): number[] {
  const means = matrix.map((row) => {
    const known = row.filter((value) => value > 0);
    return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length);
  });
  return summingToOne(means);
}

/** bᵢⱼ = aᵢⱼ·xⱼ ÷ xᵢ, row by row. */
function scaledMatrix(matrix: readonly (readonly number[])[], x: readonly number[]): Float64Array {
  const n = matrix.length;
  const scaled = new Float64Array(n * n);
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      scaled[i * n + j] = (value * (x[j] as number)) / (x[i] as number);
    }
  }
  return scaled;
}

/** How far each row sum stays below the largest; `spread` is the farthest, as a share of the largest. */
function rowExcess(scaled: Float64Array, n: number): { excess: Float64Array; spread: number } {
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) sums[i] = (sums[i] as number) + (scaled[i * n + j] as number);
  }
  const largest = sums.reduce((found, sum) => Math.max(found, sum), 0);
  const excess = sums.map((sum) => largest - sum);
  return { excess, spread: excess.reduce((found, value) => Math.max(found, value), 0) / largest };
}

/**
 * y with M·y = 1 for the matrix M whose off-diagonal entries are −bᵢⱼ and whose rows sum to uᵢ, scaled to
 * a largest component of 1. Overwrites both arguments.
 */
function solveByAddition(b: Float64Array, u: Float64Array): Float64Array {
  const n = u.length;
  const right = new Float64Array(n).fill(1);
  const diagonal = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let pivot = u[k] as number;
    for (let j = k + 1; j < n; j++) pivot += b[k * n + j] as number;
    diagonal[k] = pivot;
    for (let i = k + 1; i < n; i++) {
      const factor = (b[i * n + k] as number) / pivot;
      for (let j = k + 1; j < n; j++) {
        b[i * n + j] = (b[i * n + j] as number) + factor * (b[k * n + j] as number);
      }
      u[i] = (u[i] as number) + factor * (u[k] as number);
      right[i] = (right[i] as number) + factor * (right[k] as number);
    }
  }
  return substituted(b, diagonal, right);
}

/** Back substitution; the last pivot, next to 0 near the end, is a common factor of all components. */
function substituted(b: Float64Array, diagonal: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const y = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let sum = right[k] as number;
    for (let j = k + 1; j < n; j++) sum += (b[k * n + j] as number) * (y[j] as number);
    y[k] = sum / (diagonal[k] as number);
  }
  const largest = y.reduce((found, value) => Math.max(found, value), 0);
  return y.map((value) => value / largest);
}
