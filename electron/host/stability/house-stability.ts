import { createHash } from 'node:crypto';
import { AppError } from '../../../core/contract/app-error.ts';
import type {
  HouseStability,
  HowStanding,
  StabilityOptions,
} from '../../../core/contract/stability.contract.ts';
import { houseFigures } from '../../../core/domain/house/house-figures.ts';

import { figureOptionsOf } from '../../../core/domain/house/house-of-view.ts';
import { leavesOf } from '../../../core/domain/house/house-tree.ts';
import { type RobustnessInput, robustnessOfCounts } from '../../../core/domain/house/robustness.ts';
import {
  scaleVariants,
  stabilityOf,
  usualStabilityPlan,
} from '../../../core/domain/importance/csf-stability.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { countCsfsAtWork } from '../../../db/repositories/csf.repository.ts';
import {
  findStability,
  type KeptStability,
} from '../../../db/repositories/stability.repository.ts';
import { readHouseModel } from '../house-view.ts';

/** As many as people usually call critical, while nobody chose any. */
const usualTop = 5;

/** A house with what is to be varied in it and what is known of its variants. */
export interface StabilityCase {
  houseId: number;
  howIds: readonly number[];
  input: RobustnessInput;
  options: StabilityOptions;
  topKFollowsCsfs: boolean;
  scales: number[][];
  weightless: boolean;
  /** Tells this house with these variants from every other. */
  fingerprint: string;
  counts: Uint32Array | null;
}

/**
 * What would be computed for a house, from its own weights (plan, Kano and all), relations and scale: the
 * very input of `csm calc robustness`. Refuses with `house.notFound`.
 */
export async function readStabilityCase(db: WorkspaceDb, houseId: number): Promise<StabilityCase> {
  const model = await readHouseModel(db, houseId);
  if (model === null) throw new AppError('house.notFound');
  const figures = houseFigures(model, figureOptionsOf(model));
  const howIds = leavesOf(model.hows).map(({ id }) => id);
  const kept = await findStability(db, houseId);
  const scales = scaleVariants(model.scale);
  const options = optionsFor(kept, scales, usualStabilityPlan(model.scale, 1));
  const csfs = await countCsfsAtWork(db, houseId);
  const wanted = kept.topK ?? (csfs === 0 ? usualTop : csfs);
  const { draws, seed, weightNoise, normalizations, otherScales } = options;
  const input: RobustnessInput = {
    weights: figures.whats.absolute,
    relations: model.relations,
    draws,
    seed,
    weightNoise,
    topK: Math.max(1, Math.min(wanted, howIds.length)),
    scales: [...scales.slice(0, 1), ...otherScales],
    normalizations,
  };
  const fingerprint = fingerprintOf(input, howIds);
  return {
    houseId,
    howIds,
    input,
    options,
    topKFollowsCsfs: kept.topK === null,
    scales,
    weightless: figures.hows.relative.includes(null) || howIds.length === 0,
    fingerprint,
    counts: kept.fingerprint === fingerprint ? kept.counts : null,
  };
}

export function stepsOf({ input }: StabilityCase): number {
  return input.draws * input.weights.length * (input.relations[0]?.length ?? 0);
}

export function standingsOf({ counts, input, howIds }: StabilityCase): HowStanding[] | null {
  if (counts === null) return null;
  const result = robustnessOfCounts(counts, input.topK, input.draws);
  return howIds.map((howId, place) => {
    const { how: _, ...standing } = stabilityOf(result, place, input.topK, input.draws);
    return { howId, ...standing };
  });
}

export function stabilityOfCase(found: StabilityCase, jobId: string | null): HouseStability {
  const { houseId, options, topKFollowsCsfs, scales, weightless } = found;
  return {
    houseId,
    options,
    topK: found.input.topK,
    topKFollowsCsfs,
    scales,
    steps: stepsOf(found),
    hows: weightless ? null : standingsOf(found),
    weightless,
    fingerprint: found.fingerprint,
    jobId,
  };
}

/** What was asked last, as far as the scale of the house still has as many levels. */
function optionsFor(
  { options }: KeptStability,
  [own = [], ...others]: readonly number[][],
  usual: Pick<StabilityOptions, 'draws' | 'seed' | 'weightNoise'> & {
    normalizations: readonly StabilityOptions['normalizations'][number][];
  },
): StabilityOptions {
  if (options === null) {
    const { draws, seed, weightNoise, normalizations } = usual;
    return { draws, seed, weightNoise, normalizations: [...normalizations], otherScales: others };
  }
  const asked = new Set(options.otherScales.map(String));
  const known = others.filter((values) => asked.has(String(values)));
  const fits = options.otherScales.every(({ length }) => length === own.length);
  // Scales of another number of levels were asked of the house as it was before.
  return { ...options, otherScales: fits ? known : others };
}

function fingerprintOf(input: RobustnessInput, howIds: readonly number[]): string {
  const { topK: _, ...counted } = input;
  return createHash('sha256')
    .update(JSON.stringify([howIds, counted]))
    .digest('hex');
}
