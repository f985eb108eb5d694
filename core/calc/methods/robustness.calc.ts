import { z } from 'zod';
import { houseNormalizations } from '../../contract/house.contract.ts';
import {
  houseRobustness,
  maxRobustHows,
  relationOutsideScale,
} from '../../domain/house/robustness.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, subscript, workedNumber } from '../explanation.ts';
import { houseFields, refuseBadHouse } from '../house-fields.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';

const inputSchema = z
  .strictObject({
    ...houseFields,
    draws: z.int().min(1).max(1_000_000).describe('How many houses are drawn.'),
    seed: z.int().describe('The same seed gives the same answer.'),
    weightNoise: z
      .number()
      .min(0)
      .max(1)
      .describe('Each weight is multiplied by 1 + U(−weightNoise, weightNoise).'),
    topK: z.int().min(1).describe('How many HOWs count as the top.'),
    scales: z
      .array(z.array(z.number().min(0)).min(1))
      .min(1)
      .optional()
      .describe(
        'Lists of values, strongest first: the first is the one that relations uses; each draw takes one of them.',
      ),
    normalizations: z
      .array(z.enum(houseNormalizations))
      .min(1)
      .optional()
      .describe(
        'Ways to normalise rows; each draw takes one of them. Left out: rows are used as they are.',
      ),
  })
  .superRefine(({ weights, relations, topK, scales }, context) => {
    refuseBadHouse(context, { weights, relations });
    const n = relations[0]?.length ?? 0;
    if (n > maxRobustHows) {
      addFault(context, {
        code: 'calc.tooManyColumns',
        path: ['relations', 0],
        message: `The house has ${n} HOWs; ranks are counted for at most ${maxRobustHows}.`,
      });
    }
    if (topK > n) {
      addFault(context, {
        code: 'calc.outOfRange',
        path: ['topK'],
        message: `The value must be at most ${n}, the number of HOWs.`,
      });
    }
    if (scales !== undefined) refuseBadScales(context, scales, relations);
  });

type Rows = readonly (readonly number[])[];

/** Scales must be equally long, fall from the strongest level down, and know every relation. */
function refuseBadScales(context: z.RefinementCtx, scales: Rows, relations: Rows): void {
  const levels = scales[0] ?? [];
  refuseRaggedMatrix(context, scales, ['scales']);
  const repeated = levels.findIndex((level, k) => levels.indexOf(level) !== k);
  if (repeated >= 0) {
    addFault(context, {
      code: 'calc.duplicate',
      path: ['scales', 0, repeated],
      message: `The level ${levels[repeated]} stands twice in the scale that relations uses.`,
    });
  }
  for (const [s, scale] of scales.entries()) {
    const rising = scale.findIndex((value, k) => k > 0 && value > (scale[k - 1] ?? 0));
    if (rising < 0) continue;
    addFault(context, {
      code: 'calc.badScale',
      path: ['scales', s, rising],
      message: 'A scale must start with its strongest value and not rise after it.',
    });
  }
  const stranger = relationOutsideScale(relations, levels);
  if (stranger === null) return;
  addFault(context, {
    code: 'calc.outOfScale',
    path: ['relations', stranger.i, stranger.j],
    message: `The relation ${relations[stranger.i]?.[stranger.j]} is neither 0 nor one of the levels of scales[0].`,
  });
}

export const robustnessCalc = defineCalcMethod({
  name: 'robustness',
  description:
    'How firmly the ranks of a house stand when weights and scales are varied at random.',
  handling: { missing: 'notASample', weights: 'notASample' },
  input: inputSchema,
  run: houseRobustness,
  explain(input, { topKShare, rankMedian, rankP05, rankP95 }) {
    return {
      sources: [
        'Ghiya, K. K., Bahill, A. T., Chapman, W. L., QFD: Validating Robustness, Quality Engineering 11(4), 1999, 593–611',
        'Akao, Y. (ed.), Quality Function Deployment, Productivity Press, 1990',
        'Hyndman, R. J., Fan, Y., Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996, 361–365 (type 7)',
      ],
      inputs: quantities({
        w: input.weights,
        r: input.relations,
        scales: input.scales ?? null,
        draws: input.draws,
        seed: input.seed,
        weightNoise: input.weightNoise,
        topK: input.topK,
        normalizations: input.normalizations?.join(', ') ?? 'none',
      }),
      n: null,
      exclusions: [],
      steps: [
        {
          id: 'draw',
          formula: `wᵢ⁽ᵈ⁾ = wᵢ·(1 + uᵢ⁽ᵈ⁾), uᵢ⁽ᵈ⁾ ~ U(−weightNoise, weightNoise); rᵢⱼ⁽ᵈ⁾ = ${
            input.normalizations?.includes('lyman')
              ? 'normalization⁽ᵈ⁾(scale⁽ᵈ⁾(rᵢⱼ))'
              : 'scale⁽ᵈ⁾(rᵢⱼ)'
          }`,
          results: quantities({ draws: input.draws, scales: input.scales?.length ?? 1 }),
        },
        {
          id: 'rank',
          formula:
            'absoluteⱼ⁽ᵈ⁾ = Σᵢ wᵢ⁽ᵈ⁾·rᵢⱼ⁽ᵈ⁾; rankⱼ⁽ᵈ⁾ = 1 + #{k: absoluteₖ⁽ᵈ⁾ > absoluteⱼ⁽ᵈ⁾}',
          results: [],
        },
        {
          id: 'topKShare',
          formula: 'topKShareⱼ = #{d: rankⱼ⁽ᵈ⁾ ≤ topK} ÷ draws',
          worked: topKShare
            .slice(0, 3)
            .map(
              (share, j) =>
                `topKShare${subscript(j)} = ${Math.round(share * input.draws)} ÷ ${input.draws} = ${workedNumber(share)}`,
            ),
          results: [quantity('topKShare', topKShare)],
        },
        {
          id: 'quantiles',
          formula:
            'h = p·(draws − 1), f = floor(h); quantile = x[f] + (h − f)·(x[f + 1] − x[f]); x[0] ≤ x[1] ≤ …',
          results: quantities({ rankMedian, rankP05, rankP95 }),
        },
      ],
    };
  },
});
