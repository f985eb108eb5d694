import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { comparisonSets, tableOfSet } from '../../core/domain/ahp/comparison-tree.ts';
import { panelOfTree } from '../../core/domain/ahp/panel-of-tree.ts';
import { prioritiesOfTable } from '../../core/domain/ahp/table-priorities.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../core/domain/house/house-of-view.ts';
import { analyseKano, countKano } from '../../core/domain/kano/kano.ts';
import { generateSampleDataset } from '../../core/sample/sample-dataset.ts';
import { modelOf } from '../../core/sample/sample-round.ts';
import { readHouseModel } from '../../electron/host/house-view.ts';
import { type Cli, openCli } from '../support/cli-runner.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
let cli: Cli;
let houseId: number;
beforeAll(async () => {
  cli = openCli();
  test = await startTestHost({ workspace: 'sample' });
  houseId = (await test.call('house.list', {}))[0]?.id ?? 0;
});
afterAll(async () => {
  cli.dispose();
  await test.dispose();
});

const view = () => test.call('house.get', { id: houseId });
const figuresOf = (house: HouseView) => houseFigures(modelOfView(house), figureOptionsOf(house));

/** The command line's own answer. */
function answerOf<T>(method: string, input: unknown): T {
  const answer = runCalc(method, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.output as T;
}

interface HouseAnswer {
  absolute: number[];
  relative: number[];
  rank: number[];
}

interface PlanAnswer {
  improvementRatio: number[];
  absoluteWeight: number[];
  relativeWeight: number[];
}

describe('figures on screen and those of csm calc for the same house', () => {
  it('begin with the house that the sample describes', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const sample = generateSampleDataset({ seed: 1, today });
    const kept = await readHouseModel(test.host.context.session.db, houseId);
    const described = modelOf(sample.house, sample.requirements);
    expect(kept?.relations).toEqual(described.relations);
    expect(kept?.whats.map(({ id, code, name }) => [id, code, name])).toEqual(
      described.whats.map(({ id, code, name }) => [id, code, name]),
    );
    expect(kept?.hows).toEqual(described.hows);
    expect(kept?.notes).toHaveLength(described.notes.length);
  });

  it.each([
    ['importance alone', 'importance', 'none'],
    ['importance, each row divided by its sum', 'importance', 'lyman'],
    ['the plan', 'plan', 'none'],
    ['the plan, each row divided by its sum', 'plan', 'lyman'],
  ] as const)('agree in the matrix, by %s', async (_, weighting, normalization) => {
    await test.call('house.setOptions', { houseId, weighting, normalization });
    const house = await view();
    const { whats, hows } = figuresOf(house);
    if (weighting === 'plan') {
      const rows = house.whats.map(({ importance, current, target, salesPoint }) => ({
        importance,
        current,
        target,
        salesPoint,
      }));
      const plan = answerOf<PlanAnswer>('planning', { rows });
      expect(whats.absolute).toEqual(plan.absoluteWeight);
      expect(whats.relative).toEqual(plan.relativeWeight);
      expect(whats.improvementRatio).toEqual(plan.improvementRatio);
    }
    const input = {
      weights: whats.absolute,
      relations: house.relations,
      normalize: normalization,
    };
    const said = (
      await cli.run(['calc', 'house'], { input: JSON.stringify(input) })
    ).json<HouseAnswer>();
    expect(hows.absolute).toEqual(said.absolute);
    expect(hows.relative).toEqual(said.relative);
    expect(hows.rank).toEqual(said.rank);
    // What the CSF list and the trail show is the same again.
    const { relative, rank } = answerOf<HouseAnswer>('house', input);
    for (const csf of await test.call('csf.list', {})) {
      const column = house.hows.findIndex(({ csfId }) => csfId === csf.id);
      expect([csf.currentWeight, csf.currentRank]).toEqual([relative[column], rank[column]]);
    }
  });

  it('agree in pairwise comparison, of one and of the group', async () => {
    const house = await view();
    const nodes = modelOfView(house).whats;
    const comparisons = await test.call('judgement.listComparisons', { houseId });
    const participants = await test.call('judgement.listParticipants', { houseId });
    const [first] = comparisonSets(nodes);
    if (first === undefined) throw new Error('nothing to compare');
    const tables = participants.map(({ id }) =>
      tableOfSet(
        first,
        comparisons.filter(({ participantId }) => participantId === id),
      ),
    );
    for (const matrix of tables) {
      const shown = prioritiesOfTable(matrix);
      if (shown.kind === 'apart') throw new Error('comparisons are missing');
      const said = answerOf<{ weights: number[]; consistencyRatio: number | null }>('ahp', {
        matrix,
      });
      expectNear(shown.weights, said.weights);
      expect(shown.consistencyRatio).toBeCloseTo(said.consistencyRatio ?? Number.NaN, 9);
    }
    const judges = participants.map(({ id, weight }) => ({
      id,
      voice: weight,
      comparisons: comparisons.filter(({ participantId }) => participantId === id),
    }));
    for (const method of ['aij-geometric', 'aip-arithmetic', 'aip-geometric'] as const) {
      const shown = panelOfTree(nodes, judges, method).sets[0]?.panel?.weights;
      const said = answerOf<{ weights: number[] }>('ahp-group', { matrices: tables, method });
      expectNear(shown ?? [], said.weights);
    }
  });

  it('agree in the Kano survey', async () => {
    const house = await view();
    const { tallies } = await test.call('kano.survey', { houseId });
    for (const { whatId } of house.whats) {
      const responses = tallies.flatMap(({ count, ...tally }) =>
        tally.whatId === whatId
          ? Array.from({ length: count }, () => ({
              functional: tally.functional,
              dysfunctional: tally.dysfunctional,
            }))
          : [],
      );
      const { category, better, worse } = analyseKano(countKano(responses));
      expect(answerOf('kano', { responses })).toMatchObject({ category, better, worse });
    }
  });
});

function expectNear(shown: readonly number[], said: readonly number[]): void {
  expect(shown).toHaveLength(said.length);
  for (const [i, value] of said.entries()) expect(shown[i]).toBeCloseTo(value, 9);
}
