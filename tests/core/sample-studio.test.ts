import { describe, expect, it } from 'vitest';
import { noteSchema } from '../../core/contract/common.schema.ts';
import { comparisonSets, tableOfSet } from '../../core/domain/ahp/comparison-tree.ts';
import { prioritiesOfTable } from '../../core/domain/ahp/table-priorities.ts';
import { carriedDrift, usualCarriedScale } from '../../core/domain/house/cascade.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { houseFindings, usualFindingLimits } from '../../core/domain/house/house-findings.ts';
import { figureOptionsOf } from '../../core/domain/house/house-of-view.ts';
import { recordFault } from '../../core/domain/house/house-record.ts';
import { treePlaces } from '../../core/domain/house/house-tree.ts';
import { analyseKano, countKano } from '../../core/domain/kano/kano.ts';
import { agendaState } from '../../core/domain/workshop/agenda-timer.ts';
import { generateSampleDataset } from '../../core/sample/sample-dataset.ts';
import { modelOf } from '../../core/sample/sample-round.ts';

const sample = generateSampleDataset({ seed: 1, today: '2026-11-21' });
const { house, judgement, workshop, round, nextHouse } = sample;
const model = modelOf(house, sample.requirements);

const isRating = (value: number) => value >= 1 && value <= 5;

describe('the sample house', () => {
  it('is sound and has trees on both sides, of three levels on one', () => {
    expect(recordFault(model)).toBeNull();
    const levels = (nodes: typeof house.whatNodes) =>
      new Set(treePlaces(nodes).map(({ level }) => level));
    expect(levels(house.whatNodes)).toEqual(new Set([1, 2, 3]));
    expect(levels(house.howNodes)).toEqual(new Set([1, 2]));
    const leaves = (nodes: typeof house.whatNodes) =>
      treePlaces(nodes).flatMap(({ node, isLeaf }) => (isLeaf ? [node.id] : []));
    // Leaves are numbered as rows and columns stand.
    expect(leaves(house.whatNodes)).toEqual(house.whats.map((_, i) => i + 1));
    expect(leaves(house.howNodes)).toEqual(house.hows.map((_, i) => i + 1));
  });

  it('rates everything on a scale of 1 to 5 and means to improve on all of it', () => {
    const { competitors, whats, hows } = house;
    expect(competitors).toHaveLength(2);
    for (const { ratings, current, target } of whats) {
      expect(ratings).toHaveLength(2);
      for (const rating of [...ratings, current, target]) expect(rating).toSatisfy(isRating);
      expect(target).toBeGreaterThan(current);
    }
    for (const { ratings, ownRating, difficulty, unit, targetValue, owner } of hows) {
      expect(ratings).toHaveLength(2);
      for (const rating of [...ratings, ownRating, difficulty]) expect(rating).toSatisfy(isRating);
      expect([unit, targetValue, owner]).not.toContain('');
    }
  });

  it('has a roof with every strength, and something for the side list to find', () => {
    expect(new Set(house.roof.map(({ strength }) => strength))).toEqual(new Set([2, 1, -1, -2]));
    const chosen = new Set(sample.csfs.map(({ howId }) => howId));
    const found = houseFindings(model, {
      chosenHowIds: chosen,
      evidence: null,
      roofReading: 'improvement',
      limits: usualFindingLimits,
    });
    expect(found.map(({ code }) => code)).toContain('roofConflict');
  });
});

describe('the sample workshop', () => {
  const before = round.model;

  it('was decided upon from what the round kept to what the house holds now', () => {
    const now = { ...before, relations: before.relations.map((row) => [...row]) };
    now.whats = before.whats.map((what) => ({ ...what }));
    for (const { whatId, howId, after } of workshop.decisions) {
      const row = now.relations[(whatId ?? 0) - 1];
      const what = now.whats.find(({ id }) => id === whatId);
      if (after === null) continue;
      if (howId !== null && row !== undefined) row[howId - 1] = after;
      else if (what !== undefined) what.importance = after;
    }
    expect(now).toEqual(model);
    expect(before).not.toEqual(model);
    expect(recordFault(before)).toBeNull();
  });

  it('has one vote of each of eight participants on everything that was asked', () => {
    expect(judgement.participants).toHaveLength(8);
    for (const [at, { whatIds, howIds, openedAt, closedAt }] of workshop.rounds.entries()) {
      const cells = whatIds.length * Math.max(1, howIds.length);
      const votes = workshop.votes.filter(({ roundId }) => roundId === at + 1);
      expect(new Set(votes.map((vote) => JSON.stringify({ ...vote, value: 0 }))).size).toBe(
        cells * 8,
      );
      const allowed = howIds.length === 0 ? [1, 2, 3, 4, 5] : [0, 1, 3, 9];
      expect(votes.every(({ value }) => allowed.includes(value))).toBe(true);
      expect(openedAt < closedAt).toBe(true);
    }
  });

  it('left people apart exactly where something had to be decided', () => {
    const spread = (whatId: number, howId: number) => {
      const values = workshop.votes
        .filter((vote) => vote.roundId === 1 && vote.whatId === whatId && vote.howId === howId)
        .map(({ value }) => value);
      return new Set(values).size;
    };
    for (const { whatId, howId } of workshop.decisions) {
      if (whatId !== null && howId !== null) expect(spread(whatId, howId)).toBeGreaterThan(1);
    }
  });

  it('ended with an agenda that is over and words a person can read', () => {
    const items = workshop.agenda.map(({ name, minutes }, i) => ({
      id: i + 1,
      title: name,
      plannedMinutes: minutes,
    }));
    const end = workshop.agendaEvents.at(-1)?.at ?? 0;
    const state = agendaState(items, workshop.agendaEvents, end);
    expect(state.items.every(({ status }) => status === 'finished')).toBe(true);
    expect(new Set(workshop.decisions.map(({ consensus }) => consensus)).size).toBe(4);
    for (const text of [workshop.conclusion, ...workshop.decisions.map(({ reason }) => reason)]) {
      expect(noteSchema.safeParse(text).success && text.length > 10).toBe(true);
    }
  });
});

describe('what was judged about the sample house', () => {
  it('is complete of all but one, who has not finished, and contradicts itself once', () => {
    const sets = comparisonSets(house.whatNodes);
    const consistency = [null, 1, 2, 3, 4, 5, 6, 7, 8].map((participantId) => {
      const own = judgement.comparisons.filter((row) => row.participantId === participantId);
      const results = sets.map((set) => prioritiesOfTable(tableOfSet(set, own)));
      if (results.some(({ kind }) => kind === 'apart')) return 'unfinished';
      const worst = Math.max(
        ...results.map((result) =>
          result.kind === 'priorities' ? (result.consistencyRatio ?? 0) : 0,
        ),
      );
      return worst <= 0.1 ? 'consistent' : 'contradictory';
    });
    expect(consistency.filter((each) => each === 'unfinished')).toHaveLength(1);
    expect(consistency.filter((each) => each === 'contradictory')).toHaveLength(1);
    expect(judgement.groupWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('is what the requirements are classed as, by sixty customers', () => {
    for (const [i, { requirementId }] of house.whats.entries()) {
      const responses = judgement.kanoAnswers.filter(({ whatId }) => whatId === i + 1);
      expect(responses).toHaveLength(60);
      expect(analyseKano(countKano(responses)).category).toBe(
        sample.requirements[requirementId - 1]?.kano,
      );
    }
  });
});

describe('the house of the process', () => {
  it('carries what the CSFs weigh in the house before it', () => {
    const carried = nextHouse.whats.map(({ sourceHowId, importance }) => ({
      fromHowId: sourceHowId,
      importance,
    }));
    const figures = houseFigures(model, figureOptionsOf(model));
    expect(carriedDrift(carried, model, figures, usualCarriedScale)).toEqual([]);
    expect(new Set(carried.map(({ fromHowId }) => fromHowId))).toEqual(
      new Set(sample.csfs.map(({ howId }) => howId)),
    );
  });

  it('uses every row and column', () => {
    const { relations, whats, hows } = nextHouse;
    expect(new Set(relations.map(({ what }) => what)).size).toBe(whats.length);
    expect(new Set(relations.map(({ how }) => how)).size).toBe(hows.length);
  });
});
