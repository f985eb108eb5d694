import { describe, expect, it } from 'vitest';
import { plsIndex } from '../../core/domain/pls/pls-index.ts';
import { fitnessClub } from '../support/fitness-club.ts';
import { figuresOf, fitnessParts, type PlsFigures } from '../support/pls-figures.ts';
import { serviceSurvey } from '../support/service-survey.ts';

describe('pls on a sample that cannot carry it', () => {
  const constantItem = serviceSurvey.rows.map((row) => [4, ...row.slice(1)]);
  const allNull = (figures: PlsFigures) =>
    [figures.iterations, figures.converged].every((value) => value === null) &&
    [figures.paths, figures.totalEffects, figures.r2, figures.index].every((record) =>
      Object.values(record).every((value) => value === null),
    );

  it.each([
    ['one row', { rows: serviceSurvey.rows.slice(0, 1) }, 'one row has no spread'],
    ['a constant item, scaled', { rows: constantItem }, 'an item of Quality does not vary'],
    [
      'all items constant',
      { rows: serviceSurvey.rows.map(() => [5, 5, 5, 5, 5, 5, 5]), scaled: false },
      'the items of Quality cancel',
    ],
    [
      'items that cancel each other',
      {
        rows: serviceSurvey.rows.map((row) => [row[0] ?? 0, 11 - Number(row[0]), ...row.slice(2)]),
      },
      'the items of Quality cancel',
    ],
    [
      'a block of mode B with a twin',
      {
        rows: serviceSurvey.rows.map((row) => [row[0], ...row.slice(0, 1), ...row.slice(2)]),
        modes: { Quality: 'B' },
      },
      'items of Quality (mode B)',
    ],
    [
      'twin predictors under the path scheme',
      { measurement: { ...serviceSurvey.measurement, Value: ['q1', 'q2'] } },
      'the constructs that act on Satisfaction follow from each other',
    ],
  ])('answers null and says why: %s', (_, change, reason) => {
    const figures = figuresOf({ ...serviceSurvey, ...change, bootstrap: { draws: 5, seed: 1 } });

    expect(allNull(figures)).toBe(true);
    expect(figures.notes?.join(' ')).toContain(reason);
    expect(figures.bootstrap).toEqual({ draws: 5, used: 0 });
  });

  it('keeps an unscaled model with a constant item, but for its loading', () => {
    const { paths, outerWeights, loadings, compositeReliability, ave, notes } = figuresOf({
      ...serviceSurvey,
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
      ...serviceSurvey,
      scheme: 'factorial',
      measurement: { ...serviceSurvey.measurement, Value: ['q1', 'q2'] },
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
      ...serviceSurvey,
      scheme: 'centroid',
      rows: serviceSurvey.rows.slice(0, 2),
    });

    expect(paths).toMatchObject({ 'Quality->Satisfaction': null, 'Value->Satisfaction': null });
    expect(Math.abs(Number(paths['Quality->Value']))).toBeCloseTo(1, 9);
    expect(notes?.join(' ')).toContain('not more rows');
  });

  it('calls it no relation when neighbours correlate with nothing', () => {
    const crossed = {
      ...serviceSurvey,
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
    const warned = figuresOf({
      ...fitnessClub,
      scheme: 'path',
      modes: { Exercise: 'B', Body: 'B' },
    });
    const { model, sample } = fitnessParts();
    const [weight = 0, waist = 0] = sample.deviations;
    const cancelled = plsIndex(model, sample, [weight, -waist, 0, 1, 1, 1], [0, 300]);

    expect(warned.notes?.join(' ')).toContain('A weight of Body, Exercise is negative');
    expect(warned.index.Body).toEqual(expect.any(Number));
    expect(cancelled.index).toEqual([null, expect.any(Number)]);
    expect(cancelled.notes).toEqual([{ reason: 'noIndex', latent: 'Body' }]);
  });
});
