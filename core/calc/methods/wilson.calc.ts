import { z } from 'zod';
import { wilsonInterval } from '../../domain/proportion/wilson.ts';
import { normalQuantile975 } from '../../numerics/normal.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import { wilsonFormula, wilsonSources } from '../wilson-words.ts';

const inputSchema = z
  .strictObject({
    successes: z.int().min(0).describe('How many of the n cases are counted.'),
    n: z.int().min(1).describe('Sample size.'),
  })
  .superRefine(({ successes, n }, context) => {
    if (successes <= n) return;
    addFault(context, {
      code: 'calc.outOfRange',
      path: ['successes'],
      message: `There are ${successes} successes among ${n} cases; there cannot be more than cases.`,
    });
  });

export const wilsonCalc = defineCalcMethod({
  name: 'wilson',
  description: 'Share of successes with its Wilson score interval (95 %).',
  handling: { missing: 'notASample', weights: 'notASample' },
  input: inputSchema,
  run({ successes, n }) {
    const share = successes / n;
    return { share, ci95: wilsonInterval(share, n).ci95 };
  },
  explain({ successes, n }, { share, ci95 }) {
    const { centre, halfWidth } = wilsonInterval(share, n);
    return {
      sources: wilsonSources,
      inputs: quantities({ successes, n }),
      n,
      exclusions: [],
      steps: [
        {
          id: 'share',
          formula: 'share = successes ÷ n',
          worked: [
            `share = ${workedNumber(successes)} ÷ ${workedNumber(n)} = ${workedNumber(share)}`,
          ],
          results: [quantity('share', share)],
        },
        {
          id: 'interval',
          formula: wilsonFormula('n'),
          results: quantities({ z: normalQuantile975, centre, halfWidth, ci95 }),
        },
      ],
    };
  },
});
