import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import {
  addRequirement,
  addWave,
  type SeedRespondent,
  setRegion,
} from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const firstAnswers: (number | null)[][] = [
  [4, 5, 3],
  [5, 6, 5],
  [3, 4, null],
  [6, 5, 4],
  [4, null, 4],
  [2, 3, 3],
];
const secondAnswers: (number | null)[][] = [
  [6, 7, 6],
  [7, 6, 7],
  [6, 6, 5],
  [7, 7, 6],
  [5, 7, 7],
  [6, null, 7],
];

function respondents(answers: (number | null)[][]): SeedRespondent[] {
  return answers.map((row, i) => ({
    branch: i % 2 === 0 ? '강남' : '부산',
    weight: 1 + (i % 3),
    segments: { 고객: i < 3 ? 'A/S' : '설치' },
    answers: row,
  }));
}

async function twoWaves() {
  const items = ['친절', '신속', '전반'];
  const first = await addWave(test, {
    name: '상반기',
    surveyedOn: '2026-04-01',
    items,
    respondents: respondents(firstAnswers),
  });
  const second = await addWave(test, {
    name: '하반기',
    surveyedOn: '2026-10-01',
    items,
    respondents: respondents(secondAnswers),
  });
  const [kind = 0, fast = 0, overall = 0] = first.itemIds;
  const components = [
    { name: '요소', weight: 0.6, score: 'mean-0-100' as const, itemIds: [kind, fast] },
    { name: '전반', weight: 0.4, score: 'top-2' as const, itemIds: [overall] },
  ];
  const { id } = await test.call('csi.createIndex', { name: 'CSI', components });
  return { first, second, id, components, kind, fast, overall };
}

/** The same figures by the way of the command line. */
function calculated(answers: (number | null)[][]) {
  const scale = { scaleMin: 1, scaleMax: 7 };
  const result = runCalc('composite-index', {
    components: [
      {
        ...scale,
        name: '요소',
        weight: 0.6,
        score: 'mean-0-100',
        items: answers.map((row) => row.slice(0, 2)),
      },
      {
        ...scale,
        name: '전반',
        weight: 0.4,
        score: 'top-2',
        items: answers.map((row) => row.slice(2)),
      },
    ],
    respondentWeights: answers.map((_, i) => 1 + (i % 3)),
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.output;
}

describe('CSI wave by wave', () => {
  it('is the figure that csm calc gives for the same answers', async () => {
    const { id } = await twoWaves();
    const points = await test.call('csi.listWavePoints', { indexId: id });
    expect(points.map((point) => point.waveName)).toEqual(['상반기', '하반기']);
    expect(points[0]).toMatchObject(calculated(firstAnswers));
    expect(points[1]).toMatchObject(calculated(secondAnswers));
    expect(points[0]).toMatchObject({ n: 6, change: null, notes: [] });
  });

  it('tests every wave against the one before it', async () => {
    const { id } = await twoWaves();
    const [before, after] = await test.call('csi.listWavePoints', { indexId: id });
    expect(after?.change?.difference).toBeCloseTo((after?.index ?? 0) - (before?.index ?? 0), 12);
    expect(after?.change?.significant).toBe(true);
    expect(after?.change?.p).toBeLessThan(0.05);
    expect(after?.change?.ci95[0]).toBeGreaterThan(0);
  });

  it('is null with a note for a wave that did not ask every item, and so is the next change', async () => {
    const { id } = await twoWaves();
    await addWave(test, {
      name: '여름 약식',
      surveyedOn: '2026-07-01',
      items: ['친절', '전반'],
      respondents: [{ answers: [7, 7] }, { answers: [6, 7] }],
    });
    const points = await test.call('csi.listWavePoints', { indexId: id });
    expect(points[1]).toMatchObject({
      waveName: '여름 약식',
      index: null,
      ci95: null,
      change: null,
      notes: ['itemsMissing'],
      components: [
        { name: '요소', score: null },
        { name: '전반', score: null },
      ],
    });
    expect(points[2]).toMatchObject({ change: null, notes: ['previousMissing'] });
    expect(points[2]?.index).not.toBeNull();
  });

  it('is cut by branch, region and segment', async () => {
    const { id, first } = await twoWaves();
    await setRegion(test, '강남', '서울');
    const segments = await test.call('survey.listSegments', {});
    const n = async (cut: object) =>
      (await test.call('csi.listWavePoints', { indexId: id, ...cut })).map((point) => point.n);
    expect(await n({ branch: '강남' })).toEqual([3, 3]);
    expect(await n({ region: '서울' })).toEqual([3, 3]);
    expect(await n({ region: '서울', segmentId: segments[0]?.id, segmentValue: 'A/S' })).toEqual([
      2, 2,
    ]);
    expect(await n({ branch: '없는 지점' })).toEqual([0, 0]);
    const byBranch = await test.call('csi.listWavePoints', { indexId: id, branch: '강남' });
    const groups = await test.call('csi.listGroupPoints', {
      indexId: id,
      waveId: first.waveId,
      groupBy: { by: 'branch' },
    });
    expect(groups.find((group) => group.group === '강남')?.index).toBe(byBranch[0]?.index);
    await expect(n({ segmentValue: 'A/S' })).rejects.toMatchObject({
      code: 'survey.segmentIncomplete',
    });
  });

  it('stands on the home screen as the first index in its latest wave', async () => {
    expect((await test.call('workspace.overview', {})).latestCsi).toBeNull();
    const { id } = await twoWaves();
    const [before, after] = await test.call('csi.listWavePoints', { indexId: id });
    expect((await test.call('workspace.overview', {})).latestCsi).toEqual({
      indexId: id,
      indexName: 'CSI',
      waveName: '하반기',
      index: after?.index,
      previousIndex: before?.index,
      significant: true,
    });
  });

  it('follows edits, their undo and their redo', async () => {
    const { id, first } = await twoWaves();
    const whole = await test.call('csi.listWavePoints', { indexId: id });
    await test.call('survey.removeWave', { id: first.waveId });
    const without = await test.call('csi.listWavePoints', { indexId: id });
    expect(without).toHaveLength(1);
    expect(without[0]).toMatchObject({ waveName: '하반기', change: null });
    await test.call('undo.undo', {});
    expect(await test.call('csi.listWavePoints', { indexId: id })).toEqual(whole);
    await test.call('undo.redo', {});
    expect(await test.call('csi.listWavePoints', { indexId: id })).toEqual(without);
  });

  it('sees an answer that changed outside an edit', async () => {
    const { id, first, kind } = await twoWaves();
    const [before] = await test.call('csi.listWavePoints', { indexId: id });
    test.host.context.session.raw
      .prepare('UPDATE answer SET value = 7 WHERE respondent_id = ? AND item_id = ?')
      .run(first.respondentIds[0], kind);
    const [after] = await test.call('csi.listWavePoints', { indexId: id });
    expect(after?.index).toBeGreaterThan(before?.index ?? 100);
  });
});

describe('CSI by group', () => {
  it('shows every group with its n and its index of the wave before', async () => {
    const { id, first, second } = await twoWaves();
    const groupBy = { by: 'branch' } as const;
    const now = await test.call('csi.listGroupPoints', {
      indexId: id,
      waveId: second.waveId,
      groupBy,
    });
    const before = await test.call('csi.listGroupPoints', {
      indexId: id,
      waveId: first.waveId,
      groupBy,
    });
    expect(now.map((point) => [point.group, point.n])).toEqual([
      ['강남', 3],
      ['부산', 3],
    ]);
    expect(now.map((point) => point.previousIndex)).toEqual(before.map((point) => point.index));
    expect(before.every((point) => point.previousIndex === null)).toBe(true);
    expect(now[0]).not.toHaveProperty('components');
  });

  it('puts respondents without the group last', async () => {
    const { id, second } = await twoWaves();
    await setRegion(test, '부산', '경남');
    const points = await test.call('csi.listGroupPoints', {
      indexId: id,
      waveId: second.waveId,
      groupBy: { by: 'region' },
    });
    expect(points.map((point) => point.group)).toEqual(['경남', '']);
  });
});

describe('CSI items', () => {
  it('have a mean in their own units and a score with interval in each wave', async () => {
    const { id, first, second, overall } = await twoWaves();
    const requirementId = await addRequirement(test, '전반');
    await test.host.context.session.db
      .insertInto('requirement_item')
      .values({ requirement_id: requirementId, item_id: overall })
      .execute();
    const items = await test.call('csi.listItemPoints', { indexId: id });
    expect(items.map((item) => item.label)).toEqual(['친절', '신속', '전반']);
    const last = items[2];
    expect(last?.requirementIds).toEqual([requirementId]);
    expect(last?.waves.map((wave) => [wave.waveId, wave.n])).toEqual([
      [first.waveId, 5],
      [second.waveId, 6],
    ]);
    const weighted = (3 + 5 * 2 + 4 + 4 * 2 + 3 * 3) / (1 + 2 + 1 + 2 + 3);
    expect(last?.waves[0]?.mean).toBeCloseTo(weighted, 12);
    expect(last?.waves[0]?.score).toBeCloseTo(((weighted - 1) / 6) * 100, 12);
    expect(last?.waves[0]?.ci95?.[0]).toBeLessThan(last?.waves[0]?.score ?? 0);
  });
});

describe('index definitions', () => {
  it('rise in version with the formula, not with a name', async () => {
    const { id, components } = await twoWaves();
    const renamed = components.map((component) => ({ ...component, name: `${component.name}!` }));
    expect(
      await test.call('csi.updateIndex', { id, name: '우리 CSI', components: renamed }),
    ).toEqual({ version: 1 });
    const changed = [
      { ...components[0]!, weight: 0.5 },
      { ...components[1]!, weight: 0.5 },
    ];
    expect(
      await test.call('csi.updateIndex', { id, name: '우리 CSI', components: changed }),
    ).toEqual({ version: 2 });
    expect(await test.call('csi.listIndexes', {})).toEqual([
      { id, name: '우리 CSI', version: 2, components: changed },
    ]);
    await test.call('undo.undo', {});
    expect(await test.call('csi.listIndexes', {})).toEqual([
      { id, name: '우리 CSI', version: 1, components: renamed },
    ]);
  });

  it('leave no undo step when saved unchanged', async () => {
    const { id, components } = await twoWaves();
    const before = await test.call('undo.state', {});
    await test.call('csi.updateIndex', { id, name: 'CSI', components });
    expect(await test.call('undo.state', {})).toEqual(before);
  });

  it('are refused when they cannot be computed or take a name in use', async () => {
    const { id, components } = await twoWaves();
    await expect(
      test.call('csi.createIndex', { name: '새', components: components.slice(0, 1) }),
    ).rejects.toMatchObject({ code: 'csi.weightsNotOne', params: { sum: 0.6 } });
    await expect(
      test.call('csi.createIndex', {
        name: '새',
        components: [{ ...components[0]!, weight: 1, itemIds: [404] }],
      }),
    ).rejects.toMatchObject({ code: 'csi.itemUnknown' });
    await expect(test.call('csi.createIndex', { name: 'CSI', components })).rejects.toMatchObject({
      code: 'csi.nameTaken',
    });
    await expect(
      test.call('csi.updateIndex', { id: id + 1, name: 'x', components }),
    ).rejects.toMatchObject({ code: 'csi.notFound' });
    await expect(test.call('csi.listWavePoints', { indexId: 99 })).rejects.toMatchObject({
      code: 'csi.notFound',
    });
  });

  it('come back with undo after removal', async () => {
    const { id } = await twoWaves();
    const before = await test.call('csi.listIndexes', {});
    await test.call('csi.removeIndex', { id });
    expect(await test.call('csi.listIndexes', {})).toEqual([]);
    await test.call('undo.undo', {});
    expect(await test.call('csi.listIndexes', {})).toEqual(before);
  });
});

describe('csi.explainPoint', () => {
  it('derives the very figure that the wave shows, and names items and formula', async () => {
    const { id: indexId, second } = await twoWaves();
    const points = await test.call('csi.listWavePoints', { indexId });
    const { explanation, itemNames } = await test.call('csi.explainPoint', {
      indexId,
      waveId: second.waveId,
    });
    const figures = Object.fromEntries(
      explanation.steps.flatMap(({ results }) =>
        results.map(({ symbol, value }) => [symbol, value]),
      ),
    );

    expect(figures).toMatchObject({ index: points[1]?.index, n: points[1]?.n });
    expect(figures.standardError).toBe(points[1]?.standardError);
    expect(itemNames).toEqual([['친절', '신속'], ['전반']]);
    expect(explanation).toMatchObject({
      method: 'composite-index',
      profile: { name: { ko: 'CSI' }, version: '1' },
    });
  });

  it('derives a group as the group is shown', async () => {
    const { id: indexId, second } = await twoWaves();
    const [, shown] = await test.call('csi.listWavePoints', { indexId, branch: '강남' });
    const { explanation } = await test.call('csi.explainPoint', {
      indexId,
      waveId: second.waveId,
      branch: '강남',
    });

    expect(explanation.n).toBe(3);
    const step = explanation.steps.find(({ id }) => id === 'index');
    expect(step?.results).toEqual([{ symbol: 'index', value: shown?.index }]);
  });

  it('refuses a wave that did not ask every item, and a wave that is not there', async () => {
    const { id: indexId } = await twoWaves();
    const other = await addWave(test, {
      name: '약식',
      surveyedOn: '2026-12-01',
      items: ['친절'],
      respondents: [{ answers: [4] }],
    });

    await expect(
      test.call('csi.explainPoint', { indexId, waveId: other.waveId }),
    ).rejects.toMatchObject({ code: 'csi.itemsNotAsked', params: { wave: '약식' } });
    await expect(test.call('csi.explainPoint', { indexId, waveId: 99 })).rejects.toMatchObject({
      code: 'survey.waveNotFound',
    });
  });
});
