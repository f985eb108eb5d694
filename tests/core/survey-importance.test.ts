import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { scoresOfItems, surveyImportance } from '../../core/domain/importance/survey-importance.ts';
import { fitnessClub } from '../support/fitness-club.ts';

const column = (place: number) => fitnessClub.rows.map((row) => row[place] ?? 0);
/** Twenty men are too few; three times the same twenty are sixty, with the same correlations. */
const thrice = (place: number) => [...column(place), ...column(place), ...column(place)];

describe('importance derived from a survey', () => {
  const whole = thrice(4);
  const columns = [thrice(1), null, thrice(3), thrice(5)];

  it('shares out what the WHATs explain of the whole as `csm calc drivers` does', () => {
    const { figures, rSquared, problem, n } = surveyImportance(whole, columns, 'relativeWeight');
    const calc = runCalc('drivers', {
      y: whole,
      x: whole.map((_, row) => [columns[0]?.[row], columns[2]?.[row], columns[3]?.[row]]),
      method: 'johnson',
    });
    if (!calc.ok) throw new Error('calc refused');
    const { share, rSquared: expected } = calc.output as { share: number[]; rSquared: number };
    expect(problem).toBeNull();
    expect(n).toBe(60);
    expect(rSquared).toBe(expected);
    expect(figures.map((figure) => figure?.value ?? null)).toEqual([
      (share[0] ?? 0) * 100,
      null,
      (share[1] ?? 0) * 100,
      (share[2] ?? 0) * 100,
    ]);
  });

  it('takes a correlation below 0 for no importance', () => {
    const { figures } = surveyImportance(whole, columns, 'correlation');
    expect(figures[0]?.correlation).toBeCloseTo(-0.6456, 4);
    expect(figures[0]?.value).toBe(0);
    expect(figures[2]?.value).toBeCloseTo(69.57, 2);
    expect(figures[1]).toBeNull();
  });

  it('says why it says nothing', () => {
    const problemOf = (...args: Parameters<typeof surveyImportance>) =>
      surveyImportance(...args).problem;
    expect(problemOf(whole, [null, null], 'correlation')).toEqual({ kind: 'nothingLinked' });
    expect(problemOf(column(4), [column(3)], 'relativeWeight')).toEqual({
      kind: 'tooFew',
      n: 20,
      needed: 30,
    });
    const many = Array.from({ length: 13 }, () => thrice(3));
    expect(problemOf(whole, many, 'relativeWeight')).toMatchObject({ kind: 'tooFew', needed: 65 });
    expect(
      problemOf(
        whole.map(() => 4),
        columns,
        'relativeWeight',
      ),
    ).toEqual({
      kind: 'constantWhole',
    });
    expect(problemOf(whole, [whole.map(() => 4)], 'relativeWeight')).toEqual({
      kind: 'nothingExplained',
    });
    const unanswered = whole.map(() => Number.NaN);
    expect(problemOf(whole, [unanswered], 'correlation')).toMatchObject({ kind: 'tooFew', n: 0 });
  });

  it('never gives a figure that is no number, nor one below 0', () => {
    const value = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.NaN));
    const answers = fc.array(value, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(
        answers,
        fc.array(fc.option(answers), { maxLength: 4 }),
        fc.constantFrom('correlation' as const, 'relativeWeight' as const),
        (y, x, method) => {
          for (const figure of surveyImportance(y, x, method).figures) {
            if (figure === null || figure.value === null) continue;
            expect(figure.value).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(figure.value)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the score of a WHAT that several items measure', () => {
  it('is the mean of those answered, each on its own scale', () => {
    const items = [
      { values: [1, 5, Number.NaN], scaleMin: 1, scaleMax: 5 },
      { values: [10, Number.NaN, Number.NaN], scaleMin: 0, scaleMax: 10 },
    ];
    expect([...(scoresOfItems(items) ?? [])]).toEqual([50, 100, Number.NaN]);
    expect(scoresOfItems([])).toBeNull();
  });
});
