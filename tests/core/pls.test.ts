import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plsCalc } from '../../core/calc/methods/pls.calc.ts';
import { answerFaults } from '../support/calc-answer-faults.ts';
import { pathModelsArbitraries } from '../support/calc-arbitraries/path-models.ts';
import { fitnessClub } from '../support/fitness-club.ts';
import { expectClose } from '../support/near.ts';
import { faultOf, figuresOf, fitnessParts } from '../support/pls-figures.ts';
import { serviceSurvey } from '../support/service-survey.ts';

describe('pls', () => {
  it.each(['centroid', 'factorial', 'path'])(
    'is canonical correlation analysis for two blocks of mode B (%s)',
    (scheme) => {
      // SAS/STAT User's Guide, PROC CANCORR, example 1: first canonical correlation 0.795608,
      // standardized coefficients −0.7754, 1.5793, −0.0591 and −0.3495, −1.0540, 0.7164. The items
      // of each side are turned here to go with their score.
      const modes = { Body: 'B', Exercise: 'B' };
      const { paths, outerWeights, r2 } = figuresOf({ ...fitnessClub, scheme, modes });

      expectClose([paths['Body->Exercise']], [-0.79560815], 5e-8);
      expectClose([r2.Exercise], [0.79560815 ** 2], 1e-7);
      expectClose(outerWeights.Body ?? [], [-0.7754, 1.5793, -0.0591], 6e-5);
      expectClose(outerWeights.Exercise ?? [], [0.3495, 1.054, -0.7164], 6e-5);
    },
  );

  it('is the first pair of inter-battery factors for two blocks of mode A', () => {
    // Tucker 1958: the weights of mode A are the singular vectors of the correlations between blocks.
    const { outerWeights, correlations, loadings } = figuresOf({
      ...fitnessClub,
      scheme: 'centroid',
    });
    const { model, covariances } = fitnessParts();
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
      ...serviceSurvey,
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
    const figures = figuresOf({ ...serviceSurvey, scheme, scaled, modes: { Quality: mode } });

    expect(figures).toMatchObject({ n: 12, excluded: 0, converged: true, iterations });
    expectClose(Object.values(figures.paths), paths, 1e-10);
    expectClose(Object.values(figures.outerWeights).flat(), weights, 1e-10);
    expectClose(Object.values(figures.index), index, 1e-8);
  });

  it('meets R in total effects, loadings, R² and reliability', () => {
    const figures = figuresOf(serviceSurvey);

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
    const { alpha } = figuresOf({ ...serviceSurvey, scaled: false });

    expect(alpha.Quality).toBeCloseTo(2 * (1 - (62 + 515 / 12) / (62 + 515 / 12 + 2 * 46)), 12);
  });

  it('turns a construct whose items were asked the other way round', () => {
    const turned = serviceSurvey.rows.map((row) =>
      row.map((value, c) => (c < 2 ? 11 - Number(value) : value)),
    );
    const { paths, loadings } = figuresOf({ ...serviceSurvey, rows: turned });
    const straight = figuresOf(serviceSurvey);

    expectClose(loadings.Quality ?? [], (straight.loadings.Quality ?? []).map(Number));
    expectClose([paths['Quality->Value']], [-Number(straight.paths['Quality->Value'])]);
    expectClose([paths['Value->Satisfaction']], [Number(straight.paths['Value->Satisfaction'])]);
  });

  it('leaves out respondents with gaps in items it uses, when asked to', () => {
    const columns = ['note', ...serviceSurvey.columns];
    const withGaps = [
      ...serviceSurvey.rows.map((row, r) => [r === 0 ? null : r, ...row]),
      [99, 8, null, 7, 7, 8, 8, 9],
    ];
    const input = { ...serviceSurvey, columns, rows: withGaps };
    const { excluded, n, ...figures } = figuresOf({ ...input, missing: 'complete-cases' });

    expect([excluded, n]).toEqual([1, 12]);
    expect(figures.paths).toEqual(figuresOf(serviceSurvey).paths);
    expect(faultOf(input)).toEqual({ code: 'calc.missingValue', path: 'rows[12][2]' });
  });

  it('lets an item serve two blocks', () => {
    const measurement = { ...serviceSurvey.measurement, Loyalty: ['l1', 's2'] };
    const { converged, loadings } = figuresOf({ ...serviceSurvey, measurement });

    expect(converged).toBe(true);
    expect(loadings.Loyalty?.every((loading) => Number(loading) > 0.9)).toBe(true);
  });

  it('gives the same scores whatever the unit, won or points', () => {
    const inWon = (factor: number, offset: number) => ({
      ...serviceSurvey,
      scaled: false,
      rows: serviceSurvey.rows.map((row) => row.map((value) => Number(value) * factor + offset)),
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

describe('a score that is turned', () => {
  it('takes its inner weights along: those of the factorial scheme are its correlations', () => {
    const trend = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const ripple = [0, 1, -1, 0, 1, 0, -1, 1, 0, -1];
    const answer = plsCalc.calculate(
      {
        columns: ['wide', 'back1', 'back2', 'outcome'],
        rows: trend.map((t, i) => [
          10 * t,
          20 - t + (ripple[i] ?? 0),
          20 - t - (ripple[i] ?? 0),
          t + 2 * (ripple[9 - i] ?? 0),
        ]),
        measurement: { A: ['wide', 'back1', 'back2'], B: ['outcome'] },
        structural: [['A', 'B']],
        scheme: 'factorial',
        scaled: false,
        itemScale: [-5, 110],
      },
      { explain: true },
    );
    if (!answer.ok) throw new Error(answer.error.message);
    const { correlations, explanation } = answer.output as typeof answer.output & {
      correlations: Record<string, Record<string, number>>;
    };
    const inner = explanation?.steps.find(({ id }) => id === 'inner')?.results[0]?.value;

    expect(correlations.A?.B).toBeLessThan(-0.5);
    expect(inner).toMatchObject({ A: { B: expect.closeTo(correlations.A?.B ?? 0, 6) } });
  });
});

describe('properties of pls', () => {
  const models = pathModelsArbitraries.pls as fc.Arbitrary<typeof serviceSurvey>;

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
        fc.shuffledSubarray(fitnessClub.rows, { minLength: fitnessClub.rows.length }),
        fc.constantFrom('A', 'B'),
        fc.constantFrom('centroid', 'factorial', 'path'),
        fc.boolean(),
        (body, rows, mode, scheme, scaled) => {
          const input = { ...fitnessClub, scheme, scaled, modes: { Body: mode, Exercise: mode } };
          const plain = figuresOf(input);
          const mixed = figuresOf({
            ...input,
            rows,
            measurement: { ...fitnessClub.measurement, Body: body },
          });
          const order = body.map((name) => fitnessClub.measurement.Body.indexOf(name));
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
