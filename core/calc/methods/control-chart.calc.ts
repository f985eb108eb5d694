import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import { attributeChart, unequalSize } from '../../domain/control-chart/attribute-chart.ts';
import type {
  ControlChart,
  ControlChartNote,
  VariablesChart,
} from '../../domain/control-chart/chart-signals.ts';
import { xbarRChart } from '../../domain/control-chart/xbar-r-chart.ts';
import { xmrChart } from '../../domain/control-chart/xmr-chart.ts';
import { largestRangeGroup, rangeConstants } from '../../numerics/range-constants.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, subscript, workedNumber } from '../explanation.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';
import { withNotes } from '../with-notes.ts';

const chartTypes = ['p', 'np', 'c', 'u', 'xmr', 'xbar-r'] as const;
type ChartType = (typeof chartTypes)[number];
type DataField = 'counts' | 'sizes' | 'values' | 'groups';

const fieldsOf: Record<ChartType, { needed: DataField[]; optional: DataField[] }> = {
  p: { needed: ['counts', 'sizes'], optional: [] },
  np: { needed: ['counts', 'sizes'], optional: [] },
  c: { needed: ['counts'], optional: ['sizes'] },
  u: { needed: ['counts', 'sizes'], optional: [] },
  xmr: { needed: ['values'], optional: [] },
  'xbar-r': { needed: ['groups'], optional: [] },
};

const inputSchema = z
  .strictObject({
    type: z
      .enum(chartTypes)
      .describe(
        'p, np: defective units; c, u: defects; xmr: single values; xbar-r: groups of values.',
      ),
    counts: z
      .array(z.number().int().min(0))
      .min(1)
      .optional()
      .describe('p, np, c, u: defective units or defects at each point.'),
    sizes: z
      .array(z.number().gt(0))
      .min(1)
      .optional()
      .describe(
        'p, np: whole number of units inspected at each point; u: area of opportunity. np needs equal sizes; c needs none, or equal ones, which change nothing.',
      ),
    values: z.array(z.number()).min(1).optional().describe('xmr: the values in time order.'),
    groups: z
      .array(z.array(z.number()).min(1))
      .min(1)
      .optional()
      .describe('xbar-r: groups of 2 to 25 values each, all of the same size, in time order.'),
  })
  .superRefine((input, context) => {
    if (refuseOtherFields(context, input)) return;
    refuseBadSizes(context, input);
    refuseBadGroups(context, input.groups);
  });

type ChartJson = z.output<typeof inputSchema>;

/** Each type of chart has fields of its own; a field of another type would be ignored in silence. */
function refuseOtherFields(context: z.RefinementCtx, input: ChartJson): boolean {
  const { needed, optional } = fieldsOf[input.type];
  const all: DataField[] = ['counts', 'sizes', 'values', 'groups'];
  const absent = needed.find((field) => input[field] === undefined);
  if (absent !== undefined) {
    const message = `A chart of type ${input.type} needs the field "${absent}".`;
    addFault(context, { code: 'calc.missingField', path: [absent], message });
    return true;
  }
  const strange = all.find(
    (field) => input[field] !== undefined && ![...needed, ...optional].includes(field),
  );
  if (strange === undefined) return false;
  const message = `A chart of type ${input.type} has no field "${strange}": leave it out.`;
  addFault(context, { code: 'calc.unknownField', path: [strange], message });
  return true;
}

function refuseBadSizes(context: z.RefinementCtx, input: ChartJson): void {
  const { type, counts, sizes } = input;
  if (counts === undefined || sizes === undefined) return;
  const fault = (code: string, path: (string | number)[], message: string) =>
    addFault(context, { code, path, message });
  if (sizes.length !== counts.length) {
    fault(
      'calc.sizeMismatch',
      ['sizes'],
      `There are ${counts.length} counts but ${sizes.length} sizes.`,
    );
    return;
  }
  if (type === 'p' || type === 'np') {
    const part = sizes.findIndex((size) => !Number.isSafeInteger(size));
    if (part >= 0) {
      fault('calc.outOfRange', ['sizes', part], 'The number of units inspected must be whole.');
      return;
    }
    const over = counts.findIndex((count, i) => count > (sizes[i] ?? 0));
    if (over >= 0) {
      fault(
        'calc.outOfRange',
        ['counts', over],
        `${counts[over]} defective units cannot be found among ${sizes[over]} inspected.`,
      );
      return;
    }
  }
  const odd = type === 'np' || type === 'c' ? unequalSize(sizes) : null;
  if (odd !== null) {
    fault(
      'calc.unequalSizes',
      ['sizes', odd],
      `A chart of type ${type} needs equal sizes, but ${sizes[odd]} is not ${sizes[0]}: use type ${type === 'np' ? 'p' : 'u'}.`,
    );
  }
}

function refuseBadGroups(context: z.RefinementCtx, groups: ChartJson['groups']): void {
  if (groups === undefined) return;
  refuseRaggedMatrix(context, groups, ['groups']);
  const size = groups[0]?.length ?? 0;
  const fault = (message: string) =>
    addFault(context, { code: 'calc.outOfRange', path: ['groups', 0], message });
  if (size === 1) fault('A group of one value has no range: use type xmr with the values.');
  if (size > largestRangeGroup) {
    fault(
      `Groups of ${size} values are too large for ranges: form groups of 2 to ${largestRangeGroup}, or use an s chart.`,
    );
  }
}

const noteWords: Record<ControlChartNote, string> = {
  oneValue: 'sigma, lower, upper and the range are null: one value has no moving range.',
  noSpread: 'Every limit equals the centre: the estimated standard deviation is 0.',
};

type ChartOutput = Omit<ControlChart, 'notes'> &
  Partial<Pick<VariablesChart, 'range' | 'processSigma'>>;

function chartOf(input: ChartJson): ControlChart & Partial<VariablesChart> {
  const { type, counts = [], sizes = [], values = [], groups = [] } = input;
  if (type === 'xmr') return xmrChart(values);
  if (type === 'xbar-r') return xbarRChart(groups);
  return attributeChart(type, counts, sizes);
}

export const controlChartCalc = defineCalcMethod({
  name: 'control-chart',
  description:
    'Shewhart control chart (p, np, c, u, XmR, X-bar and R): limits, signals and runs of 7.',
  handling: { missing: 'refused', weights: 'none' },
  input: inputSchema,
  run(input) {
    const { notes, ...figures } = chartOf(input);
    return withNotes<ChartOutput>(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, output) {
    const { type, counts, sizes, values, groups } = input;
    const given = { counts, sizes, values, groups };
    const present = Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [quantity(name, value)],
    );
    return {
      sources: sourcesOf(type),
      inputs: [quantity('type', type), ...present],
      n: output.statistics.length,
      exclusions: [],
      steps: [
        {
          id: 'statistics',
          formula: plotted[type],
          results: quantities({ statistics: output.statistics }),
        },
        centerStep(input, output),
        ...rangeSteps(input, output),
        {
          id: 'sigma',
          formula: deviations[type],
          results: quantities({ sigma: output.sigma }),
        },
        limitsStep(type, output),
        ...signalSteps(output),
      ],
    };
  },
});

const plotted: Record<ChartType, string> = {
  p: 'pᵢ = dᵢ ÷ nᵢ',
  np: 'dᵢ = counts',
  c: 'cᵢ = counts',
  u: 'uᵢ = cᵢ ÷ nᵢ',
  xmr: 'xᵢ = values',
  'xbar-r': 'x̄ᵢ = Σⱼ xᵢⱼ ÷ n',
};

const centers: Record<ChartType, string> = {
  p: 'p̄ = Σd ÷ Σn',
  np: 'n·p̄ = Σd ÷ m',
  c: 'c̄ = Σc ÷ m',
  u: 'ū = Σc ÷ Σn',
  xmr: 'x̄ = Σx ÷ m',
  'xbar-r': 'x̿ = Σx̄ᵢ ÷ m',
};

const deviations: Record<ChartType, string> = {
  p: 'σᵢ = √(p̄·(1 − p̄) ÷ nᵢ)',
  np: 'σ = √(n·p̄·(1 − p̄))',
  c: 'σ = √c̄',
  u: 'σᵢ = √(ū ÷ nᵢ)',
  xmr: 'σ = MR̄ ÷ d₂',
  'xbar-r': 'σ(x̄) = R̄ ÷ (d₂·√n)',
};

function sourcesOf(type: ChartType): string[] {
  const common = [
    'Shewhart, W. A., Economic Control of Quality of Manufactured Product, Van Nostrand, 1931',
    'Montgomery, D. C., Introduction to Statistical Quality Control, Wiley',
  ];
  const ranges =
    'Tippett, L. H. C., On the Extreme Individuals and the Range of Samples Taken from a Normal Population, Biometrika 17, 1925, 364–387';
  if (type === 'xmr') {
    return [
      ...common,
      'Wheeler, D. J. and Chambers, D. S., Understanding Statistical Process Control, 2nd ed., SPC Press, 1992',
      ranges,
    ];
  }
  return type === 'xbar-r' ? [...common, ranges] : common;
}

function centerStep({ type, counts, sizes }: ChartJson, { center, statistics }: ChartOutput) {
  const total = (list: readonly number[] = []) => list.reduce((sum, value) => sum + value, 0);
  const parts: Record<ChartType, [string, number][]> = {
    p: [
      ['Σd', total(counts)],
      ['Σn', total(sizes)],
    ],
    np: [
      ['Σd', total(counts)],
      ['m', statistics.length],
    ],
    c: [
      ['Σc', total(counts)],
      ['m', statistics.length],
    ],
    u: [
      ['Σc', total(counts)],
      ['Σn', total(sizes)],
    ],
    xmr: [['m', statistics.length]],
    'xbar-r': [['m', statistics.length]],
  };
  const intermediates = parts[type];
  const [above, below] = intermediates;
  return {
    id: 'center',
    formula: centers[type],
    worked:
      above === undefined || below === undefined
        ? []
        : [
            `center = ${workedNumber(above[1])} ÷ ${workedNumber(below[1])} = ${workedNumber(center)}`,
          ],
    results: [
      ...intermediates.map(([symbol, value]) => quantity(symbol, value)),
      quantity('center', center),
    ],
  };
}

function rangeSteps({ type, groups }: ChartJson, output: ChartOutput): ExplanationStep[] {
  if (output.range === undefined) return [];
  const size = type === 'xmr' ? 2 : (groups?.[0]?.length ?? 2);
  const { d2, d3 } = rangeConstants(size);
  return [
    {
      id: 'range',
      formula:
        type === 'xmr'
          ? 'MRᵢ = |xᵢ − xᵢ₋₁|, center = mean of MR, limits = (1 ± 3·d₃ ÷ d₂)·center, lower ≥ 0'
          : 'Rᵢ = maxⱼ xᵢⱼ − minⱼ xᵢⱼ, center = R̄, limits = (1 ± 3·d₃ ÷ d₂)·center, lower ≥ 0',
      worked: [
        `upper = (1 + 3·${workedNumber(d3)} ÷ ${workedNumber(d2)})·${workedNumber(output.range.center)} = ${workedNumber(output.range.upper)}`,
      ],
      results: [
        quantity('n', size),
        quantity('d₂', d2),
        quantity('d₃', d3),
        quantity('range', { ...output.range }),
      ],
    },
    {
      id: 'processSigma',
      formula: 'processSigma = R̄ ÷ d₂',
      worked: [
        `processSigma = ${workedNumber(output.range.center)} ÷ ${workedNumber(d2)} = ${workedNumber(output.processSigma ?? null)}`,
      ],
      results: [quantity('processSigma', output.processSigma ?? null)],
    },
  ];
}

function limitsStep(
  type: ChartType,
  { center, sigma, lower, upper }: ChartOutput,
): ExplanationStep {
  const cuts: Partial<Record<ChartType, string>> = {
    p: ', cut at 0 and 1',
    np: ', cut at 0 and n',
    c: ', lower cut at 0',
    u: ', lower cut at 0',
  };
  return {
    id: 'limits',
    formula: `lowerᵢ = center − 3·σᵢ, upperᵢ = center + 3·σᵢ${cuts[type] ?? ''}`,
    worked: upper
      .slice(0, 1)
      .map(
        (limit, i) =>
          `upper${subscript(i)} = ${workedNumber(center)} + 3·${workedNumber(sigma[i] ?? null)} = ${workedNumber(limit)}`,
      ),
    results: quantities({ lower, upper }),
  };
}

function signalSteps({ outOfControl, runs }: ChartOutput): ExplanationStep[] {
  return [
    {
      id: 'outOfControl',
      formula: '{i = 1, 2, … : statisticᵢ < lowerᵢ ∨ statisticᵢ > upperᵢ}',
      results: quantities({ outOfControl }),
    },
    {
      id: 'runs',
      formula:
        '{i = 7, 8, … : statisticᵢ₋₆, …, statisticᵢ > center ∨ statisticᵢ₋₆, …, statisticᵢ < center}',
      results: quantities({ runs }),
    },
  ];
}
