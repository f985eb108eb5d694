import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plsCalc } from '../../core/calc/methods/pls.calc.ts';
import { goldMatrix, goldPresent, goldRows } from '../support/gold-data.ts';

if (!goldPresent) console.info('skipped: the gold cases (../shared/gold) are not on this computer');

type Figures = { [name: string]: number | number[] | Figures };

function outputOf(input: object): Figures {
  const answer = plsCalc.calculate(input);
  if (!answer.ok) throw new Error(`${answer.error.message} (${answer.error.path})`);
  return answer.output as unknown as Figures;
}

/** The greatest distance of a figure from the one expected. */
function distance(actual: unknown, expected: unknown): number {
  if (typeof expected === 'number') {
    return typeof actual === 'number' ? Math.abs(actual - expected) : Number.POSITIVE_INFINITY;
  }
  return Object.entries(expected as Figures).reduce(
    (most, [name, inner]) =>
      Math.max(most, distance((actual as Figures | undefined)?.[name], inner)),
    0,
  );
}

describe.skipIf(!goldPresent)('satisfaction of a Spanish bank (R plspm 0.5.1)', () => {
  const gold = goldPresent
    ? (JSON.parse(
        readFileSync(
          new URL('../../../shared/gold/pls/bank/expected.json', import.meta.url),
          'utf8',
        ),
      ) as {
        measurement: Record<string, string[]>;
        structural: [string, string][];
        itemScale: [number, number];
        expected: Record<string, Figures>;
        tolerance: number;
      })
    : null;
  const inputFor = (scheme: string, scaled: boolean) => {
    const { measurement = {}, structural, itemScale } = gold ?? {};
    const columns = Object.values(measurement).flat();
    const rows = goldMatrix('pls/bank/satisfaction.csv', columns);
    return { columns, rows, measurement, structural, itemScale, scheme, scaled };
  };

  it.each(Object.keys(gold?.expected ?? {}))('pls › %s', (name) => {
    const [scheme = '', scaling] = name.split('_');
    const output = outputOf(inputFor(scheme, scaling === 'scaled'));

    expect(output.converged).toBe(true);
    expect(distance(output, gold?.expected[name])).toBeLessThanOrEqual(gold?.tolerance ?? 0);
    expect(distance(output, gold?.expected[name])).toBeLessThan(1e-11);
  });

  it.each(['centroid', 'factorial', 'path'])('pls › %s converges in a few rounds', (scheme) => {
    for (const scaled of [true, false]) {
      const { converged, iterations } = outputOf(inputFor(scheme, scaled));
      expect(converged).toBe(true);
      expect(iterations).toBeLessThan(15);
    }
  });
});

/**
 * Own R script after Tenenhaus et al. (2005), on the data matrix with qr.solve and lm, run in R 4.2.2.
 * It meets the figures of R plspm 0.5.1 for the bank.
 */
const mobiWithFormativeCauses: Figures = {
  paths: {
    'Image->Expectation': 0.504560763523,
    'Expectation->Quality': 0.557477620483,
    'Expectation->Value': 0.051970738443,
    'Quality->Value': 0.557147639477,
    'Image->Satisfaction': 0.184032107734,
    'Expectation->Satisfaction': 0.061727296382,
    'Quality->Satisfaction': 0.506766865953,
    'Value->Satisfaction': 0.19711708207,
    'Satisfaction->Complaints': 0.528037265701,
    'Image->Loyalty': 0.208933209972,
    'Satisfaction->Loyalty': 0.476867767014,
    'Complaints->Loyalty': 0.065089451786,
  },
  outerWeights: {
    Image: [0.241943106372, 0.283879659578, 0.134371908535, 0.372655032586, 0.377606754476],
    Expectation: [0.491418367684, 0.468938683414, 0.487004481714],
    Quality: [
      0.213922677366, 0.144449359948, 0.199745173047, 0.179406956978, 0.17831375799, 0.179270899519,
      0.215363039883,
    ],
    Value: [0.479310699111, 0.604028897469],
    Satisfaction: [0.365293079952, 0.38279718465, 0.450919828592],
    Complaints: [1.0],
    Loyalty: [0.462191563652, 0.114371951557, 0.652918561678],
  },
  loadings: {
    Image: [0.715680793963, 0.618133826409, 0.516490396257, 0.781716005897, 0.76973766476],
    Expectation: [0.748303654405, 0.681241931035, 0.642312662694],
    Quality: [
      0.803501654686, 0.63806639177, 0.783589481253, 0.769479885869, 0.754546403558, 0.774748845312,
      0.779800955864,
    ],
    Value: [0.902220458367, 0.939617431758],
    Satisfaction: [0.79262688963, 0.846868993801, 0.856648546253],
    Complaints: [1.0],
    Loyalty: [0.821190738985, 0.202053968105, 0.914881727524],
  },
  r2: {
    Expectation: 0.254581564087,
    Quality: 0.31078129734,
    Value: 0.345398396098,
    Satisfaction: 0.681853377185,
    Complaints: 0.278823353969,
    Loyalty: 0.459279979412,
  },
  index: {
    Image: 74.149229484509,
    Expectation: 72.431700126079,
    Quality: 74.97903096239,
    Value: 62.346546636523,
    Satisfaction: 72.457675328133,
    Complaints: 67.422222222222,
    Loyalty: 70.908923035769,
  },
  alpha: {
    Quality: 0.87701024524,
    Value: 0.823631979353,
    Satisfaction: 0.779195021919,
    Loyalty: 0.472398962898,
  },
  compositeReliability: {
    Quality: 0.904690045507,
    Value: 0.917976288096,
    Satisfaction: 0.871255573389,
    Loyalty: 0.721796518092,
  },
  ave: {
    Quality: 0.576645854068,
    Value: 0.84844133678,
    Satisfaction: 0.693097070208,
    Loyalty: 0.517396203726,
  },
  totalEffects: {
    'Image->Loyalty': 0.410249034337,
    'Expectation->Loyalty': 0.212524896069,
    'Image->Complaints': 0.207931291068,
  },
};

/** The same script, 2,000 bootstrap samples, all in mode A; each is itself uncertain by 1.6 percent. */
const mobiStandardErrors: Record<string, number> = {
  'Image->Expectation': 0.05819,
  'Expectation->Quality': 0.05348,
  'Expectation->Value': 0.08023,
  'Quality->Value': 0.0815,
  'Image->Satisfaction': 0.05334,
  'Expectation->Satisfaction': 0.04947,
  'Quality->Satisfaction': 0.06507,
  'Value->Satisfaction': 0.05797,
  'Satisfaction->Complaints': 0.05236,
  'Image->Loyalty': 0.07738,
  'Satisfaction->Loyalty': 0.08338,
  'Complaints->Loyalty': 0.06016,
};

describe.skipIf(!goldPresent)('ECSI of a mobile operator, image and expectation in mode B', () => {
  const input = () => {
    const columns = Object.keys(goldRows('pls/mobi/mobi.csv')[0] ?? {});
    const measurement: Record<string, string[]> = {};
    for (const { source = '', target = '' } of goldRows('pls/mobi/measurement_model.csv')) {
      measurement[source] = [...(measurement[source] ?? []), target];
    }
    return {
      columns,
      rows: goldMatrix('pls/mobi/mobi.csv', columns),
      measurement,
      modes: { Image: 'B', Expectation: 'B' },
      structural: goldRows('pls/mobi/structural_model.csv').map(({ source, target }) => [
        source,
        target,
      ]),
      scheme: 'path',
      scaled: true,
      itemScale: [1, 10],
    };
  };

  it('pls › path scheme', () => {
    const output = outputOf(input());

    expect(output.iterations).toBe(7);
    expect(distance(output, mobiWithFormativeCauses)).toBeLessThan(1e-9);
  });

  it('pls › standard errors of 2,000 draws agree with those of R to the noise of drawing', () => {
    const modes = {};
    const { standardErrors, bootstrap } = outputOf({
      ...input(),
      modes,
      bootstrap: { draws: 2000, seed: 20260307 },
    }) as { standardErrors: Record<string, number>; bootstrap: object };

    expect(bootstrap).toEqual({ draws: 2000, used: 2000 });
    for (const [path, standardError] of Object.entries(mobiStandardErrors)) {
      expect(Math.abs((standardErrors[path] ?? 0) / standardError - 1)).toBeLessThan(0.08);
    }
  });
});
