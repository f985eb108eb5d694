import type { ExplanationBody, ExplanationStep } from '../../contract/explanation.ts';
import type { ControlChart, VariablesChart } from '../../domain/control-chart/chart-signals.ts';
import { rangeConstants } from '../../numerics/range-constants.ts';
import { quantities, quantity, subscript, workedNumber } from '../explanation.ts';
import type { ChartJson, ChartType } from './control-chart-input.schema.ts';

/** The figures of a chart; only charts of values have ranges. */
export type ChartOutput = Omit<ControlChart, 'notes'> &
  Partial<Pick<VariablesChart, 'range' | 'processSigma'>>;

export function explainChart(input: ChartJson, output: ChartOutput): ExplanationBody {
  const { type, counts, sizes, values, groups } = input;
  const given = { counts, sizes, values, groups };
  const present = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [quantity(name, value)],
  );
  return {
    sources: sourcesOf(type),
    inputs: [quantity('type', type), ...present],
    n: null,
    exclusions: [],
    steps: [
      {
        id: 'statistics',
        formula: plotted[type],
        results: quantities({ m: output.statistics.length, statistics: output.statistics }),
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
}

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

const freeUpper = 'upperᵢ = center + 3·σᵢ';
const cutLower = 'lowerᵢ = max(0, center − 3·σᵢ)';
const freeLimits = `lowerᵢ = center − 3·σᵢ, ${freeUpper}`;

/** No count lies below 0, no share above 1: limits end there. */
const limits: Record<ChartType, string> = {
  p: `${cutLower}, upperᵢ = min(1, center + 3·σᵢ)`,
  np: `${cutLower}, upperᵢ = min(n, center + 3·σᵢ)`,
  c: `${cutLower}, ${freeUpper}`,
  u: `${cutLower}, ${freeUpper}`,
  xmr: freeLimits,
  'xbar-r': freeLimits,
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
    'Montgomery, D. C., Introduction to Statistical Quality Control, 7th ed., Wiley, 2013, ch. 6 and 7',
    'Kume, H., Statistical Methods for Quality Improvement, AOTS, 1985, sect. 7.4 (run of 7)',
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

/** What the centre of a chart of counts is divided out of: its totals, by their names. */
const quotients: Partial<Record<ChartType, readonly [above: string, below: string]>> = {
  p: ['Σd', 'Σn'],
  np: ['Σd', 'm'],
  c: ['Σc', 'm'],
  u: ['Σc', 'Σn'],
};

function centerStep(
  { type, counts = [], sizes = [] }: ChartJson,
  { center, statistics }: ChartOutput,
): ExplanationStep {
  const m = statistics.length;
  const totals: Record<string, number> = {
    Σd: sum(counts),
    Σc: sum(counts),
    Σn: sum(sizes),
    m,
  };
  const quotient = quotients[type]?.map((symbol) => ({ symbol, value: totals[symbol] ?? 0 }));
  return {
    id: 'center',
    formula: centers[type],
    worked:
      quotient === undefined
        ? []
        : [
            `center = ${quotient.map(({ value }) => workedNumber(value)).join(' ÷ ')} = ${workedNumber(center)}`,
          ],
    results: [
      ...(quotient ?? [{ symbol: 'm', value: m }]).map(({ symbol, value }) =>
        quantity(symbol, value),
      ),
      quantity('center', center),
    ],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rangeSteps({ type, groups }: ChartJson, output: ChartOutput): ExplanationStep[] {
  if (output.range === undefined) return [];
  const size = type === 'xmr' ? 2 : (groups?.[0]?.length ?? 2);
  const { d2, d3 } = rangeConstants(size);
  const ranges =
    type === 'xmr' ? 'MRᵢ = |xᵢ − xᵢ₋₁|, center = MR̄' : 'Rᵢ = maxⱼ xᵢⱼ − minⱼ xᵢⱼ, center = R̄';
  return [
    {
      id: 'range',
      formula: `${ranges}, lower = max(0, 1 − 3·d₃ ÷ d₂)·center, upper = (1 + 3·d₃ ÷ d₂)·center`,
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
      formula: 'processSigma = center(range) ÷ d₂',
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
  return {
    id: 'limits',
    formula: limits[type],
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
      formula: '{i = 1, 2, … : (statisticᵢ − lowerᵢ)·(upperᵢ − statisticᵢ) < 0}',
      results: quantities({ outOfControl }),
    },
    {
      id: 'runs',
      formula: '{i = 7, 8, … : sign(statisticₖ − center) = +1 (−1), k = i − 6, …, i}',
      results: quantities({ runs }),
    },
  ];
}
