import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Trail, TrailKind } from '../../core/contract/trail.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

/**
 * One small cycle: 결제 (top) has 결제 속도 (leaf, 2 VOC); the house holds the top with the HOW
 * 응답 시간 (9) and the HOW 안내 문구 (none); 친절 stands alone with its own VOC and HOW.
 */
interface Cycle {
  voc: number[];
  top: number;
  leaf: number;
  other: number;
  response: number;
  notice: number;
  smile: number;
  csf: number;
  action: number;
}

async function buildCycle(): Promise<Cycle> {
  const voc: number[] = [];
  for (const [index, text] of ['느려요', '기다렸어요 010-1234-5678', '불친절'].entries()) {
    const receivedAt = `2026-03-1${index}`;
    const { id } = await test.call('voc.create', {
      text,
      receivedAt,
      channel: 'phone',
      kind: 'complaint',
    });
    voc.push(id);
  }
  const add = async (name: string, parentId: number | null, vocIds: number[]) =>
    (await test.call('requirement.create', { name, parentId, vocIds })).id;
  const top = await add('결제', null, []);
  const leaf = await add('결제 속도', top, voc.slice(0, 2));
  const other = await add('친절', null, voc.slice(2));
  const { id: houseId } = await test.call('house.create', {
    name: '집',
    requirementIds: [top, other],
  });
  const [topWhat = 0, otherWhat = 0] = await whatIdsOf(test, houseId);
  const how = async (name: string) => (await test.call('house.addHow', { houseId, name })).howId;
  const response = await how('응답 시간');
  const notice = await how('안내 문구');
  const smile = await how('응대 교육');
  await test.call('house.setImportance', {
    houseId,
    values: [
      { whatId: topWhat, importance: 5 },
      { whatId: otherWhat, importance: 5 },
    ],
  });
  await test.call('house.setRelations', {
    houseId,
    cells: [
      { whatId: topWhat, howId: response, strength: 9 },
      { whatId: otherWhat, howId: smile, strength: 3 },
    ],
  });
  const { ids } = await test.call('csf.choose', {
    houseId,
    howIds: [response],
    reason: '가장 무겁다',
  });
  const csf = ids[0] ?? 0;
  const { id: action } = await test.call('action.create', {
    title: '서버 증설',
    csfId: csf,
    dueDate: '2020-01-01',
  });
  test.host.context.session.raw.exec(`
    INSERT INTO survey_item (id, header, label, scale_min, scale_max, position)
      VALUES (1, 'q1', '결제가 빠르다', 1, 5, 0), (2, 'q2', '친절하다', 1, 5, 1);
    INSERT INTO wave VALUES (1, '2026 상반기', '2026-05-01', ''), (2, '2025 하반기', '2025-10-01', '');
    INSERT INTO wave_item VALUES (1, 1), (1, 2), (2, 1);
    INSERT INTO respondent (id, wave_id, respondent_key) VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'c');
    INSERT INTO answer VALUES (1, 1, 5), (2, 1, 3), (3, 1, 1), (1, 2, 4);
  `);
  await test.call('requirement.setItems', { requirementId: leaf, itemIds: [1] });
  await test.call('requirement.setItems', { requirementId: other, itemIds: [2] });
  return { voc, top, leaf, other, response, notice, smile, csf, action };
}

const trail = (kind: TrailKind, id: number) => test.call('trail.get', { kind, id });

function idsOf({ requirements, hows, csfs, actions, items, voc }: Trail) {
  const ids = (rows: readonly { id: number }[]) => rows.map((row) => row.id);
  return {
    voc: ids(voc.sample),
    requirements: ids(requirements),
    hows: ids(hows),
    csfs: ids(csfs),
    actions: ids(actions),
    items: ids(items),
  };
}

describe('the trail', () => {
  it('leads from each of the six to the same whole, through a requirement’s family', async () => {
    const cycle = await buildCycle();
    const [first = 0, second = 0] = cycle.voc;
    const whole = {
      voc: [second, first],
      requirements: [cycle.top, cycle.leaf],
      hows: [cycle.response],
      csfs: [cycle.csf],
      actions: [cycle.action],
      items: [1],
    };
    expect(idsOf(await trail('requirement', cycle.top))).toEqual(whole);
    expect(idsOf(await trail('requirement', cycle.leaf))).toEqual(whole);
    expect(idsOf(await trail('how', cycle.response))).toEqual(whole);
    expect(idsOf(await trail('csf', cycle.csf))).toEqual(whole);
    expect(idsOf(await trail('action', cycle.action))).toEqual(whole);
    expect(idsOf(await trail('item', 1))).toEqual(whole);
    expect(idsOf(await trail('voc', first))).toEqual({ ...whole, voc: [first] });
  });

  it('shows the quote that stands for a requirement, with personal data hidden', async () => {
    const cycle = await buildCycle();
    const quoteOf = async (id: number) =>
      (await trail('csf', cycle.csf)).requirements.find((one) => one.id === id)?.quote;
    expect(await quoteOf(cycle.leaf)).toBeNull();
    const vocId = cycle.voc[1] ?? 0;
    await test.call('requirement.setQuote', { id: cycle.leaf, vocId });
    expect(await quoteOf(cycle.leaf)).toEqual({ vocId, text: '기다렸어요 010-1234-****' });
    expect(await quoteOf(cycle.top)).toBeNull();
    await test.call('undo.undo', {});
    expect(await quoteOf(cycle.leaf)).toBeNull();
  });

  it('hides the name of the quoted customer that only the customer file knows', async () => {
    const cycle = await buildCycle();
    const { id: vocId } = await test.call('voc.create', {
      text: '보람찬 설명이 없었어요',
      receivedAt: '2026-03-20',
      channel: 'phone',
      kind: 'complaint',
    });
    const { id: customerId } = await test.call('customer.create', { code: 'C1', name: '보람찬' });
    await test.call('voc.update', { ids: [vocId], patch: { customerId } });
    await test.call('requirement.addEvidence', { requirementId: cycle.leaf, vocIds: [vocId] });
    await test.call('requirement.setQuote', { id: cycle.leaf, vocId });
    const { requirements } = await trail('requirement', cycle.leaf);
    const quote = requirements.find(({ id }) => id === cycle.leaf)?.quote;
    expect(quote?.text).toContain('설명이 없었어요');
    expect(quote?.text).not.toContain('보람찬');
  });

  it('numbers requirements as the house does where it begins in one, and not those outside of it', async () => {
    const top = await addRequirement(test, '서비스', null);
    const group = await addRequirement(test, '접수', top);
    const leaf = await addRequirement(test, '빠른 접수', group);
    const { id: houseId } = await test.call('house.create', { name: '집', requirementIds: [leaf] });
    const [whatId = 0] = await whatIdsOf(test, houseId);
    const { howId } = await test.call('house.addHow', { houseId, name: '응답 시간' });
    await test.call('house.setRelations', { houseId, cells: [{ whatId, howId, strength: 9 }] });
    const { ids } = await test.call('csf.choose', { houseId, howIds: [howId], reason: '' });
    const house = await test.call('house.get', { id: houseId });
    const numbers = house.whats.map(({ requirementId, number }) => [requirementId, number]);
    for (const [kind, id] of [
      ['csf', ids[0] ?? 0],
      ['how', howId],
    ] as const) {
      const { requirements } = await test.call('trail.get', { kind, id });
      expect(requirements.map((one) => [one.id, one.code])).toEqual(numbers);
    }
    const codes = async (more: { houseId?: number }) => {
      const { requirements } = await test.call('trail.get', {
        kind: 'requirement',
        id: leaf,
        ...more,
      });
      return requirements.map(({ code }) => code);
    };
    expect(await codes({})).toEqual(['1.1.1']);
    expect(await codes({ houseId })).toEqual(['1']);
  });

  it('tells what is needed to judge each stop', async () => {
    const cycle = await buildCycle();
    expect(await trail('csf', cycle.csf)).toMatchObject({
      kind: 'csf',
      id: cycle.csf,
      title: '응답 시간',
      voc: {
        total: 2,
        sample: [
          { text: '기다렸어요 010-1234-****', receivedAt: '2026-03-11' },
          { text: '느려요', receivedAt: '2026-03-10' },
        ],
      },
      requirements: [
        { code: '1', name: '결제', vocCount: 2 },
        { code: '', name: '결제 속도', vocCount: 2 },
      ],
      hows: [{ houseName: '집', name: '응답 시간', relativeWeight: 0.75, rank: 1 }],
      csfs: [{ name: '응답 시간', status: 'proposed', reason: '가장 무겁다' }],
      actions: [{ title: '서버 증설', status: 'planned', dueDate: '2020-01-01', overdue: true }],
      items: [
        {
          label: '결제가 빠르다',
          scores: [
            { waveName: '2025 하반기', score: 0, n: 1 },
            { waveName: '2026 상반기', score: 75, n: 2 },
          ],
        },
      ],
    });
  });

  it('leaves out waves that did not ask an item, and things that are not linked', async () => {
    const cycle = await buildCycle();
    const kindness = await trail('requirement', cycle.other);
    expect(idsOf(kindness)).toEqual({
      voc: [cycle.voc[2]],
      requirements: [cycle.other],
      hows: [cycle.smile],
      csfs: [],
      actions: [],
      items: [2],
    });
    expect(kindness.items[0]?.scores).toEqual([{ waveName: '2026 상반기', score: 75, n: 1 }]);
  });

  it('ends where nothing is linked', async () => {
    const cycle = await buildCycle();
    const nothing = { voc: [], requirements: [], csfs: [], actions: [], items: [] };
    expect(idsOf(await trail('how', cycle.notice))).toEqual({ ...nothing, hows: [cycle.notice] });
    const { id } = await test.call('action.create', { title: '홀로 선 과제' });
    expect(idsOf(await trail('action', id))).toEqual({ ...nothing, hows: [], actions: [id] });
    const alone = await test.call('voc.create', {
      text: '아직 아무 데도 없는 말\n둘째 줄',
      receivedAt: '2026-03-15',
      channel: 'web',
      kind: 'other',
    });
    expect(await trail('voc', alone.id)).toMatchObject({
      title: '아직 아무 데도 없는 말 둘째 줄',
      voc: { total: 1 },
      requirements: [],
      hows: [],
    });
  });

  it('counts a VOC once, however many of the requirements it is evidence for', async () => {
    const cycle = await buildCycle();
    await test.call('requirement.addEvidence', { requirementId: cycle.top, vocIds: cycle.voc });
    const { voc, requirements } = await trail('csf', cycle.csf);
    expect(voc.total).toBe(3);
    expect(requirements.map((row) => row.vocCount)).toEqual([3, 2]);
  });

  it('shows the newest twenty words of many', async () => {
    const cycle = await buildCycle();
    const { raw } = test.host.context.session;
    raw.exec(`
      WITH RECURSIVE n (i) AS (VALUES (100) UNION ALL SELECT i + 1 FROM n WHERE i < 149)
      INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
        SELECT i, '말 ' || i, '2026-06-01', 'web', 'other', '', '' FROM n;
      INSERT INTO requirement_voc SELECT ${cycle.leaf}, id, '' FROM voc WHERE id >= 100;`);
    const { voc } = await trail('item', 1);
    expect(voc.total).toBe(52);
    expect(voc.sample.map((one) => one.id)).toEqual(
      Array.from({ length: 20 }, (_, index) => 149 - index),
    );
  });

  it.each(['voc', 'requirement', 'how', 'csf', 'action', 'item'] as const)(
    'from a %s that is gone is refused',
    async (kind) => {
      await expect(trail(kind, 99)).rejects.toMatchObject({
        code: 'trail.unknown',
        params: { kind },
      });
    },
  );
});
