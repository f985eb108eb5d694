import type { HowStanding, StabilityGrade } from '../../contract/stability.contract.ts';
import type { HouseNormalization } from '../house/house.ts';
import { type RelationScale, scalePresets } from '../house/relation-scale.ts';
import {
  houseRobustness,
  type RobustnessInput,
  type RobustnessResult,
} from '../house/robustness.ts';

/** Shares of variants from which a grade is given; a convention of this program, shown with the figure. */
const stabilityLimits = { firm: 0.9, likely: 0.6, open: 0.1 } as const;

/** What a CSF list says about one HOW, known by its place among the columns. */
export interface HowStability extends Omit<HowStanding, 'howId'> {
  how: number;
}

/** What was varied, so that the sentence can be checked: the same plan gives the same figures. */
export interface StabilityPlan {
  draws: number;
  seed: number;
  /** Each weight is off by up to this share of itself. */
  weightNoise: number;
  topK: number;
  scales: readonly (readonly number[])[];
  normalizations: readonly HouseNormalization[];
}

/** 10,000 variants, weights off by up to a fifth, both ways to count rows. */
export function usualStabilityPlan(scale: RelationScale, topK: number): StabilityPlan {
  return {
    draws: 10_000,
    seed: 20_011,
    weightNoise: 0.2,
    topK,
    scales: scaleVariants(scale),
    normalizations: ['none', 'lyman'],
  };
}

/**
 * The values of a scale, and those of the usual scales with as many levels: what the same signs might have
 * been worth. Strongest first; none twice.
 */
export function scaleVariants(scale: RelationScale): number[][] {
  const valuesOf = ({ levels }: RelationScale) => levels.map(({ value }) => value);
  const own = valuesOf(scale);
  const met = new Set([own.join('/')]);
  const others = Object.values(scalePresets)
    .map(valuesOf)
    .filter((values) => {
      if (values.length !== own.length || met.has(values.join('/'))) return false;
      met.add(values.join('/'));
      return true;
    });
  return [own, ...others];
}

/**
 * How firmly each HOW belongs to the first k, over weight noise, scales and normalisations together. The
 * figures are those of `houseRobustness` with the same input; errors and degenerate cases are there. Takes
 * about draws × m × n multiplications: for a worker when that is more than some ten million.
 */
export function csfStability(
  house: Pick<RobustnessInput, 'weights' | 'relations'>,
  plan: StabilityPlan,
): HowStability[] {
  const result = houseRobustness({ ...house, ...plan });
  return result.topKShare.map((_, how) => stabilityOf(result, how, plan.topK, plan.draws));
}

/** The sentence about one HOW from figures of `houseRobustness`. */
export function stabilityOf(
  result: RobustnessResult,
  how: number,
  topK: number,
  variants: number,
): HowStability {
  const topShare = result.topKShare[how] ?? 0;
  return {
    how,
    topK,
    variants,
    topShare,
    topPercent: honestPercent(topShare),
    rankMedian: result.rankMedian[how] ?? 0,
    rankLow: result.rankP05[how] ?? 0,
    rankHigh: result.rankP95[how] ?? 0,
    grade: gradeOf(topShare),
  };
}

/** 99.97 % is not always, and 0.02 % is not never. */
function honestPercent(share: number): number {
  if (share === 0 || share === 1) return share * 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

function gradeOf(share: number): StabilityGrade {
  if (share >= stabilityLimits.firm) return 'firm';
  if (share >= stabilityLimits.likely) return 'likely';
  return share >= stabilityLimits.open ? 'open' : 'unlikely';
}
