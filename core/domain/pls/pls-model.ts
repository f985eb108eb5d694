import { type StructuralModel, structuralModel } from './structural-model.ts';

/** A: the construct shows in its items (reflective). B: the items make up the construct (formative). */
export const plsModes = ['A', 'B'] as const;
export type PlsMode = (typeof plsModes)[number];

/** How the neighbours of a construct count in its inner estimate. */
export const plsSchemes = ['centroid', 'factorial', 'path'] as const;
export type PlsScheme = (typeof plsSchemes)[number];

/** Everything about a PLS path model but the data; plain values that can go to a worker. */
export interface PlsModel extends StructuralModel {
  /**
   * Items are numbered through, construct by construct: those of construct j are blockStarts[j] to
   * blockStarts[j + 1] − 1. An item in two blocks has a number in each.
   */
  readonly blockStarts: readonly number[];
  /** modes[j] of construct j. */
  readonly modes: readonly PlsMode[];
  readonly scheme: PlsScheme;
  /** Items standardised, not only centred. */
  readonly scaled: boolean;
}

export interface PlsBlock {
  readonly latent: string;
  readonly mode: PlsMode;
  readonly items: number;
}

/** Throws as `structuralModel` does. */
export function plsModel(
  blocks: readonly PlsBlock[],
  paths: readonly (readonly [string, string])[],
  options: { scheme: PlsScheme; scaled: boolean },
): PlsModel {
  const blockStarts = [0];
  for (const { items } of blocks) blockStarts.push((blockStarts.at(-1) ?? 0) + items);
  const structure = structuralModel(
    blocks.map(({ latent }) => latent),
    paths,
  );
  return { ...structure, ...options, blockStarts, modes: blocks.map(({ mode }) => mode) };
}

export function itemCount(model: PlsModel): number {
  return model.blockStarts.at(-1) ?? 0;
}

/** The entries of construct j in a list that has one entry per item. */
export function blockOf<T>(model: PlsModel, j: number, entries: readonly T[]): T[] {
  return entries.slice(model.blockStarts[j], model.blockStarts[j + 1]);
}
