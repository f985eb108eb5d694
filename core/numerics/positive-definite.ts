/**
 * Linear equations with a symmetric positive definite matrix (covariances, correlations) by Cholesky's
 * factorisation A = L·Lᵀ (G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th ed. 2013, sect. 4.2).
 * Made for many small systems: it works in place on arrays that the caller keeps.
 */

/**
 * Of a variable's variance, this share must be left after the variables before it have explained what
 * they can (1 − R², the "tolerance" of a regression); below it the variables count as collinear.
 * Rounding in covariances is of order 1e-15, so that a coefficient keeps at least 4 digits.
 */
const leastOwnShare = 1e-10;

/**
 * Overwrites the lower triangle of `matrix` (row by row, `size` × `size`) with its factor L. False, with
 * the matrix spoilt, when the variables are collinear or one of them has no variance.
 */
export function factorPositiveDefinite(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) {
        rest -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
      }
      if (i !== j) matrix[i * size + j] = rest / (matrix[j * size + j] as number);
      else if (rest > leastOwnShare * (matrix[i * size + i] as number)) {
        matrix[i * size + i] = Math.sqrt(rest);
      } else return false;
    }
  }
  return true;
}

/** Overwrites `right` with the solution of A·x = right, given the factor of A. */
export function solveFactored(factor: Float64Array, size: number, right: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (factor[i * size + k] as number) * (right[k] as number);
    right[i] = rest / (factor[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = right[i] as number;
    for (let k = i + 1; k < size; k++) {
      rest -= (factor[k * size + i] as number) * (right[k] as number);
    }
    right[i] = rest / (factor[i * size + i] as number);
  }
}
