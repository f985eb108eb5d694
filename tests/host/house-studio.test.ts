import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostMethodName, InputOf } from '../../core/contract/contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let house: Awaited<ReturnType<typeof smallHouse>>;
beforeEach(async () => {
  test = await startTestHost();
  house = await smallHouse();
});
afterEach(() => test.dispose());

/** Two WHATs and three HOWs, with the relations 9 · 3 · and · 1 9. */
async function smallHouse() {
  const requirementIds = [
    await addRequirement(test, '빠른 접수'),
    await addRequirement(test, '친절한 안내'),
  ];
  const { id } = await test.call('house.create', { name: 'A/S', requirementIds });
  const [speed = 0, kind = 0] = await whatIdsOf(test, id);
  const hows: number[] = [];
  for (const name of ['대기 시간', '상담 교육', '창구 수']) {
    hows.push((await test.call('house.addHow', { houseId: id, name })).howId);
  }
  const [wait = 0, training = 0, desks = 0] = hows;
  await test.call('house.setRelations', {
    houseId: id,
    cells: [
      { whatId: speed, howId: wait, strength: 9 },
      { whatId: speed, howId: training, strength: 3 },
      { whatId: kind, howId: training, strength: 1 },
      { whatId: kind, howId: desks, strength: 9 },
    ],
  });
  return { id, speed, kind, wait, training, desks };
}

const view = (id = house.id) => test.call('house.get', { id });

/** An edit changes what the house shows, is one step, and comes back with undo and redo. */
async function undoable<M extends HostMethodName & `house.${string}`>(
  method: M,
  input: InputOf<M>,
) {
  const before = await view();
  const answer = await test.call(method, input);
  const after = await view();
  expect(after).not.toEqual(before);
  const step = (await test.call('undo.state', {})).undo;
  expect(step?.label).toMatch(/^house:undo\./);
  await test.call('undo.undo', {});
  expect(await view()).toEqual(before);
  await test.call('undo.redo', {});
  expect(await view()).toEqual(after);
  return answer;
}

async function refused<M extends HostMethodName>(method: M, input: InputOf<M>, code: string) {
  const state = await test.call('undo.state', {});
  await expect(test.call(method, input)).rejects.toMatchObject({ code });
  expect(await test.call('undo.state', {})).toEqual(state);
}

describe('the scale of a house', () => {
  it('takes every relation to the same level of the new scale', async () => {
    const levels = [
      { value: 5, symbol: '●' },
      { value: 3, symbol: '◐' },
      { value: 1, symbol: '○' },
    ];
    await undoable('house.setScale', { houseId: house.id, scale: { levels } });
    const { scale, relations } = await view();
    expect(scale.levels).toEqual(levels);
    expect(relations).toEqual([
      [5, 3, 0],
      [0, 1, 5],
    ]);
  });

  it('is all that a cell may hold', async () => {
    const cells = [{ whatId: house.speed, howId: house.wait, strength: 5 }];
    await refused('house.setRelations', { houseId: house.id, cells }, 'house.valueNotOnScale');
    const scale = { levels: [{ value: 5, symbol: '●' }] };
    await test.call('house.setScale', { houseId: house.id, scale });
    await test.call('house.setRelations', { houseId: house.id, cells });
    expect((await view()).relations[0]).toEqual([5, 5, 0]);
  });

  it('must fall from its strongest level', async () => {
    const levels = [
      { value: 1, symbol: '△' },
      { value: 9, symbol: '◎' },
    ];
    await refused('house.setScale', { houseId: house.id, scale: { levels } }, 'house.scaleOrder');
  });
});

describe('options of a house', () => {
  it('change what its HOWs weigh, for CSFs too', async () => {
    await test.call('csf.choose', { houseId: house.id, howIds: [house.training], reason: '' });
    // 3·3 + 3·1 of 66, and under lyman 3·3/12 + 3·1/10 of 6.
    const weight = async () => (await test.call('csf.list', {}))[0]?.currentWeight;
    expect(await weight()).toBeCloseTo(12 / 66, 12);
    await undoable('house.setOptions', { houseId: house.id, normalization: 'lyman' });
    expect(await weight()).toBeCloseTo(1.05 / 6, 12);
    await test.call('house.setOptions', {
      houseId: house.id,
      normalization: 'none',
      weighting: 'plan',
    });
    await undoable('house.setPlan', {
      houseId: house.id,
      values: [{ whatId: house.speed, current: 2, target: 4, salesPoint: 1.5 }],
    });
    // The first row counts three times as much: 9·9 + 9·3 + 3·1 + 3·9.
    expect(await weight()).toBeCloseTo(30 / 138, 12);
    expect((await view()).whats[0]).toMatchObject({ current: 2, target: 4, salesPoint: 1.5 });
    // Attractive: √2 in place of 2 (Tan & Shen).
    const [row] = await test.call('requirement.list', {});
    await test.call('requirement.setKano', { id: row?.id ?? 0, kano: 'A' });
    await undoable('house.setOptions', { houseId: house.id, kanoAdjusted: true });
    const fast = 3 * Math.SQRT2 * 1.5;
    expect(await weight()).toBeCloseTo((fast * 3 + 3) / (fast * 12 + 30), 12);
  });
});

describe('trees of WHATs and HOWs', () => {
  it('gather WHATs in a group that stands where they stood, and let them go again', async () => {
    const { whatId } = await undoable('house.addWhatGroup', {
      houseId: house.id,
      name: '접수',
      whatIds: [house.kind],
    });
    const grouped = await view();
    expect(grouped.whatGroups).toMatchObject([{ whatId, name: '접수', number: '2' }]);
    expect(grouped.whats).toMatchObject([
      { whatId: house.speed, number: '1', parentId: null },
      { whatId: house.kind, number: '2.1', parentId: whatId },
    ]);
    await undoable('house.moveWhat', {
      houseId: house.id,
      whatId: house.speed,
      parentId: whatId,
      position: 1,
    });
    const moved = await view();
    expect(moved.whats.map((what) => what.whatId)).toEqual([house.kind, house.speed]);
    expect(moved.relations).toEqual([
      [0, 1, 9],
      [9, 3, 0],
    ]);
    await undoable('house.removeWhat', { houseId: house.id, whatId });
    expect((await view()).whats.map(({ parentId }) => parentId)).toEqual([null, null]);
    expect((await view()).relations).toEqual(moved.relations);
  });

  it('let a group go whose last WHAT another group takes', async () => {
    const whats = { houseId: house.id, whatIds: [house.kind] };
    await test.call('house.addWhatGroup', { ...whats, name: '접수' });
    const { whatId } = await undoable('house.addWhatGroup', { ...whats, name: '응대' });
    expect((await view()).whatGroups).toMatchObject([{ whatId, number: '2' }]);
    expect((await view()).whats).toMatchObject([
      { whatId: house.speed, number: '1' },
      { whatId: house.kind, number: '2.1' },
    ]);
  });

  it('count no group that nothing is in, on screen as in a round and the trail', async () => {
    await test.call('house.addWhatGroup', {
      houseId: house.id,
      name: '접수',
      whatIds: [house.speed],
    });
    const [first] = (await view()).whats;
    await test.call('requirement.remove', { id: first?.requirementId ?? 0 });
    const { id } = await test.call('round.save', { houseId: house.id, name: '1차' });
    const { model } = await test.call('round.get', { id });
    expect(model.whats.map(({ code }) => code)).toEqual(['1']);
    expect((await view()).whats.map(({ number }) => number)).toEqual(['1']);
    const { requirements } = await test.call('trail.get', { kind: 'how', id: house.desks });
    expect(requirements.map(({ code }) => code)).toEqual(['1']);
  });

  it('gather HOWs too, and a group is never a CSF or a cell', async () => {
    const { howId } = await undoable('house.addHowGroup', {
      houseId: house.id,
      name: '사람',
      howIds: [house.training, house.desks],
    });
    expect((await view()).hows.map((how) => how.number)).toEqual(['1', '2.1', '2.2']);
    expect((await test.call('house.list', {}))[0]?.howCount).toBe(3);
    const choice = { houseId: house.id, howIds: [howId], reason: '' };
    await refused('csf.choose', choice, 'house.howUnknown');
    const cells = [{ whatId: house.speed, howId, strength: 9 }];
    await refused('house.setRelations', { houseId: house.id, cells }, 'house.howUnknown');
    await refused('house.updateHow', { howId, unit: '분' }, 'house.groupHasNoFigures');
    await undoable('house.updateHow', { howId, name: '사람과 자리' });
  });

  it('go three levels deep, and only groups hold others', async () => {
    const add = async (name: string, parentId: number | null) =>
      (await test.call('house.addWhatGroup', { houseId: house.id, name, parentId })).whatId;
    const top = await add('1', null);
    const middle = await add('2', top);
    const { whatId: leaf } = await undoable('house.addOwnWhat', {
      houseId: house.id,
      name: '셋째 단계',
      parentId: middle,
    });
    expect((await view()).whats.find((what) => what.whatId === leaf)).toMatchObject({
      number: '3.1.1',
      requirementId: null,
      importance: 3,
    });
    const into = { houseId: house.id, whatId: house.speed, position: 0 };
    await refused('house.moveWhat', { ...into, parentId: leaf }, 'house.groupUnknown');
    const deep = { houseId: house.id, whatId: top, parentId: middle, position: 0 };
    await refused('house.moveWhat', deep, 'house.nodeInItself');
    const third = await add('3', null);
    await test.call('house.moveWhat', { ...into, parentId: third });
    const fourth = { houseId: house.id, whatId: third, parentId: middle, position: 0 };
    await refused('house.moveWhat', fourth, 'house.treeTooDeep');
  });

  it('lose no relation and no level, whatever is grouped, moved and let go', async () => {
    const { id: houseId } = house;
    const byWhat = async () => {
      const { whats, relations } = await view();
      return Object.fromEntries(whats.map(({ whatId }, i) => [whatId, relations[i]]));
    };
    for (const name of ['가', '나', '다']) await test.call('house.addOwnWhat', { houseId, name });
    const before = await byWhat();
    const script = fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(9), fc.nat(5)), {
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        for (const [kind, which, where, position] of steps) {
          const { whats, whatGroups } = await view();
          const all = [...whats, ...whatGroups].map(({ whatId }) => whatId);
          const whatId = all[which % all.length] ?? 0;
          const group = whatGroups[which % Math.max(1, whatGroups.length)]?.whatId;
          const parentId = whatGroups[where % (whatGroups.length + 1)]?.whatId ?? null;
          const edit =
            kind === 0
              ? test.call('house.addWhatGroup', { houseId, name: '묶음', whatIds: [whatId] })
              : kind === 1
                ? test.call('house.moveWhat', { houseId, whatId, parentId, position })
                : test.call('house.removeWhat', { houseId, whatId: group ?? 9999 });
          await edit.catch((error) => expect(error).toMatchObject({ name: 'AppError' }));
          expect(await byWhat()).toEqual(before);
          const shown = await view();
          const places = [...shown.whats, ...shown.whatGroups].map((what) => what.position);
          expect(new Set(places).size).toBe(places.length);
          expect(shown.whats.every(({ number }) => number.split('.').length <= 3)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('rename what is of the house itself, and leave names of requirements to them', async () => {
    const { whatId } = await test.call('house.addOwnWhat', { houseId: house.id, name: '옛 이름' });
    await undoable('house.renameWhat', { houseId: house.id, whatId, name: '새 이름' });
    expect((await view()).whats.at(-1)?.name).toBe('새 이름');
    const input = { houseId: house.id, whatId: house.speed, name: 'x' };
    await refused('house.renameWhat', input, 'house.namedByRequirement');
  });
});

describe('cells beside relations', () => {
  it('keep a note while the relation comes and goes', async () => {
    const { id, speed, desks } = house;
    await undoable('house.setCellNote', {
      houseId: id,
      whatId: speed,
      howId: desks,
      note: '근거 없음',
    });
    const set = (strength: number) =>
      test.call('house.setRelations', {
        houseId: id,
        cells: [{ whatId: speed, howId: desks, strength }],
      });
    await set(9);
    await set(0);
    expect((await view()).notes).toEqual([{ whatId: speed, howId: desks, note: '근거 없음' }]);
    expect((await view()).relations[0]).toEqual([9, 3, 0]);
    await undoable('house.setCellNote', { houseId: id, whatId: speed, howId: desks, note: '' });
    expect((await view()).notes).toEqual([]);
  });

  it('hold the roof once for each pair, whichever way it was told', async () => {
    const { id, wait, training, desks } = house;
    await undoable('house.setRoof', {
      houseId: id,
      cells: [
        { howId: training, otherHowId: wait, strength: -2 },
        { howId: wait, otherHowId: desks, strength: 1 },
      ],
    });
    expect((await view()).roof).toEqual([
      { howId: wait, otherHowId: training, strength: -2 },
      { howId: wait, otherHowId: desks, strength: 1 },
    ]);
    await undoable('house.setRoof', {
      houseId: id,
      cells: [{ howId: wait, otherHowId: training, strength: 0 }],
    });
    const self = [{ howId: wait, otherHowId: wait, strength: 1 as const }];
    await refused('house.setRoof', { houseId: id, cells: self }, 'house.pairNeedsTwo');
  });

  it('hold competitors and their ratings on both sides, in their order', async () => {
    const { id, speed, wait } = house;
    const add = (name: string) => undoable('house.addCompetitor', { houseId: id, name });
    const { competitorId: a } = await add('가사');
    const { competitorId: b } = await add('나사');
    await undoable('house.setRatings', {
      houseId: id,
      whats: [
        { whatId: speed, competitorId: a, value: 4 },
        { whatId: speed, competitorId: b, value: 2.5 },
      ],
      hows: [{ howId: wait, competitorId: b, value: 5 }],
    });
    await undoable('house.moveCompetitor', { houseId: id, competitorId: b, position: 0 });
    await undoable('house.renameCompetitor', { houseId: id, competitorId: a, name: '다사' });
    const shown = await view();
    expect(shown.competitors.map(({ name }) => name)).toEqual(['나사', '다사']);
    expect(shown.whats[0]?.ratings).toEqual([2.5, 4]);
    expect(shown.hows[0]?.ratings).toEqual([5, null]);
    await undoable('house.setRatings', {
      houseId: id,
      whats: [{ whatId: speed, competitorId: a, value: null }],
    });
    await undoable('house.removeCompetitor', { houseId: id, competitorId: b });
    expect((await view()).whats[0]?.ratings).toEqual([null]);
  });

  it('hold twelve competitors at most', async () => {
    const add = (name: string) => test.call('house.addCompetitor', { houseId: house.id, name });
    for (let i = 0; i < 12; i++) await add(`경쟁사 ${i}`);
    const input = { houseId: house.id, name: '하나 더' };
    await refused('house.addCompetitor', input, 'house.tooManyCompetitors');
  });

  it('refuse what belongs to another house', async () => {
    const other = await test.call('house.create', { name: '다른 집' });
    const { howId } = await test.call('house.addHow', { houseId: other.id, name: '남' });
    const { competitorId } = await test.call('house.addCompetitor', {
      houseId: other.id,
      name: '남의 경쟁사',
    });
    const { id: houseId, speed, wait } = house;
    const roof = [{ howId: wait, otherHowId: howId, strength: 1 as const }];
    await refused('house.setRoof', { houseId, cells: roof }, 'house.howUnknown');
    const whats = [{ whatId: speed, competitorId, value: 3 }];
    await refused('house.setRatings', { houseId, whats }, 'house.competitorUnknown');
    const note = { houseId, whatId: speed, howId, note: 'x' };
    await refused('house.setCellNote', note, 'house.howUnknown');
    const plan = { houseId: other.id, values: [{ whatId: speed, current: 3 }] };
    await refused('house.setPlan', plan, 'house.whatUnknown');
    const cascade = { houseId, howIds: [howId], name: '다음' };
    await refused('house.cascade', cascade, 'house.howUnknown');
    const moved = { houseId, competitorId, position: 0 };
    await refused('house.moveCompetitor', moved, 'house.competitorUnknown');
  });
});

describe('what stands beside the relations', () => {
  it('keeps the Kano class of a requirement with the requirement and of an own WHAT in the house', async () => {
    const { id: houseId, speed } = house;
    const { whatId } = await test.call('house.addOwnWhat', { houseId, name: '새 요구' });
    const values = [
      { whatId: speed, kano: 'M' as const },
      { whatId, kano: 'A' as const },
    ];
    await undoable('house.setKano', { houseId, values });
    const kanoOf = async () => (await view()).whats.map(({ kano }) => kano);
    expect(await kanoOf()).toEqual(['M', null, 'A']);
    const [requirement] = await test.call('requirement.list', {});
    expect(requirement).toMatchObject({ name: '빠른 접수', kano: 'M' });
    const cleared = values.map((value) => ({ whatId: value.whatId, kano: null }));
    await undoable('house.setKano', { houseId, values: cleared });
    expect(await kanoOf()).toEqual([null, null, null]);
    const plan = [{ whatId: speed, target: 5, kano: 'O' as const }];
    await undoable('house.setPlan', { houseId, values: plan });
    expect((await view()).whats[0]).toMatchObject({ target: 5, kano: 'O' });
  });

  it('takes facts of many HOWs in one step, of none when one is unknown', async () => {
    const { id: houseId, wait, training } = house;
    await undoable('house.setHows', {
      houseId,
      values: [
        { howId: wait, unit: '초', direction: 'down', targetValue: '20' },
        { howId: training, difficulty: 4 },
      ],
    });
    expect((await view()).hows).toMatchObject([
      { unit: '초', direction: 'down', targetValue: '20', difficulty: null },
      { unit: '', direction: 'up', difficulty: 4 },
      { difficulty: null },
    ]);
    const values = [
      { howId: wait, unit: '분' },
      { howId: 9999, unit: '분' },
    ];
    await refused('house.setHows', { houseId, values }, 'house.howUnknown');
  });

  it('takes our own level on both sides as it takes those of competitors', async () => {
    const { id: houseId, speed, wait } = house;
    const { competitorId } = await test.call('house.addCompetitor', { houseId, name: '가사' });
    await undoable('house.setRatings', {
      houseId,
      whats: [
        { whatId: speed, competitorId: null, value: 3 },
        { whatId: speed, competitorId, value: 4 },
      ],
      hows: [
        { howId: wait, competitorId: null, value: 2 },
        { howId: wait, competitorId, value: 5 },
      ],
    });
    const shown = await view();
    expect(shown.whats[0]).toMatchObject({ current: 3, ratings: [4] });
    expect(shown.hows[0]).toMatchObject({ ownRating: 2, ratings: [5] });
  });
});

describe('importance by source', () => {
  it('goes to the values of another source and back to what was typed', async () => {
    const { id: houseId, speed, kind } = house;
    await test.call('house.setImportance', { houseId, values: [{ whatId: speed, importance: 4 }] });
    await refused('house.useImportance', { houseId, source: 'ahp' }, 'house.noImportanceValues');
    await undoable('house.storeImportance', {
      houseId,
      source: 'ahp',
      values: [
        { whatId: speed, value: 0.2 },
        { whatId: kind, value: 0.8 },
      ],
    });
    expect((await view()).whats.map(({ importance }) => importance)).toEqual([4, 3]);
    await undoable('house.useImportance', { houseId, source: 'ahp' });
    const used = await view();
    expect(used.importanceSource).toBe('ahp');
    expect(used.whats.map(({ importance }) => importance)).toEqual([1.3, 5]);
    expect(used.whats[0]?.importanceBySource).toEqual({ ahp: 0.2, direct: 4 });
    await undoable('house.useImportance', { houseId, source: 'direct' });
    expect((await view()).whats.map(({ importance }) => importance)).toEqual([4, 3]);
  });
});

describe('a source that is taken anew', () => {
  it('says nothing any more about WHATs that it has no value for now: they keep the importance that they had', async () => {
    const { id: houseId, speed, kind } = house;
    const take = (values: { whatId: number; value: number }[]) =>
      undoable('house.storeImportance', { houseId, source: 'survey', values, andUse: true });
    await take([
      { whatId: speed, value: 10 },
      { whatId: kind, value: 40 },
    ]);
    const values = [
      { whatId: speed, importance: 2 },
      { whatId: kind, importance: 3 },
    ];
    await test.call('house.setImportance', { houseId, values });
    await take([{ whatId: speed, value: 20 }]);
    const { whats } = await view();
    expect(whats.map(({ importance }) => importance)).toEqual([5, 3]);
    expect(whats[1]?.importanceBySource).toEqual({ direct: 3 });
  });
});

describe('the next house', () => {
  it('has the chosen HOWs as WHATs, with what they weigh, and follows their names', async () => {
    const { id } = await test.call('house.cascade', {
      houseId: house.id,
      howIds: [house.desks, house.wait],
      name: '창구 운영',
    });
    const next = await view(id);
    expect(next).toMatchObject({
      cascadedFrom: { id: house.id, name: 'A/S' },
      importanceSource: 'cascade',
    });
    // Both weigh 27 of 66, so half each of what was chosen.
    expect(next.whats).toMatchObject([
      { sourceHowId: house.wait, name: '대기 시간', importance: 5, requirementId: null },
      { sourceHowId: house.desks, name: '창구 수', importance: 5 },
    ]);
    expect(next.whats[0]?.importanceBySource).toEqual({ cascade: 0.5 });
    await test.call('house.updateHow', { howId: house.wait, name: '평균 대기 시간' });
    expect((await view(id)).whats[0]?.name).toBe('평균 대기 시간');
    await test.call('house.removeHow', { houseId: house.id, howId: house.wait });
    expect((await view(id)).whats[0]).toMatchObject({ sourceHowId: null, name: '평균 대기 시간' });
    await test.call('undo.undo', {});
    expect((await view(id)).whats[0]?.sourceHowId).toBe(house.wait);
  });

  it('is given the same importance again when the carried weights are taken into use again', async () => {
    const { id } = await test.call('house.cascade', {
      houseId: house.id,
      howIds: [house.desks, house.wait],
      name: '창구 운영',
    });
    const [first = 0, second = 0] = await whatIdsOf(test, id);
    const lighter = await test.call('house.addHow', { houseId: house.id, name: '좌석' });
    const carried = (await view(id)).whats.map(({ importance }) => importance);
    const use = async () => {
      await test.call('house.setImportance', {
        houseId: id,
        values: [first, second].map((whatId) => ({ whatId, importance: 1 })),
      });
      await test.call('house.useImportance', { houseId: id, source: 'cascade' });
      return (await view(id)).whats.map(({ importance }) => importance);
    };
    expect(await use()).toEqual(carried);
    // Nothing weighs anything in the house before: all count alike, by either way.
    const { id: bare } = await test.call('house.cascade', {
      houseId: house.id,
      howIds: [lighter.howId],
      name: '좌석 운영',
    });
    const before = (await view(bare)).whats.map(({ importance }) => importance);
    await test.call('house.setImportance', {
      houseId: bare,
      values: [{ whatId: (await whatIdsOf(test, bare))[0] ?? 0, importance: 1 }],
    });
    await test.call('house.useImportance', { houseId: bare, source: 'cascade' });
    expect((await view(bare)).whats.map(({ importance }) => importance)).toEqual(before);
  });

  it('leads its HOWs back to the requirements of the first', async () => {
    const { id } = await test.call('house.cascade', {
      houseId: house.id,
      howIds: [house.wait],
      name: '창구 운영',
    });
    const { howId } = await test.call('house.addHow', { houseId: id, name: '번호표' });
    const [whatId = 0] = await whatIdsOf(test, id);
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId, howId, strength: 9 }],
    });
    const trail = await test.call('trail.get', { kind: 'how', id: howId });
    expect(trail.requirements.map(({ name }) => name)).toEqual(['빠른 접수']);
    const [requirement] = trail.requirements;
    const back = await test.call('trail.get', { kind: 'requirement', id: requirement?.id ?? 0 });
    expect(back.hows.map(({ name }) => name)).toContain('번호표');
  });
});
