import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { goldMatrix, goldPresent, goldRows, numberIn } from '../support/gold-data.ts';
import {
  chartFigures,
  cityPriorities,
} from '../support/reference-figures/judgements-and-charts.ts';
import {
  kioskAlpha,
  kioskIpa,
  kioskKano,
  kioskServqual,
} from '../support/reference-figures/kiosk.ts';
import { mobiDetail, mobiModels } from '../support/reference-figures/mobi.ts';
import {
  attitudeJohnson,
  attitudeRegression,
  attitudeShapley,
  responsesNps,
  responsesNpsCompare,
} from '../support/reference-figures/samples.ts';

/**
 * The reference data that come without expected results, against figures computed outside this program
 * (numpy 2.4, scipy 1.17, mpmath 1.3, R 4.2.2 with psych 2.2.9) from the definitions; each file of
 * `tests/support/reference-figures` says how.
 */
if (!goldPresent)
  console.info('skipped: the reference data (../shared/gold) are not on this computer');

type Figure = number | string | null | readonly Figure[] | { readonly [name: string]: Figure };

/** Every figure of `reference` is in `actual`, to `tolerance` relative to itself. */
function expectFigures(actual: unknown, reference: Figure, tolerance: number, path = 'output') {
  if (typeof reference === 'number') {
    expect(actual, path).toBeTypeOf('number');
    const error = Math.abs(Number(actual) - reference);
    expect(error, `${path}: ${actual}, not ${reference}`).toBeLessThanOrEqual(
      tolerance * (Math.abs(reference) || 1),
    );
  } else if (typeof reference === 'string' || reference === null) {
    expect(actual, path).toBe(reference);
  } else {
    if (Array.isArray(reference)) expect(actual, path).toHaveLength(reference.length);
    for (const [name, inner] of Object.entries(reference)) {
      expectFigures((actual as Record<string, unknown>)[name], inner, tolerance, `${path}.${name}`);
    }
  }
}

function outputOf(method: string, input: unknown): Record<string, unknown> {
  const result = runCalc(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message} (${result.error.path})`);
  return result.output as Record<string, unknown>;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const column = (matrix: readonly number[][], j: number) =>
  matrix.map((row) => row[j] ?? Number.NaN);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe.skipIf(!goldPresent)('kiosk survey', () => {
  const file = 'kiosk-survey/kiosk_clean_coded.csv';
  const answers = (prefix: string, items: number, side: number) =>
    goldMatrix(
      file,
      numbers(1, items).map((j) => `${prefix}${j}_${side}`),
    );

  it('servqual › gaps, tests, dimensions and the weighted gap', () => {
    const output = outputOf('servqual', {
      expectation: answers('sq', 24, 1),
      perception: answers('sq', 24, 2),
      dimensions: {
        function: numbers(0, 2),
        enjoyment: numbers(3, 5),
        control: numbers(6, 8),
        time: numbers(9, 11),
        rest: numbers(12, 23),
      },
      dimensionWeights: { function: 0.3, enjoyment: 0.1, control: 0.2, time: 0.15, rest: 0.25 },
    });
    const items = output.items as { gap: number; t: number; p: number; ci95: number[] }[];
    const dimensions = Object.entries(output.dimensions as Record<string, { gap: number }>);
    const figures = {
      gap: items.map(({ gap }) => gap),
      t: items.map(({ t }) => t),
      p: items.map(({ p }) => p),
      firstCi95: items[0]?.ci95,
      overall: output.overall,
      dimensionGaps: Object.fromEntries(dimensions.map(([name, { gap }]) => [name, gap])),
      weightedGap: output.weightedGap,
    };
    expectFigures(figures, kioskServqual, 1e-9);
  });

  it('alpha › of perceptions, expectations and overall satisfaction', () => {
    const items = numbers(1, 4).map((j) => `total${j}`);
    const figures = {
      perception: outputOf('alpha', { items: answers('sq', 24, 2) }),
      expectation: outputOf('alpha', { items: answers('sq', 24, 1) }),
      satisfaction: outputOf('alpha', { items: goldMatrix(file, items) }),
    };
    expectFigures(figures, kioskAlpha, 1e-9);
  });

  it('ipa › the cut at the means and the quadrant of each attribute', () => {
    const importance = answers('ipa', 24, 1);
    const performance = answers('ipa', 24, 2);
    const output = outputOf('ipa', {
      attributes: numbers(1, 24).map((j) => ({
        id: `q${j}`,
        importance: mean(column(importance, j - 1)),
        performance: mean(column(performance, j - 1)),
      })),
      cut: 'means',
    });
    expectFigures(output.cut, kioskIpa.cut, 1e-12);
    const quadrants = output.quadrants as Record<string, string>;
    for (const [quadrant, attributes] of Object.entries(kioskIpa.quadrants)) {
      const inside = numbers(1, 24).filter((j) => quadrants[`q${j}`] === quadrant);
      expect(inside, quadrant).toEqual(attributes);
    }
  });

  it('kano › counts, categories, coefficients and Fong’s test of 29 requirements', () => {
    const functional = answers('kano', 29, 1);
    const dysfunctional = answers('kano', 29, 2);
    const outputs = numbers(0, 28).map((j) => {
      const without = column(dysfunctional, j);
      const responses = column(functional, j).map((answer, i) => ({
        functional: answer,
        dysfunctional: without[i],
      }));
      return outputOf('kano', { responses }) as {
        counts: Record<string, number>;
        category: string;
        better: number;
        worse: number;
        fong: { critical: number; significant: boolean };
      };
    });
    expectFigures(
      {
        categories: outputs.map(({ category }) => category).join(''),
        counts: outputs.map(({ counts }) => [...'MOAIRQ'].map((letter) => counts[letter])),
        better: outputs.map(({ better }) => better),
        worse: outputs.map(({ worse }) => worse),
        fongCritical: outputs.map(({ fong }) => fong.critical),
        significant: numbers(1, 29).filter((j) => outputs[j - 1]?.fong.significant),
      },
      kioskKano,
      1e-12,
    );
  });
});

describe.skipIf(!goldPresent)('city200', () => {
  const attributes = ['cult', 'fam', 'house', 'jobs', 'trans'];
  const judgement = (row: Record<string, string>, i: number, j: number): number => {
    if (i === j) return 1;
    if (i > j) return 1 / judgement(row, j, i);
    const code = numberIn(row, `${attributes[i]}_${attributes[j]}`);
    return code < 0 ? -code : 1 / code;
  };

  it.each(Object.entries(cityPriorities))(
    'ahp-group › %s over 200 decision makers',
    (method, figures) => {
      const matrices = goldRows('ahp/city200_pairwise.csv').map((row) =>
        attributes.map((_, i) => attributes.map((_, j) => judgement(row, i, j))),
      );
      expectFigures(outputOf('ahp-group', { matrices, method }), figures, 1e-9);
    },
  );
});

describe.skipIf(!goldPresent)('control charts', () => {
  const rowsOf = (name: string, trialOnly: boolean) =>
    goldRows(`control-charts/${name}.csv`).filter((row) => !trialOnly || row.trial === 'TRUE');
  const pistons = (trialOnly: boolean) =>
    Object.values(Object.groupBy(rowsOf('pistonrings', trialOnly), (row) => row.sample ?? '')).map(
      (rows) => (rows ?? []).map((row) => numberIn(row, 'diameter')),
    );
  const viscosity = (trialOnly: boolean) =>
    rowsOf('viscosity', trialOnly).map((row) => numberIn(row, 'viscosity'));
  const counted = (name: string, trialOnly: boolean, field: string) =>
    rowsOf(name, trialOnly).map((row) => numberIn(row, field));
  const circuit = () => ({
    counts: counted('circuit', false, 'x'),
    sizes: counted('circuit', false, 'size'),
  });
  const inputs: Record<keyof typeof chartFigures, () => object> = {
    'viscosity, trial batches': () => ({ type: 'xmr', values: viscosity(true) }),
    viscosity: () => ({ type: 'xmr', values: viscosity(false) }),
    'piston rings, trial samples': () => ({ type: 'xbar-r', groups: pistons(true) }),
    'piston rings': () => ({ type: 'xbar-r', groups: pistons(false) }),
    'dyed cloth': () => ({
      type: 'u',
      counts: counted('dyedcloth', false, 'x'),
      sizes: counted('dyedcloth', false, 'size'),
    }),
    'circuit p': () => ({ type: 'p', ...circuit() }),
    'circuit np': () => ({ type: 'np', ...circuit() }),
    'circuit c, trial samples': () => ({ type: 'c', counts: counted('circuit', true, 'x') }),
  };

  it.each(Object.keys(chartFigures) as (keyof typeof chartFigures)[])(
    'control-chart › %s',
    (name) => {
      const output = outputOf('control-chart', inputs[name]());
      const { lower, upper, ...figures } = chartFigures[name];
      expectFigures(output, figures, 1e-9);
      const points = (output.statistics as number[]).length;
      const stepped = (limit: number | readonly number[]) =>
        typeof limit === 'number' ? Array.from({ length: points }, () => limit) : limit;
      expectFigures(output.lower, stepped(lower), 1e-9);
      expectFigures(output.upper, stepped(upper), 1e-9);
    },
  );
});

describe.skipIf(!goldPresent)('1,000 recommendation answers', () => {
  const scoresOf = (region: string) =>
    goldRows('nps/responses-1000.csv')
      .filter((row) => region === 'all' || row.Region === region)
      .map((row) => numberIn(row, 'REC'));

  it.each(Object.entries(responsesNps))('nps › %s', (region, figures) => {
    expectFigures(outputOf('nps', { scores: scoresOf(region) }), figures, 1e-12);
  });

  it.each(Object.entries(responsesNpsCompare))('nps-compare › %s', (pair, figures) => {
    const [a = '', b = ''] = pair.split(' − ');
    const output = outputOf('nps-compare', { a: scoresOf(a), b: scoresOf(b) });
    expectFigures(output, figures, 1e-9);
  });
});

describe.skipIf(!goldPresent)('attitude', () => {
  const input = () => {
    const names = ['complaints', 'privileges', 'learning', 'raises', 'critical', 'advance'];
    const file = 'statistics/attitude.csv';
    return { y: column(goldMatrix(file, ['rating']), 0), x: goldMatrix(file, names) };
  };

  it('regression › coefficients, standard errors and p-values', () => {
    expectFigures(outputOf('regression', input()), attitudeRegression, 1e-9);
  });

  it('drivers › the mean gain in R² over all 720 orderings', () => {
    expectFigures(outputOf('drivers', { ...input(), method: 'shapley' }), attitudeShapley, 1e-9);
  });

  it('drivers › relative weights through the orthonormal counterpart', () => {
    expectFigures(outputOf('drivers', { ...input(), method: 'johnson' }), attitudeJohnson, 1e-9);
  });
});

describe.skipIf(!goldPresent)('ECSI of a mobile operator', () => {
  const columns = Object.keys(goldPresent ? (goldRows('pls/mobi/mobi.csv')[0] ?? {}) : {});
  const outputFor = (name: string) => {
    const [scheme, scaling, modes] = name.split(' ');
    return outputOf('pls', {
      columns,
      rows: goldMatrix('pls/mobi/mobi.csv', columns),
      measurement: measurement(),
      modes: modes === 'mixed' ? { Image: 'B', Quality: 'B' } : {},
      structural: goldRows('pls/mobi/structural_model.csv').map((row) => [row.source, row.target]),
      scheme,
      scaled: scaling === 'scaled',
      itemScale: [1, 10],
    });
  };
  const measurement = () => {
    const blocks = Object.groupBy(
      goldRows('pls/mobi/measurement_model.csv'),
      (row) => row.source ?? '',
    );
    return Object.fromEntries(
      Object.entries(blocks).map(([name, rows]) => [name, rows?.map((row) => row.target)]),
    );
  };

  it.each(Object.entries(mobiModels))('pls › %s', (name, figures) => {
    expectFigures(outputFor(name), figures, 1e-6);
  });

  it('pls › total effects, weights, loadings and reliabilities of the centroid scheme', () => {
    expectFigures(outputFor('centroid scaled A'), mobiDetail, 1e-6);
  });
});
