import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plsCalc } from '../../core/calc/methods/pls.calc.ts';
import { plsDrawsOf } from '../../core/calc/pls/pls-case.ts';
import { plsInputSchema } from '../../core/calc/pls/pls-input.schema.ts';
import { AppError } from '../../core/contract/app-error.ts';
import { itemCovariances } from '../../core/domain/pls/item-covariance.ts';
import { itemSample } from '../../core/domain/pls/item-sample.ts';
import { drawPaths, summariseDraws } from '../../core/domain/pls/pls-bootstrap.ts';
import { plsIndex } from '../../core/domain/pls/pls-index.ts';
import { plsModel } from '../../core/domain/pls/pls-model.ts';
import { structuralModel, totalEffects } from '../../core/domain/pls/structural-model.ts';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';
import { answerFaults } from '../support/calc-answer-faults.ts';
import { pathModelsArbitraries } from '../support/calc-arbitraries/path-models.ts';
import { ecsiCase } from '../support/ecsi-case.ts';
import { plainPls } from '../support/plain-pls.ts';

interface PlsFigures {
  n: number;
  excluded: number;
  iterations: number | null;
  converged: boolean | null;
  paths: Record<string, number | null>;
  totalEffects: Record<string, number | null>;
  outerWeights: Record<string, (number | null)[]>;
  loadings: Record<string, (number | null)[]>;
  r2: Record<string, number | null>;
  correlations: Record<string, Record<string, number | null>>;
  index: Record<string, number | null>;
  alpha: Record<string, number | null>;
  compositeReliability: Record<string, number | null>;
  ave: Record<string, number | null>;
  intervals?: Record<string, [number, number] | null>;
  standardErrors?: Record<string, number | null>;
  bootstrap?: { draws: number; used: number };
  notes?: string[];
}

function figuresOf(input: object): PlsFigures {
  const answer = plsCalc.calculate(input, { explain: true });
  expect(answerFaults(answer)).toEqual([]);
  if (!answer.ok) throw new Error(`${answer.error.code} at ${answer.error.path}`);
  return answer.output as unknown as PlsFigures;
}

function faultOf(input: object) {
  const answer = plsCalc.calculate(input);
  return answer.ok ? null : { code: answer.error.code, path: answer.error.path };
}

const service = {
  columns: ['q1', 'q2', 'v1', 'v2', 's1', 's2', 'l1'],
  rows: [
    [7, 8, 6, 7, 8, 9, 8],
    [5, 4, 5, 6, 5, 4, 5],
    [9, 9, 8, 8, 9, 10, 9],
    [3, 4, 5, 4, 3, 4, 2],
    [6, 7, 7, 5, 6, 6, 7],
    [8, 6, 7, 9, 7, 8, 8],
    [4, 5, 3, 4, 6, 5, 4],
    [10, 9, 9, 9, 8, 9, 10],
    [6, 5, 6, 7, 7, 5, 6],
    [2, 3, 4, 3, 2, 3, 1],
    [7, 7, 8, 6, 8, 7, 6],
    [5, 6, 4, 5, 5, 7, 5],
  ] as (number | null)[][],
  measurement: {
    Quality: ['q1', 'q2'],
    Value: ['v1', 'v2'],
    Satisfaction: ['s1', 's2'],
    Loyalty: ['l1'],
  },
  structural: [
    ['Quality', 'Value'],
    ['Quality', 'Satisfaction'],
    ['Value', 'Satisfaction'],
    ['Satisfaction', 'Loyalty'],
  ],
  scheme: 'path',
  scaled: true,
  itemScale: [1, 10],
};

/** Twenty men of a fitness club: weight, waist, pulse; chin-ups, sit-ups, jumps (A. C. Linnerud). */
const fitness = {
  columns: ['weight', 'waist', 'pulse', 'chins', 'situps', 'jumps'],
  rows: [
    [191, 36, 50, 5, 162, 60],
    [189, 37, 52, 2, 110, 60],
    [193, 38, 58, 12, 101, 101],
    [162, 35, 62, 12, 105, 37],
    [189, 35, 46, 13, 155, 58],
    [182, 36, 56, 4, 101, 42],
    [211, 38, 56, 8, 101, 38],
    [167, 34, 60, 6, 125, 40],
    [176, 31, 74, 15, 200, 40],
    [154, 33, 56, 17, 251, 250],
    [169, 34, 50, 17, 120, 38],
    [166, 33, 52, 13, 210, 115],
    [154, 34, 64, 14, 215, 105],
    [247, 46, 50, 1, 50, 50],
    [193, 36, 46, 6, 70, 31],
    [202, 37, 62, 12, 210, 120],
    [176, 37, 54, 4, 60, 25],
    [157, 32, 52, 11, 230, 80],
    [156, 33, 54, 15, 225, 73],
    [138, 33, 68, 2, 110, 43],
  ],
  measurement: { Body: ['weight', 'waist', 'pulse'], Exercise: ['chins', 'situps', 'jumps'] },
  structural: [['Body', 'Exercise']],
  scaled: true,
  itemScale: [0, 300],
};

function expectClose(actual: unknown[], wanted: number[], tolerance = 1e-9): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    expect(Math.abs(Number(actual[i]) - value)).toBeLessThan(tolerance);
  }
}

describe('pls', () => {
  it.each(['centroid', 'factorial', 'path'])(
    'is canonical correlation analysis for two blocks of mode B (%s)',
    (scheme) => {
      // SAS/STAT User's Guide, PROC CANCORR, example 1: first canonical correlation 0.795608,
      // standardized coefficients −0.7754, 1.5793, −0.0591 and −0.3495, −1.0540, 0.7164. The items
      // of each side are turned here to go with their score.
      const modes = { Body: 'B', Exercise: 'B' };
      const { paths, outerWeights, r2 } = figuresOf({ ...fitness, scheme, modes });

      expectClose([paths['Body->Exercise']], [-0.79560815], 5e-8);
      expectClose([r2.Exercise], [0.79560815 ** 2], 1e-7);
      expectClose(outerWeights.Body ?? [], [-0.7754, 1.5793, -0.0591], 6e-5);
      expectClose(outerWeights.Exercise ?? [], [0.3495, 1.054, -0.7164], 6e-5);
    },
  );

  it('is the first pair of inter-battery factors for two blocks of mode A', () => {
    // Tucker 1958: the weights of mode A are the singular vectors of the correlations between blocks.
    const { outerWeights, correlations, loadings } = figuresOf({ ...fitness, scheme: 'centroid' });
    const { model, covariances } = partsOf(fitness);
    const between = (i: number, m: number) => covariances[i * 6 + m] ?? 0;
    const [body, exercise] = [outerWeights.Body ?? [], outerWeights.Exercise ?? []];
    const through = [0, 1, 2].map((i) =>
      [0, 1, 2].reduce((sum, m) => sum + between(i, m + 3) * Number(exercise?.[m]), 0),
    );
    const ratios = through.map((value, i) => value / Number(body?.[i]));

    expect(model.blockStarts).toEqual([0, 3, 6]);
    expectClose(
      ratios,
      ratios.map(() => ratios[0] ?? 0),
      1e-6,
    );
    expect(correlations.Body?.Exercise).toBeLessThan(0);
    expect(loadings.Body?.filter((loading) => Number(loading) > 0)).toHaveLength(2);
  });

  it('is a plain correlation between single items', () => {
    const single = {
      ...service,
      columns: ['x', 'y'],
      rows: [
        [1, 2],
        [2, 1],
        [3, 4],
        [4, 3],
      ],
      measurement: { X: ['x'], Y: ['y'] },
      structural: [['X', 'Y']],
    };
    const { paths, r2, loadings, index, alpha, compositeReliability, ave } = figuresOf(single);

    expectClose([paths['X->Y'], r2.Y], [0.6, 0.36]);
    expect(loadings).toEqual({ X: [1], Y: [1] });
    expectClose([index.X, index.Y], [(1.5 / 9) * 100, (1.5 / 9) * 100]);
    expect(alpha).toEqual({ X: null, Y: null });
    expect([compositeReliability.X, ave.X]).toEqual([1, 1]);
  });

  // Own R script after Tenenhaus et al. (2005), on the data matrix with qr.solve and lm, run in R 4.2.2.
  it.each([
    [
      'centroid',
      true,
      'A',
      5,
      [0.895738274802, 1.124740194596, -0.182019121202, 0.931752978351],
      [
        0.538579338822, 0.489563619127, 0.516601694687, 0.547038803378, 0.519920626023,
        0.519969067368, 1,
      ],
      [56.03899512, 56.017687624, 58.749068727, 54.62962963],
    ],
    [
      'centroid',
      false,
      'B',
      7,
      [0.951241030087, 1.603028871106, -0.697076154638, 0.931245713916],
      [
        0.409125112844, 0.041166860787, 0.267385625075, 0.310456971979, 0.239901426114,
        0.253308653332, 0.385098326283,
      ],
      [55.640206107, 56.053026944, 58.834051301, 54.62962963],
    ],
    [
      'factorial',
      true,
      'B',
      8,
      [0.949963755214, 1.592197600267, -0.686346576313, 0.931791337181],
      [
        0.929564372081, 0.078281030094, 0.508850139591, 0.554717599514, 0.523401481994,
        0.51648634058, 1,
      ],
      [55.640662042, 56.024413699, 58.739780939, 54.62962963],
    ],
    [
      'factorial',
      false,
      'A',
      5,
      [0.910827477101, 1.215295731529, -0.279730383598, 0.931180692096],
      [
        0.277009526455, 0.209954622721, 0.271334813688, 0.306835570705, 0.238361014581,
        0.254732665293, 0.385098326283,
      ],
      [55.954768575, 56.046945322, 58.842410057, 54.62962963],
    ],
    [
      'path',
      true,
      'A',
      5,
      [0.895560202604, 1.125303132457, -0.182490370773, 0.931694578794],
      [
        0.537534289845, 0.490614262281, 0.517257839825, 0.546387470869, 0.515123185268,
        0.52476287261, 1,
      ],
      [56.039939028, 56.017118027, 58.76186816, 54.62962963],
    ],
    [
      'path',
      false,
      'B',
      8,
      [0.951420855839, 1.606208933517, -0.700538296925, 0.931167066821],
      [
        0.409942980016, 0.040083638422, 0.267653888222, 0.310211368734, 0.238046082504,
        0.25502362874, 0.385098326283,
      ],
      [55.638027299, 56.052613902, 58.844118997, 54.62962963],
    ],
  ])('meets R: %s, scaled %s, Quality in mode %s', (scheme, scaled, mode, ...wanted) => {
    const [iterations, paths, weights, index] = wanted;
    const figures = figuresOf({ ...service, scheme, scaled, modes: { Quality: mode } });

    expect(figures).toMatchObject({ n: 12, excluded: 0, converged: true, iterations });
    expectClose(Object.values(figures.paths), paths, 1e-10);
    expectClose(Object.values(figures.outerWeights).flat(), weights, 1e-10);
    expectClose(Object.values(figures.index), index, 1e-8);
  });

  it('meets R in total effects, loadings, R² and reliability', () => {
    const figures = figuresOf(service);

    expect(figures.totalEffects).toEqual({
      'Quality->Value': expect.closeTo(0.8955602026042, 11),
      'Quality->Satisfaction': expect.closeTo(0.9618720190344, 11),
      'Quality->Loyalty': expect.closeTo(0.8961709456281, 11),
      'Value->Satisfaction': expect.closeTo(-0.1824903707732, 11),
      'Value->Loyalty': expect.closeTo(-0.1700252891315, 11),
      'Satisfaction->Loyalty': expect.closeTo(0.9316945787941, 11),
    });
    expectClose(figures.loadings.Quality ?? [], [0.9750454791522, 0.969966952417], 1e-11);
    expectClose(figures.loadings.Satisfaction ?? [], [0.9609117312557, 0.9623624585392], 1e-11);
    expectClose(
      Object.values(figures.r2),
      [0.8020280764885, 0.9317907875916, 0.8680547881543],
      1e-11,
    );
    expectClose(
      [figures.alpha.Quality, figures.alpha.Value, figures.alpha.Satisfaction],
      [0.942784595678, 0.8685471106071, 0.9186294253884],
      1e-11,
    );
    expectClose(
      Object.values(figures.compositeReliability),
      [0.9721316299655, 0.9382836945028, 0.9609020639831, 1],
      1e-11,
    );
    expectClose(
      Object.values(figures.ave),
      [0.9457747875981, 0.8837437113635, 0.9247464284352, 1],
      1e-11,
    );
    expect(figures.alpha.Loyalty).toBeNull();
    expect(figures.notes).toEqual([expect.stringContaining('alpha of Loyalty is null')]);
  });

  it('takes raw items for alpha when they are not scaled', () => {
    // Sums of squares of q1 and q2 about their means: 62 and 515/12; of products: 46.
    const { alpha } = figuresOf({ ...service, scaled: false });

    expect(alpha.Quality).toBeCloseTo(2 * (1 - (62 + 515 / 12) / (62 + 515 / 12 + 2 * 46)), 12);
  });

  it('turns a construct whose items were asked the other way round', () => {
    const turned = service.rows.map((row) =>
      row.map((value, c) => (c < 2 ? 11 - Number(value) : value)),
    );
    const { paths, loadings } = figuresOf({ ...service, rows: turned });
    const straight = figuresOf(service);

    expectClose(loadings.Quality ?? [], (straight.loadings.Quality ?? []).map(Number));
    expectClose([paths['Quality->Value']], [-Number(straight.paths['Quality->Value'])]);
    expectClose([paths['Value->Satisfaction']], [Number(straight.paths['Value->Satisfaction'])]);
  });

  it('leaves out respondents with gaps in items it uses, when asked to', () => {
    const columns = ['note', ...service.columns];
    const withGaps = [
      ...service.rows.map((row, r) => [r === 0 ? null : r, ...row]),
      [99, 8, null, 7, 7, 8, 8, 9],
    ];
    const input = { ...service, columns, rows: withGaps };
    const { excluded, n, ...figures } = figuresOf({ ...input, missing: 'complete-cases' });

    expect([excluded, n]).toEqual([1, 12]);
    expect(figures.paths).toEqual(figuresOf(service).paths);
    expect(faultOf(input)).toEqual({ code: 'calc.missingValue', path: 'rows[12][2]' });
  });

  it('lets an item serve two blocks', () => {
    const measurement = { ...service.measurement, Loyalty: ['l1', 's2'] };
    const { converged, loadings } = figuresOf({ ...service, measurement });

    expect(converged).toBe(true);
    expect(loadings.Loyalty?.every((loading) => Number(loading) > 0.9)).toBe(true);
  });

  it('gives the same scores whatever the unit, won or points', () => {
    const inWon = (factor: number, offset: number) => ({
      ...service,
      scaled: false,
      rows: service.rows.map((row) => row.map((value) => Number(value) * factor + offset)),
      itemScale: [factor + offset, 10 * factor + offset],
    });
    const points = figuresOf(inWon(1, 0));
    for (const [factor, offset] of [
      [1e6, 0],
      [1e-9, 0],
      [1e150, 0],
      [1, 1e12],
    ] as const) {
      const won = figuresOf(inWon(factor, offset));
      expectClose(Object.values(won.paths), Object.values(points.paths).map(Number), 1e-9);
      expectClose(Object.values(won.index), Object.values(points.index).map(Number), 1e-8);
      expectClose(
        Object.values(won.outerWeights)
          .flat()
          .map((weight) => Number(weight) * factor),
        Object.values(points.outerWeights).flat().map(Number),
        1e-9,
      );
    }
  });
});

function partsOf(input: typeof fitness) {
  const model = plsModel(
    Object.entries(input.measurement).map(([latent, items]) => ({
      latent,
      mode: 'A' as const,
      items: items.length,
    })),
    [['Body', 'Exercise']],
    { scheme: 'centroid', scaled: true },
  );
  const columns = input.columns.map((_, c) => Float64Array.from(input.rows, (row) => row[c] ?? 0));
  const sample = itemSample(columns, true);
  return { model, sample, covariances: itemCovariances(sample, true) };
}

describe('pls on a sample that cannot carry it', () => {
  const constantItem = service.rows.map((row) => [4, ...row.slice(1)]);
  const allNull = (figures: PlsFigures) =>
    [figures.iterations, figures.converged].every((value) => value === null) &&
    [figures.paths, figures.totalEffects, figures.r2, figures.index].every((record) =>
      Object.values(record).every((value) => value === null),
    );

  it.each([
    ['one row', { rows: service.rows.slice(0, 1) }, 'one row has no spread'],
    ['a constant item, scaled', { rows: constantItem }, 'an item of Quality does not vary'],
    [
      'all items constant',
      { rows: service.rows.map(() => [5, 5, 5, 5, 5, 5, 5]), scaled: false },
      'the items of Quality cancel',
    ],
    [
      'items that cancel each other',
      { rows: service.rows.map((row) => [row[0] ?? 0, 11 - Number(row[0]), ...row.slice(2)]) },
      'the items of Quality cancel',
    ],
    [
      'a block of mode B with a twin',
      {
        rows: service.rows.map((row) => [row[0], ...row.slice(0, 1), ...row.slice(2)]),
        modes: { Quality: 'B' },
      },
      'items of Quality (mode B)',
    ],
    [
      'twin predictors under the path scheme',
      { measurement: { ...service.measurement, Value: ['q1', 'q2'] } },
      'the constructs that act on Satisfaction follow from each other',
    ],
  ])('answers null and says why: %s', (_, change, reason) => {
    const figures = figuresOf({ ...service, ...change, bootstrap: { draws: 5, seed: 1 } });

    expect(allNull(figures)).toBe(true);
    expect(figures.notes?.join(' ')).toContain(reason);
    expect(figures.bootstrap).toEqual({ draws: 5, used: 0 });
  });

  it('keeps an unscaled model with a constant item, but for its loading', () => {
    const { paths, outerWeights, loadings, compositeReliability, ave, notes } = figuresOf({
      ...service,
      rows: constantItem,
      scaled: false,
    });

    expect(Object.values(paths)).not.toContain(null);
    expect(outerWeights.Quality?.[0]).toBe(0);
    expect([loadings.Quality?.[0], compositeReliability.Quality, ave.Quality]).toEqual([
      null,
      null,
      null,
    ]);
    expect(notes?.join(' ')).toContain('compositeReliability and ave of Quality are null');
  });

  it('leaves paths from twin constructs undetermined under the other schemes', () => {
    const {
      paths,
      r2,
      totalEffects: total,
      outerWeights,
      notes,
    } = figuresOf({
      ...service,
      scheme: 'factorial',
      measurement: { ...service.measurement, Value: ['q1', 'q2'] },
    });

    expect(paths['Quality->Satisfaction']).toBeNull();
    expect(r2).toMatchObject({ Satisfaction: null, Value: expect.closeTo(1, 9) });
    expect(total['Quality->Loyalty']).toBeNull();
    expect(total['Satisfaction->Loyalty']).not.toBeNull();
    expect(outerWeights.Quality).not.toContain(null);
    expect(notes?.join(' ')).toContain('paths to Satisfaction and their r2 are null');
  });

  it('asks for more rows than predecessors', () => {
    const { paths, notes } = figuresOf({
      ...service,
      scheme: 'centroid',
      rows: service.rows.slice(0, 2),
    });

    expect(paths).toMatchObject({ 'Quality->Satisfaction': null, 'Value->Satisfaction': null });
    expect(Math.abs(Number(paths['Quality->Value']))).toBeCloseTo(1, 9);
    expect(notes?.join(' ')).toContain('not more rows');
  });

  it('calls it no relation when neighbours correlate with nothing', () => {
    const crossed = {
      ...service,
      columns: ['x', 'y'],
      rows: [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ],
      measurement: { X: ['x'], Y: ['y'] },
      structural: [['X', 'Y']],
    };
    for (const scheme of ['centroid', 'factorial', 'path']) {
      const { paths, notes } = figuresOf({ ...crossed, scheme });
      expect(paths).toEqual({ 'X->Y': null });
      expect(notes?.join(' ')).toContain('go with no neighbouring construct');
    }
  });

  it('warns of negative weights, and has no index when the weights sum to nothing', () => {
    const warned = figuresOf({ ...fitness, scheme: 'path', modes: { Exercise: 'B', Body: 'B' } });
    const { model, sample } = partsOf(fitness);
    const [weight = 0, waist = 0] = sample.deviations;
    const cancelled = plsIndex(model, sample, [weight, -waist, 0, 1, 1, 1], [0, 300]);

    expect(warned.notes?.join(' ')).toContain('A weight of Body, Exercise is negative');
    expect(warned.index.Body).toEqual(expect.any(Number));
    expect(cancelled.index).toEqual([null, expect.any(Number)]);
    expect(cancelled.notes).toEqual([{ reason: 'noIndex', latent: 'Body' }]);
  });
});

describe('pls refuses', () => {
  const block = service.measurement;
  it.each([
    ['no respondent', { rows: [] }, 'calc.emptySample', 'rows'],
    ['a short row', { rows: [...service.rows, [1, 2]] }, 'calc.raggedMatrix', 'rows[12]'],
    [
      'a column without values',
      { columns: [...service.columns, 'x'] },
      'calc.sizeMismatch',
      'rows',
    ],
    [
      'two columns of one name',
      { columns: ['q1', 'q1', 'v1', 'v2', 's1', 's2', 'l1'] },
      'calc.duplicate',
      'columns[1]',
    ],
    [
      'an unknown column',
      { measurement: { ...block, Value: ['v1', 'v9'] } },
      'calc.unknownColumn',
      'measurement.Value[1]',
    ],
    [
      'an item twice in a block',
      { measurement: { ...block, Value: ['v1', 'v1'] } },
      'calc.duplicate',
      'measurement.Value[1]',
    ],
    [
      'an empty block',
      { measurement: { ...block, Value: [] } },
      'calc.emptySample',
      'measurement.Value',
    ],
    ['no construct', { measurement: {} }, 'calc.emptySample', 'measurement'],
    [
      'a name that reads as a path',
      { measurement: { 'A->B': ['q1'] } },
      'calc.badName',
      'measurement.A->B',
    ],
    [
      'an unconnected construct',
      { measurement: { ...block, Trust: ['q1'] } },
      'calc.unconnected',
      'measurement.Trust',
    ],
    ['modes of nothing', { modes: { Trust: 'B' } }, 'calc.unknownName', 'modes.Trust'],
    ['an unknown mode', { modes: { Value: 'C' } }, 'calc.unknownValue', 'modes.Value'],
    ['an unknown scheme', { scheme: 'pca' }, 'calc.unknownValue', 'scheme'],
    ['no path', { structural: [] }, 'calc.emptySample', 'structural'],
    [
      'a path to nothing',
      { structural: [['Quality', 'Trust']] },
      'calc.unknownName',
      'structural[0][1]',
    ],
    [
      'a path to itself',
      { structural: [...service.structural, ['Value', 'Value']] },
      'calc.cyclicStructure',
      'structural[4]',
    ],
    [
      'a path twice',
      { structural: [...service.structural, ['Quality', 'Value']] },
      'calc.duplicate',
      'structural[4]',
    ],
    [
      'a circle',
      { structural: [...service.structural, ['Loyalty', 'Value']] },
      'calc.cyclicStructure',
      'structural',
    ],
    ['a scale upside down', { itemScale: [10, 1] }, 'calc.badScale', 'itemScale'],
    ['a scale that overflows', { itemScale: [-1e308, 1e308] }, 'calc.badScale', 'itemScale'],
    ['an answer off the scale', { itemScale: [1, 9] }, 'calc.outOfScale', 'rows[2][5]'],
    [
      'a gap',
      { rows: [...service.rows, [1, 2, 3, 4, 5, 6, null]] },
      'calc.missingValue',
      'rows[12][6]',
    ],
    [
      'nothing but gaps',
      { rows: [[null, 2, 3, 4, 5, 6, 7]], missing: 'complete-cases' },
      'calc.emptySample',
      'rows',
    ],
    ['no draw', { bootstrap: { draws: 0, seed: 1 } }, 'calc.outOfRange', 'bootstrap.draws'],
    ['half a seed', { bootstrap: { draws: 5, seed: 0.5 } }, expect.any(String), 'bootstrap.seed'],
    ['a forgotten scale', { itemScale: undefined }, 'calc.missingField', 'itemScale'],
  ])('%s', (_, change, code, path) => {
    expect(faultOf({ ...service, ...change })).toEqual({ code, path });
  });

  it('a circle by its names', () => {
    const structural = [...service.structural, ['Loyalty', 'Value']];
    expect(plsCalc.calculate({ ...service, structural })).toMatchObject({
      error: { message: expect.stringContaining('Value → Satisfaction → Loyalty → Value') },
    });
  });
});

describe('a structural model', () => {
  it('adds up the ways from one construct to another', () => {
    const model = structuralModel(
      ['D', 'A', 'B', 'C'],
      [
        ['A', 'B'],
        ['A', 'C'],
        ['B', 'C'],
        ['C', 'D'],
      ],
    );

    expect(model.order).toEqual([1, 2, 3, 0]);
    expect(totalEffects(model, [0.5, 0.25, 0.5, 2])).toEqual([
      { from: 1, to: 0, effect: 1 },
      { from: 1, to: 2, effect: 0.5 },
      { from: 1, to: 3, effect: 0.5 },
      { from: 2, to: 0, effect: 1 },
      { from: 2, to: 3, effect: 0.5 },
      { from: 3, to: 0, effect: 2 },
    ]);
  });

  it('refuses circles and strangers', () => {
    const refusal = (paths: [string, string][]) => {
      try {
        structuralModel(['A', 'B'], paths);
        return null;
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
    };

    expect(refusal([['A', 'B']])).toBeNull();
    expect(refusal([['A', 'C']])).toBe('calculation.outOfRange');
    expect(
      refusal([
        ['A', 'B'],
        ['B', 'A'],
      ]),
    ).toBe('calculation.cyclicStructure');
  });
});

describe('bootstrap', () => {
  const input = { ...service, scheme: 'centroid', bootstrap: { draws: 60, seed: 42 } };

  it('re-estimates the model on the rows that a draw takes', () => {
    const { intervals, standardErrors, bootstrap } = figuresOf({
      ...input,
      bootstrap: { draws: 2, seed: 9 },
    });
    const estimates = [0, 1].map((draw) => {
      const random = streamOfDraw(9, draw);
      const rows = service.rows.map(
        () => service.rows[Math.floor(random.next() * service.rows.length)] ?? [],
      );
      return Number(figuresOf({ ...input, bootstrap: undefined, rows }).paths['Quality->Value']);
    });
    const [low, high] = estimates.toSorted((a, b) => a - b) as [number, number];

    expect(bootstrap).toEqual({ draws: 2, used: 2 });
    expectClose(intervals?.['Quality->Value'] ?? [], [
      low + 0.025 * (high - low),
      low + 0.975 * (high - low),
    ]);
    expectClose([standardErrors?.['Quality->Value']], [(high - low) / Math.SQRT2]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(figuresOf(input)).toEqual(figuresOf(input));
    expect(figuresOf(input).intervals).not.toEqual(
      figuresOf({ ...input, bootstrap: { draws: 60, seed: 43 } }).intervals,
    );
  });

  it('is the same in any shares', () => {
    const { model, sample } = partsOf(fitness);
    const data = { model, sample, seed: 5 };
    const whole = drawPaths(data, { first: 0, count: 40 });

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (cut) => {
        const parts = [
          ...drawPaths(data, { first: 0, count: cut }),
          ...drawPaths(data, { first: cut, count: 40 - cut }),
        ];
        expect(parts).toEqual([...whole]);
      }),
      { numRuns: 15 },
    );
  });

  it('meets the textbook computation over the rows of each draw', () => {
    const { input: ecsi } = ecsiCase();
    const taskInput = { ...ecsi, scheme: 'path', scaled: true, bootstrap: { draws: 3, seed: 7 } };
    const task = plsDrawsOf(plsInputSchema.parse(taskInput));
    if (task === null) throw new Error('nothing to draw');
    const drawn = drawPaths(task.data, { first: 0, count: 3 });
    const redrawn = [0, 1, 2].flatMap((draw) => {
      const random = streamOfDraw(7, draw);
      const { rows } = ecsi;
      const taken = rows.map(() => rows[Math.floor(random.next() * rows.length)] ?? []);
      return plainPls({ ...ecsi, rows: taken });
    });

    expectClose([...drawn], redrawn, 1e-9);
  });

  it('leaves out draws that cannot be estimated and says how many', () => {
    const rare = {
      ...service,
      rows: service.rows.map((row, r) => [r === 0 ? 9 : 4, ...row.slice(1)]),
    };
    const { bootstrap, notes, intervals } = figuresOf({
      ...rare,
      bootstrap: { draws: 100, seed: 3 },
    });
    const left = 100 - Number(bootstrap?.used);

    // A draw misses the one odd row with probability (11/12)¹² = 0.35.
    expect(left).toBeGreaterThan(20);
    expect(left).toBeLessThan(50);
    expect(notes?.join(' ')).toContain(`${left} of 100 draws`);
    expect(intervals?.['Quality->Value']).toHaveLength(2);
  });

  it('has no interval with fewer than two draws', () => {
    const { intervals, standardErrors, notes } = figuresOf({
      ...input,
      bootstrap: { draws: 1, seed: 1 },
    });

    expect(new Set(Object.values({ ...intervals, ...standardErrors }))).toEqual(new Set([null]));
    expect(notes?.join(' ')).toContain('fewer than two draws');
    expect(summariseDraws(Float64Array.of(Number.NaN, 1, 2), 1)).toMatchObject({
      draws: 3,
      used: 2,
      intervals: [[1.025, 1.975]],
    });
  });
});

describe('properties of pls', () => {
  const models = pathModelsArbitraries.pls as fc.Arbitrary<typeof service>;

  it('answers every valid input with finite figures or null with a note', () => {
    fc.assert(
      fc.property(models, (input) => {
        const answer = plsCalc.calculate(input, { explain: true });
        expect(answerFaults(answer)).toEqual([]);
        if (!answer.ok) return;
        const { r2, loadings, paths, structural } = { ...input, ...figuresOf(input) };
        for (const value of Object.values(r2)) {
          if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
        }
        for (const value of Object.values(loadings).flat()) {
          if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        }
        expect(Object.keys(paths)).toHaveLength(structural.length);
      }),
      { numRuns: 300 },
    );
  });

  it('does not care for the order of items in a block, nor of respondents', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['weight', 'waist', 'pulse'], { minLength: 3 }),
        fc.shuffledSubarray(fitness.rows, { minLength: fitness.rows.length }),
        fc.constantFrom('A', 'B'),
        fc.constantFrom('centroid', 'factorial', 'path'),
        fc.boolean(),
        (body, rows, mode, scheme, scaled) => {
          const input = { ...fitness, scheme, scaled, modes: { Body: mode, Exercise: mode } };
          const plain = figuresOf(input);
          const mixed = figuresOf({
            ...input,
            rows,
            measurement: { ...fitness.measurement, Body: body },
          });
          const order = body.map((name) => fitness.measurement.Body.indexOf(name));
          const weights = order.map((i) => Number(plain.outerWeights.Body?.[i]));

          expectClose(mixed.outerWeights.Body ?? [], weights, 1e-8);
          expectClose(Object.values(mixed.paths), Object.values(plain.paths).map(Number), 1e-8);
          expectClose(Object.values(mixed.index), Object.values(plain.index).map(Number), 1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });
});
