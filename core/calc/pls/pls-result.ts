import { blockOf, type PlsModel } from '../../domain/pls/pls-model.ts';
import { withNotes } from '../with-notes.ts';
import { plsCaseOf, plsFiguresOf } from './pls-case.ts';
import type { PlsJson } from './pls-input.schema.ts';
import { bootstrapSentences, plsSentences } from './pls-notes.ts';

/** What `csm calc pls` answers. */
export type PlsOutput = ReturnType<typeof plsResultOf>;

export function plsResultOf(input: PlsJson, drawn: Float64Array | null) {
  const plsCase = plsCaseOf(input);
  const { model, sample, excluded } = plsCase;
  const { estimate, index, quality, bootstrap } = plsFiguresOf(plsCase, input, drawn);
  const figures = {
    n: sample.n,
    excluded,
    iterations: estimate.iterations,
    converged: estimate.converged,
    paths: byPath(model, estimate.paths),
    totalEffects: Object.fromEntries(
      estimate.totalEffects.map(({ from, to, effect }) => [wayName(model, from, to), effect]),
    ),
    outerWeights: byBlock(model, estimate.weights),
    loadings: byBlock(model, estimate.loadings),
    r2: byEndogenous(model, estimate.r2),
    correlations: byLatent(
      model,
      estimate.correlations.map((row) => byLatent(model, row)),
    ),
    index: byLatent(model, index.index),
    alpha: byLatent(model, quality.alpha),
    compositeReliability: byLatent(model, quality.compositeReliability),
    ave: byLatent(model, quality.ave),
    ...(bootstrap === null
      ? {}
      : {
          intervals: byPath(model, bootstrap.intervals),
          standardErrors: byPath(model, bootstrap.standardErrors),
          bootstrap: { draws: bootstrap.draws, used: bootstrap.used },
        }),
  };
  return withNotes(figures, [
    ...plsSentences([...estimate.notes, ...index.notes, ...quality.notes]),
    ...bootstrapSentences(bootstrap),
  ]);
}

type ByName<T> = Record<string, T>;

/** {construct: entry}, from a list with one entry per construct. */
export function byLatent<T>({ latents }: PlsModel, entries: readonly T[]): ByName<T> {
  return Object.fromEntries(latents.map((name, j) => [name, entries[j] as T]));
}

/** {construct: [entry…]}, from a list with one entry per item. */
export function byBlock<T>(model: PlsModel, entries: readonly T[]): ByName<T[]> {
  return Object.fromEntries(model.latents.map((name, j) => [name, blockOf(model, j, entries)]));
}

/** {"A->B": entry}, from a list with one entry per path. */
function byPath<T>(model: PlsModel, entries: readonly T[]): ByName<T> {
  return Object.fromEntries(
    model.paths.map(([from, to], i) => [wayName(model, from, to), entries[i] as T]),
  );
}

export function wayName({ latents }: PlsModel, from: number, to: number): string {
  return `${latents[from]}->${latents[to]}`;
}

/** Figures without a construct of their own are left out: {"SAT": 0.7} for endogenous ones. */
function byEndogenous<T>({ latents }: PlsModel, entries: ReadonlyMap<number, T>): ByName<T> {
  return Object.fromEntries([...entries].map(([j, entry]) => [latents[j] ?? '', entry]));
}
