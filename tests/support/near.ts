import { expect } from 'vitest';

/** The figure is `wanted` to a share of itself, by default to eleven digits. */
export function expectNear(actual: unknown, wanted: number, tolerance = 1e-11): void {
  expect(actual).toBeTypeOf('number');
  const error = Math.abs(Number(actual) - wanted);
  expect(error, `${actual}, not ${wanted}`).toBeLessThanOrEqual(
    tolerance * (Math.abs(wanted) || 1),
  );
}

/** Every figure of a list is as `wanted`, to a share of itself. */
export function expectEachNear(
  actual: readonly unknown[],
  wanted: readonly number[],
  tolerance?: number,
): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expectNear(actual[i], value, tolerance);
}

/** Every figure of a list is as `wanted`, to an absolute tolerance. */
export function expectClose(actual: unknown[], wanted: number[], tolerance = 1e-9): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    expect(Math.abs(Number(actual[i]) - value)).toBeLessThan(tolerance);
  }
}
