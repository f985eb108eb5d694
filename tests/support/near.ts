import { expect } from 'vitest';

/** The figure is `wanted` to a share of itself, by default to eleven digits. */
export function expectNear(actual: unknown, wanted: number, tolerance = 1e-11): void {
  expect(actual).toBeTypeOf('number');
  const error = Math.abs(Number(actual) - wanted);
  expect(error, `${actual}, not ${wanted}`).toBeLessThanOrEqual(
    tolerance * (Math.abs(wanted) || 1),
  );
}
