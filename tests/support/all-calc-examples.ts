import type * as fc from 'fast-check';
import type { CalcExamples } from './calc-example.ts';

/** Every file beside is read, so that a new method's example joins the tests over all methods. */
const exampleFiles = import.meta.glob<Record<string, CalcExamples>>('./calc-examples/*.ts', {
  eager: true,
});
const arbitraryFiles = import.meta.glob<Record<string, Record<string, fc.Arbitrary<object>>>>(
  './calc-arbitraries/*.ts',
  { eager: true },
);

/** One valid input by method. */
export const calcExamples: ReadonlyMap<string, object> = new Map(
  Object.values(exampleFiles).flatMap((file) =>
    Object.values(file).flatMap((examples) => Object.entries(examples)),
  ),
);

/** Inputs of every kind that a method's schema lets through, by method. */
export const calcArbitraries: ReadonlyMap<string, fc.Arbitrary<object>> = new Map(
  Object.values(arbitraryFiles).flatMap((file) =>
    Object.values(file).flatMap((arbitraries) => Object.entries(arbitraries)),
  ),
);

export function exampleOf(method: string): object {
  const example = calcExamples.get(method);
  if (example === undefined) throw new Error(`tests/support/calc-examples has none for ${method}`);
  return example;
}
