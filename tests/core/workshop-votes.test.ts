import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import type { Ballot, RankEffect } from '../../core/contract/workshop.contract.ts';
import { computeHouse, type HouseResult } from '../../core/domain/house/house.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import {
  ballotOutcomes,
  ballotProgress,
  cellOutcome,
  countStatuses,
  figuresOf,
  proposedValues,
  usualVoteRules,
} from '../../core/domain/workshop/ballot-outcomes.ts';
import { concordance } from '../../core/domain/workshop/concordance.ts';
import {
  contestedCells,
  contestedImportances,
} from '../../core/domain/workshop/discussion-order.ts';
import { levelAgreement, levelConsensus } from '../../core/domain/workshop/level-agreement.ts';
import { compareRounds, latestOutcomes } from '../../core/domain/workshop/round-comparison.ts';
import {
  importanceVoteLevels,
  relationVoteLevels,
  voteFigures,
} from '../../core/domain/workshop/vote-figures.ts';

const levels = relationVoteLevels(usualScale);
const status = (...votes: number[]) => cellOutcome(votes, 0, levels, usualVoteRules).status;

describe('agreement on ordered levels', () => {
  it('is what the R package agrmt gives for its own example: A 0.6113333, consensus 0.7256876', () => {
    const counts = [30, 40, 210, 130, 530, 50, 10];
    expect(levelAgreement(counts)).toBeCloseTo(0.6113333, 7);
    expect(levelConsensus(counts)).toBeCloseTo(0.7256876, 7);
  });

  it('is 1 for one mind, 0 for all levels alike, −1 and 0 for two halves at the ends', () => {
    expect([levelAgreement([0, 8, 0, 0]), levelConsensus([0, 8, 0, 0])]).toEqual([1, 1]);
    expect(levelAgreement([2, 2, 2, 2])).toBe(0);
    expect([levelAgreement([4, 0, 0, 4]), levelConsensus([4, 0, 0, 4])]).toEqual([-1, 0]);
    expect([levelAgreement([]), levelAgreement([3, 1]), levelAgreement([0, 0, 0])]).toEqual([
      null,
      null,
      null,
    ]);
    expect(levelConsensus([0, 0])).toBeNull();
  });

  it('does not care which end is which, nor how many times everybody is counted', () => {
    const counts = fc
      .array(fc.nat(6), { minLength: 3, maxLength: 7 })
      .filter((list) => list.some((count) => count > 0));
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 5 }), (list, times) => {
        for (const measure of [levelAgreement, levelConsensus]) {
          const value = measure(list) ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(-1);
          expect(value).toBeLessThanOrEqual(1);
          expect(measure(list.toReversed())).toBeCloseTo(value, 12);
          expect(measure(list.map((count) => count * times))).toBeCloseTo(value, 12);
        }
      }),
    );
  });
});

describe('votes on one cell', () => {
  it('are told in levels, not in the numbers behind them', () => {
    expect(voteFigures([9, 9, 3, 0, 9, 3], levels)).toEqual({
      n: 6,
      counts: [1, 0, 2, 3],
      medianLow: 3,
      medianHigh: 9,
      modes: [9],
      mean: 5.5,
      lowest: 0,
      highest: 9,
      rangeLevels: 3,
      iqrLevels: 1,
      agreement: levelAgreement([1, 0, 2, 3]),
      consensus: levelConsensus([1, 0, 2, 3]),
      proposed: 9,
    });
    expect(voteFigures([], levels)).toBeNull();
  });

  it('propose the median; between two the one with more votes; of equals the weaker', () => {
    const proposed = (...votes: number[]) => voteFigures(votes, levels)?.proposed;
    expect(proposed(0, 3, 9)).toBe(3);
    expect(proposed(1, 1, 9, 9)).toBe(1);
    expect(proposed(0, 1, 3, 3)).toBe(3);
    expect(proposed(1, 1, 3, 9)).toBe(1);
    expect(proposed(0, 0, 9, 9, 9)).toBe(9);
  });

  it('always propose what somebody voted for, between the lowest and the highest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 15 }),
        (votes) => {
          const figures = voteFigures(votes, levels);
          expect(votes).toContain(figures?.proposed);
          expect(voteFigures(votes.toReversed(), levels)).toEqual(figures);
        },
      ),
    );
  });

  it('agree when most are of one mind and the rest next to them; one at the far end contests', () => {
    expect(status(9, 9, 9, 9, 9, 9, 3, 3)).toBe('agreed');
    expect(status(9, 9, 9, 9, 3, 3, 3, 3)).toBe('contested');
    expect(status(9, 9, 9, 9, 9, 9, 9, 0)).toBe('contested');
    expect(status(0, 1, 3, 9)).toBe('contested');
    expect(status(3, 3)).toBe('agreed');
    expect(status(9)).toBe('tooFew');
    expect(status()).toBe('unscored');
    expect(cellOutcome([0, 0, 9, 9], 1, levels, usualVoteRules)).toMatchObject({
      missing: 1,
      reasons: ['middleSpread', 'lowAgreement'],
    });
    expect(cellOutcome([3, 3, 3, 9, 9, 9], 0, levels, usualVoteRules)).toMatchObject({
      reasons: ['lowAgreement'],
    });
  });
});

const ballot = (participantId: number, ...scores: (number | null)[][]): Ballot => ({
  participantId,
  scores,
});

describe('ballots', () => {
  const ballots = [
    ballot(1, [9, 3, null], [0, 9, null]),
    ballot(2, [9, 3, null], [9, null, null]),
    ballot(3, [9, 1, 3], [3, null, null]),
  ];

  it('count a blank as no vote, never as 0', () => {
    const outcomes = ballotOutcomes(ballots, levels);
    expect(outcomes.map((row) => row.map((cell) => [cell.status, cell.n, cell.missing]))).toEqual([
      [
        ['agreed', 3, 0],
        ['agreed', 3, 0],
        ['tooFew', 1, 2],
      ],
      [
        ['contested', 3, 0],
        ['tooFew', 1, 2],
        ['unscored', 0, 3],
      ],
    ]);
    expect(countStatuses(outcomes)).toEqual({
      agreed: 2,
      contested: 1,
      tooFew: 2,
      unscored: 1,
      hidden: 0,
    });
    expect(
      proposedValues(outcomes, [
        [0, 0, 0],
        [0, 0, 1],
      ]),
    ).toEqual([
      [9, 3, 3],
      [3, 9, 1],
    ]);
  });

  it('show nothing of cells with fewer votes than asked, not even whether they are contested', () => {
    const outcomes = ballotOutcomes(ballots, levels, { ...usualVoteRules, hideBelow: 3 });
    expect(outcomes[1]?.[1]).toEqual({ status: 'hidden', n: 1, missing: 2 });
    expect(figuresOf(outcomes[1]?.[1])).toBeNull();
    expect(
      proposedValues(outcomes, [
        [0, 0, 0],
        [0, 0, 1],
      ])[1],
    ).toEqual([3, 0, 1]);
    const alone = ballotOutcomes([ballots[0] ?? ballot(1)], levels, {
      ...usualVoteRules,
      hideBelow: 2,
    });
    expect(JSON.stringify(alone)).not.toContain('figures');
  });

  it('tell how far each participant has come', () => {
    expect(ballotProgress(ballots)).toEqual([
      { participantId: 1, scored: 4, cells: 6 },
      { participantId: 2, scored: 3, cells: 6 },
      { participantId: 3, scored: 4, cells: 6 },
    ]);
  });

  it('refuse scores that are no levels, and ballots of another shape, with the place', () => {
    expect(() => ballotOutcomes([ballot(1, [9, 5])], levels)).toThrow(
      expect.objectContaining({ code: 'calculation.outOfRange', path: 'ballots[0].scores[0][1]' }),
    );
    expect(() => ballotOutcomes([ballot(1, [9]), ballot(2, [9, 9])], levels)).toThrow(
      expect.objectContaining({ code: 'calculation.sizeMismatch', path: 'ballots[1].scores[0]' }),
    );
    expect(ballotOutcomes([], levels)).toEqual([]);
  });
});

const voteCase = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([m, n]) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: m, maxLength: m }),
      ballots: fc.array(
        fc.array(fc.array(fc.constantFrom(null, 0, 1, 3, 9), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
        { minLength: 1, maxLength: 5 },
      ),
      normalize: fc.constantFrom('none' as const, 'lyman' as const),
      topK: fc.integer({ min: 1, max: 3 }),
    }),
  );

const importanceCase = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([m, n]) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: m, maxLength: m }),
      relations: fc.array(fc.array(fc.constantFrom(0, 1, 3, 9), { minLength: n, maxLength: n }), {
        minLength: m,
        maxLength: m,
      }),
      votes: fc.array(fc.array(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 1, maxLength: 5 }), {
        minLength: m,
        maxLength: m,
      }),
      normalize: fc.constantFrom('none' as const, 'lyman' as const),
      topK: fc.integer({ min: 1, max: 3 }),
    }),
  );

describe('the order of discussion', () => {
  /** What lies between two houses, by ranks that are sorted for each. */
  function expectEffect(
    found: Omit<RankEffect, 'lowest' | 'highest'>,
    low: HouseResult,
    high: HouseResult,
    topK: number,
  ): void {
    const moves = low.rank.map((rank, j) => Math.abs(rank - (high.rank[j] ?? 0)));
    expect(found.furthestMove).toBe(Math.max(...moves));
    expect(found.movedHows).toBe(moves.filter((move) => move > 0).length);
    expect(found.topChanges).toBe(
      low.rank.filter((rank, j) => rank <= topK !== (high.rank[j] ?? 0) <= topK).length,
    );
    const spans = low.relative.map((share, j) => Math.abs((share ?? 0) - (high.relative[j] ?? 0)));
    expect(found.shareSpan).toBeCloseTo(Math.max(...spans), 12);
  }

  it('begins with the cell that decides who is first, not with the one people differ on most', () => {
    const house = {
      weights: [5, 1],
      relations: [
        [0, 9],
        [0, 0],
      ],
      normalize: 'none' as const,
      topK: 1,
    };
    const outcomes = ballotOutcomes(
      [
        ballot(1, [9, 3], [0, 1]),
        ballot(2, [9, 9], [9, 1]),
        ballot(3, [9, 3], [0, 1]),
        ballot(4, [9, 9], [9, 1]),
      ],
      levels,
    );
    // HOW 1 weighs 45 to 54; HOW 2 weighs 16 or 46 by what is agreed on its relation to WHAT 1.
    const [first, second, ...rest] = contestedCells(house, outcomes);
    expect(first).toMatchObject({
      row: 0,
      column: 1,
      lowest: 3,
      highest: 9,
      topChanges: 2,
      furthestMove: 1,
      movedHows: 2,
    });
    expect(second).toMatchObject({ row: 1, column: 0, lowest: 0, highest: 9, movedHows: 0 });
    expect(rest).toEqual([]);
  });

  it('is what two whole houses say, one with the lowest and one with the highest vote', () => {
    fc.assert(
      fc.property(voteCase, ({ weights, ballots, normalize, topK }) => {
        const outcomes = ballotOutcomes(
          ballots.map((scores, k) => ballot(k, ...scores)),
          levels,
        );
        const relations = weights.map(() =>
          new Array<number>(ballots[0]?.[0]?.length ?? 0).fill(0),
        );
        const proposed = proposedValues(outcomes, relations);
        const cells = contestedCells({ weights, relations, normalize, topK }, outcomes);
        const contested = outcomes.flat().filter((cell) => cell.status === 'contested').length;
        expect(cells).toHaveLength(contested);
        for (const cell of cells) {
          const houseWith = (value: number) =>
            computeHouse({
              weights,
              relations: proposed.with(
                cell.row,
                (proposed[cell.row] ?? []).with(cell.column, value),
              ),
              normalize,
            });
          expectEffect(cell, houseWith(cell.lowest), houseWith(cell.highest), topK);
        }
      }),
    );
  });

  it('tells how far it is, row by row, and stops when it is given up', () => {
    const rows = [0, 1, 2];
    const outcomes = ballotOutcomes(
      [0, 9].map((score, k) => ballot(k, ...rows.map(() => [score, 3]))),
      levels,
    );
    const house = {
      weights: [1, 1, 1],
      relations: rows.map(() => [0, 0]),
      normalize: 'none' as const,
      topK: 1,
    };
    const told: number[][] = [];
    contestedCells(house, outcomes, (done, total) => told.push([done, total]));
    expect(told).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    const stop = new AppError('app.cancelled');
    expect(() =>
      contestedCells(house, outcomes, (done) => {
        if (done === 1) throw stop;
      }),
    ).toThrow(stop);
  });

  it('of importances is what two whole houses say, too', () => {
    fc.assert(
      fc.property(importanceCase, ({ weights, relations, votes, normalize, topK }) => {
        const outcomes = votes.map((ofWhat) =>
          cellOutcome(ofWhat, 0, importanceVoteLevels, usualVoteRules),
        );
        const house = { weights, relations, normalize, topK };
        const found = contestedImportances(house, outcomes);
        expect(found).toHaveLength(outcomes.filter(({ status }) => status === 'contested').length);
        for (const importance of found) {
          const { row, lowest, highest } = importance;
          const proposed = figuresOf(outcomes[row])?.proposed ?? 1;
          const houseWith = (value: number) =>
            computeHouse({
              weights: weights.with(row, ((weights[row] ?? 0) * value) / proposed),
              relations,
              normalize,
            });
          expectEffect(importance, houseWith(lowest), houseWith(highest), topK);
        }
      }),
    );
  });

  it('weighs contested importances by the same measure', () => {
    const [outcome, agreed] = [
      cellOutcome([1, 1, 5, 5], 0, importanceVoteLevels, usualVoteRules),
      cellOutcome([3, 3, 3, 3], 0, importanceVoteLevels, usualVoteRules),
    ];
    const house = {
      weights: [1, 3],
      relations: [
        [9, 0],
        [0, 9],
      ],
      normalize: 'none' as const,
      topK: 1,
    };
    expect(contestedImportances(house, [outcome, agreed])).toEqual([
      {
        row: 0,
        lowest: 1,
        highest: 5,
        topChanges: 2,
        furthestMove: 1,
        movedHows: 2,
        shareSpan: 5 / 8 - 1 / 4,
      },
    ]);
  });

  it.each(['none', 'lyman'] as const)(
    'takes 10,000 contested cells of a house of 100 × 100 in well under a second (%s)',
    (normalize) => {
      const size = 100;
      const split = (k: number) =>
        Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_, j) => [0, 1, 3, 9][(i + j + 2 * k) % 4] ?? 0),
        );
      const outcomes = ballotOutcomes(
        [0, 1, 2, 3].map((k) => ballot(k, ...split(k))),
        levels,
      );
      const weights = Array.from({ length: size }, (_, i) => (i % 5) + 1);
      const started = performance.now();
      const cells = contestedCells({ weights, relations: split(0), normalize, topK: 5 }, outcomes);
      expect(cells).toHaveLength(10_000);
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});

describe('concordance', () => {
  /** Ranks as scores: rank 1 is the most. */
  const scores = (...ranks: number[][]) => ranks.map((row) => row.map((rank) => -rank));

  it("is Siegel's example of three managers and six applicants: W .16", () => {
    const result = concordance(scores([1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]));
    expect(result.rankSums).toEqual([8, 14, 11, 11, 11, 8]);
    expect(result.w).toBeCloseTo(25.5 / 157.5, 12);
    expect(result).toMatchObject({ raters: 3, items: 6, df: 5, notes: ['smallSample'] });
    expect(result.chiSquare).toBeCloseTo((3 * 5 * 25.5) / 157.5, 12);
  });

  it("is Siegel's example with ties: three variables, ten things, W .828", () => {
    const result = concordance(
      scores(
        [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
        [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
        [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
      ),
    );
    expect(result.w).toBeCloseTo(0.828, 3);
    expect(result.p).toBeLessThan(0.01);
    expect(result.notes).toEqual([]);
  });

  it('leaves out who scored nothing and what not everybody scored', () => {
    const result = concordance([
      [3, 2, 1, null],
      [9, 4, 1, 2],
      [null, null, null, null],
    ]);
    expect(result).toMatchObject({ raters: 2, items: 3, w: 1, rankSums: [2, 4, 6, null] });
  });

  it('has no figure for one participant, one thing, or when all is on a level', () => {
    expect(concordance([[1, 2]])).toMatchObject({ w: null, p: null, notes: ['tooFew'] });
    expect(concordance([[1], [2]])).toMatchObject({ w: null, notes: ['tooFew'] });
    expect(concordance([])).toMatchObject({ w: null, raters: 0, notes: ['tooFew'] });
    expect(
      concordance([
        [1, 1],
        [2, 2],
      ]),
    ).toMatchObject({ w: null, notes: ['allTied'] });
    expect(() => concordance([[1, 2], [1]])).toThrow(
      expect.objectContaining({ code: 'calculation.sizeMismatch', path: 'scores[1]' }),
    );
  });

  it('stays between 0 and 1, and is 1 for participants who say the same', () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
      .chain(([m, n]) =>
        fc.array(fc.array(fc.constantFrom(0, 1, 3, 9), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const { w, notes } = concordance(rows);
        if (w === null) expect(notes).toContain('allTied');
        else expect(w >= 0 && w <= 1).toBe(true);
        const alike = concordance(rows.map(() => rows[0] ?? []));
        expect(alike.w ?? 1).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('a second round', () => {
  const outcomes = (...columns: number[][]) => [
    columns.map((votes) => cellOutcome(votes, 0, levels, usualVoteRules)),
  ];

  it('says which cells converged, which stay contested and which came apart', () => {
    const result = compareRounds(
      outcomes([0, 9, 3, 9], [0, 0, 9, 9], [3, 3, 3], [9, 9], [0, 9, 0, 9], [9]),
      outcomes([9, 9, 9, 9], [0, 9, 9, 9], [0, 3, 9], [9, 9], [], [9, 9]),
    );
    expect(result.cells.map(({ change }) => change)).toEqual([
      'converged',
      'stillContested',
      'diverged',
      'stillAgreed',
      'notScoredAgain',
      'unclear',
    ]);
    expect(result.cells[0]).toMatchObject({ agreementAfter: 1, proposedAfter: 9 });
    expect(result.cells[4]).toMatchObject({ agreementAfter: null, proposedAfter: null });
    expect(result.convergedShare).toBe(0.5);
    expect(Object.values(result.counts)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('has no share where nothing was contested', () => {
    const result = compareRounds(outcomes([3, 3]), []);
    expect(result.convergedShare).toBeNull();
    expect(result.counts.notScoredAgain).toBe(1);
  });

  it('keeps the first outcome of what was not scored again', () => {
    const [first, second] = [outcomes([0, 9], [3, 3]), outcomes([9, 9], [])];
    expect(latestOutcomes(first, second)).toEqual([[second[0]?.[0], first[0]?.[1]]]);
    expect(latestOutcomes(first, [])).toEqual(first);
  });
});
