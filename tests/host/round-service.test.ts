import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoundModel } from '../../core/contract/round.contract.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../core/domain/house/house-of-view.ts';
import { recordOf } from '../../core/domain/house/house-record.ts';
import { writeHouseModel } from '../../db/write-house.ts';
import { readHouseModel } from '../../electron/host/house-view.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { anyHouseModel } from '../support/random-house.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

async function smallHouse() {
  const requirementIds = [await addRequirement(test, '빠르다'), await addRequirement(test, '싸다')];
  const { id } = await test.call('house.create', { name: '집', requirementIds });
  const { howId } = await test.call('house.addHow', { houseId: id, name: '대기', unit: '분' });
  const [fast = 0, cheap = 0] = await whatIdsOf(test, id);
  const set = (whatId: number, strength: number) =>
    test.call('house.setRelations', { houseId: id, cells: [{ whatId, howId, strength }] });
  await set(fast, 9);
  return { id, howId, fast, cheap, set, requirementIds };
}

describe('a round', () => {
  it('keeps the house as it stood, with who and why, whatever comes after', async () => {
    const { id: houseId, set, fast } = await smallHouse();
    const saved = { houseId, name: '1차', reason: '워크숍 전', author: '김진행' };
    const { id } = await test.call('round.save', saved);
    await set(fast, 1);
    await test.call('round.save', { houseId, name: '2차' });
    const rounds = await test.call('round.list', { houseId });
    expect(rounds).toMatchObject([
      { id, ...saved },
      { name: '2차', reason: '', author: '' },
    ]);
    const { model } = await test.call('round.get', { id });
    expect(model.relations).toEqual([[9], [0]]);
    expect(model.whats.map(({ name, code }) => `${code} ${name}`)).toEqual(['1 빠르다', '2 싸다']);
  });

  it('becomes a house of its own beside the one it was kept of', async () => {
    const { id: houseId, set, fast, requirementIds } = await smallHouse();
    await test.call('house.addCompetitor', { houseId, name: '가사' });
    const { id } = await test.call('round.save', { houseId, name: '1차' });
    await set(fast, 0);
    const before = await test.call('house.list', {});
    const branch = await test.call('round.restore', { id, name: '집 (1차)' });
    const view = await test.call('house.get', { id: branch.id });
    expect(view).toMatchObject({
      name: '집 (1차)',
      branchedFrom: { id: houseId, name: '집' },
      relations: [[9], [0]],
      competitors: [{ name: '가사' }],
    });
    expect(view.whats.map((what) => what.requirementId)).toEqual(requirementIds);
    expect((await test.call('house.get', { id: houseId })).relations).toEqual([[0], [0]]);
    await test.call('undo.undo', {});
    expect(await test.call('house.list', {})).toEqual(before);
    await test.call('undo.redo', {});
    expect(await test.call('house.get', { id: branch.id })).toEqual(view);
  });

  it('keeps the name of a requirement that is gone when it becomes a house', async () => {
    const { id: houseId, requirementIds } = await smallHouse();
    const { id } = await test.call('round.save', { houseId, name: '1차' });
    await test.call('requirement.remove', { id: requirementIds[0] ?? 0 });
    const branch = await test.call('round.restore', { id, name: '갈래' });
    expect((await test.call('house.get', { id: branch.id })).whats).toMatchObject([
      { name: '빠르다', requirementId: null },
      { name: '싸다', requirementId: requirementIds[1] },
    ]);
  });

  it('is removed, and undo brings it back; one that is not there is refused', async () => {
    const { id: houseId } = await smallHouse();
    const { id } = await test.call('round.save', { houseId, name: '1차' });
    const kept = await test.call('round.get', { id });
    await test.call('round.remove', { id });
    expect(await test.call('round.list', { houseId })).toEqual([]);
    await expect(test.call('round.get', { id })).rejects.toMatchObject({ code: 'round.notFound' });
    await expect(test.call('round.restore', { id, name: 'x' })).rejects.toMatchObject({
      code: 'round.notFound',
    });
    await test.call('undo.undo', {});
    expect(await test.call('round.get', { id })).toEqual(kept);
  });

  it('goes with its house and comes back with it', async () => {
    const { id: houseId } = await smallHouse();
    const { id } = await test.call('round.save', { houseId, name: '1차' });
    const branch = await test.call('round.restore', { id, name: '갈래' });
    await test.call('house.remove', { id: houseId });
    expect((await test.call('house.get', { id: branch.id })).branchedFrom).toBeNull();
    await test.call('undo.undo', {});
    expect((await test.call('house.get', { id: branch.id })).branchedFrom?.id).toBe(houseId);
    expect(await test.call('round.list', { houseId })).toHaveLength(1);
  });
});

describe('a large round', () => {
  it('becomes a house beside the work, as one step that goes to and fro', async () => {
    const { id: houseId } = await test.call('house.create', { name: '큰 집', requirementIds: [] });
    const names = (of: string) => Array.from({ length: 160 }, (_, i) => `${of} ${i}`);
    await test.call('house.addOwnWhats', { houseId, names: names('요구') });
    await test.call('house.addHows', { houseId, names: names('요소') });
    const { whats, hows } = await test.call('house.get', { id: houseId });
    await test.call('house.setRelations', {
      houseId,
      cells: whats.flatMap(({ whatId }, i) =>
        hows.map(({ howId }, j) => ({ whatId, howId, strength: [0, 1, 3, 9][(i + j) % 4] ?? 0 })),
      ),
    });
    const { relations } = await test.call('house.get', { id: houseId });
    const round = await test.call('round.save', { houseId, name: '1차' });
    const { model } = await test.call('round.get', { id: round.id });
    expect(JSON.stringify(model).length).toBeGreaterThan(100_000);
    const before = await test.call('house.list', {});
    const { id } = await test.call('round.restore', { id: round.id, name: '새 집' });
    const restored = await test.call('house.get', { id });
    expect(restored).toMatchObject({ name: '새 집', relations, branchedFrom: { id: houseId } });
    expect(await test.call('undo.undo', {})).toMatchObject({ label: 'round:undo.restore' });
    expect(await test.call('house.list', {})).toEqual(before);
    await test.call('undo.redo', {});
    expect(await test.call('house.get', { id })).toEqual(restored);
  });
});

describe('a house written from a model', () => {
  it('says the same when it is read again, whatever it says', async () => {
    const { db } = test.host.context.session;
    await fc.assert(
      fc.asyncProperty(anyHouseModel, async (model) => {
        const id = await db
          .transaction()
          .execute((trx) => writeHouseModel(trx, model, { createdAt: '' }));
        const read = await readHouseModel(db, id);
        expect(withPlacesForIds(read)).toEqual(withPlacesForIds(model));
      }),
      { numRuns: 40 },
    );
  });

  it('computes the same from what the screen is shown', async () => {
    const { db } = test.host.context.session;
    await fc.assert(
      fc.asyncProperty(anyHouseModel, async (model) => {
        const id = await db
          .transaction()
          .execute((trx) => writeHouseModel(trx, model, { createdAt: '' }));
        const view = await test.call('house.get', { id });
        const kept = await readHouseModel(db, id);
        if (kept === null) throw new Error('no such house');
        const shown = houseFigures(modelOfView(view), figureOptionsOf(view));
        expect(shown).toEqual(houseFigures(kept, figureOptionsOf(kept)));
        expect(shown.hows.rank).toHaveLength(view.hows.length);
      }),
      { numRuns: 25 },
    );
  });

  it('takes what a plain model does not say as usual', async () => {
    const { db } = test.host.context.session;
    const node = { parentId: null, code: '1', ratings: [] };
    const plain = recordOf({
      name: '가져온 집',
      scale: { levels: [{ value: 5, symbol: '●' }] },
      competitors: [],
      whats: [
        {
          ...node,
          id: 1,
          name: '빠르다',
          importance: 4,
          current: null,
          target: null,
          salesPoint: null,
          kano: null,
        },
      ],
      hows: [
        {
          ...node,
          id: 1,
          name: '대기',
          unit: '분',
          direction: 'down',
          targetValue: '',
          difficulty: null,
          ownRating: null,
        },
      ],
      relations: [[5]],
      roof: [],
    });
    const id = await db
      .transaction()
      .execute((trx) => writeHouseModel(trx, plain, { createdAt: '' }));
    expect(await test.call('house.get', { id })).toMatchObject({
      name: '가져온 집',
      weighting: 'importance',
      whats: [{ name: '빠르다', importance: 4, salesPoint: 1, requirementId: null }],
      relations: [[5]],
    });
  });
});

/** Ids say nothing by themselves: each WHAT and HOW by its place instead. */
function withPlacesForIds(model: RoundModel | null): unknown {
  if (model === null) return null;
  const what = new Map(model.whats.map(({ id }, i) => [id, i]));
  const how = new Map(model.hows.map(({ id }, j) => [id, j]));
  const place = (places: ReadonlyMap<number, number>, id: number | null) =>
    id === null ? null : places.get(id);
  return {
    ...model,
    whats: model.whats.map((node, i) => ({ ...node, id: i, parentId: place(what, node.parentId) })),
    hows: model.hows.map((node, j) => ({ ...node, id: j, parentId: place(how, node.parentId) })),
    roof: new Set(
      model.roof.map(({ howId, otherHowId, strength }) =>
        JSON.stringify([[place(how, howId), place(how, otherHowId)].sort(), strength]),
      ),
    ),
    notes: new Set(
      model.notes.map(({ whatId, howId, note }) =>
        JSON.stringify([place(what, whatId), place(how, howId), note]),
      ),
    ),
  };
}
