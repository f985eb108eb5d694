import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

/** Two requirements, two HOWs (9 and 3 on the first), and the next house of both HOWs. */
async function twoHouses() {
  const requirementIds = [await addRequirement(test, '빠르다'), await addRequirement(test, '싸다')];
  const { id: houseId } = await test.call('house.create', { name: '서비스 기획', requirementIds });
  const { howId } = await test.call('house.addHow', { houseId, name: '대기시간' });
  const { howId: otherId } = await test.call('house.addHow', { houseId, name: '응대' });
  const [fast = 0, cheap = 0] = await whatIdsOf(test, houseId);
  const set = (whatId: number, ofHow: number, strength: number) =>
    test.call('house.setRelations', { houseId, cells: [{ whatId, howId: ofHow, strength }] });
  await set(fast, howId, 9);
  await set(fast, otherId, 3);
  const howIds = [howId, otherId];
  const next = await test.call('house.cascade', { houseId, howIds, name: '프로세스' });
  return { houseId, howId, otherId, fast, cheap, set, nextId: next.id, requirementIds };
}

describe('a house that goes on from another', () => {
  it('tells which HOW each of its WHATs was, and the requirements behind it', async () => {
    const { houseId, howId, nextId, requirementIds } = await twoHouses();
    const csfId = await chooseCsf(houseId, howId);
    const carried = await test.call('cascade.carried', { houseId: nextId });
    expect(carried).toMatchObject({
      source: { id: houseId, name: '서비스 기획' },
      lost: [],
      lines: [
        { name: '대기시간', howId, importance: 5, now: 5, csfId },
        { name: '응대', importance: 1.7, now: 1.7, csfId: null },
      ],
    });
    expect(carried.lines[0]?.serves).toMatchObject([
      { requirementId: requirementIds[0], name: '빠르다' },
    ]);
    const map = await test.call('cascade.map', {});
    expect(map.map(({ id, cascadedFrom }) => [id, cascadedFrom])).toEqual([
      [houseId, null],
      [nextId, houseId],
    ]);
  });

  it('shows what the source would give now, and takes it over as one step', async () => {
    const { otherId, cheap, set, nextId } = await twoHouses();
    await set(cheap, otherId, 9);
    const lines = async () =>
      (await test.call('cascade.carried', { houseId: nextId })).lines.map(({ importance, now }) => [
        importance,
        now,
      ]);
    expect(await lines()).toEqual([
      [5, 3.8],
      [1.7, 5],
    ]);
    const before = await test.call('house.get', { id: nextId });
    expect(await test.call('cascade.refresh', { houseId: nextId })).toEqual({ changed: 2 });
    expect(await lines()).toEqual([
      [3.8, 3.8],
      [5, 5],
    ]);
    await test.call('undo.undo', {});
    expect(await test.call('house.get', { id: nextId })).toEqual(before);
  });

  it('keeps what was typed before it takes over, so that one can go back to it', async () => {
    const { nextId } = await twoHouses();
    const typed = (await whatIdsOf(test, nextId)).map((whatId) => ({ whatId, importance: 4 }));
    await test.call('house.setImportance', { houseId: nextId, values: typed });
    await test.call('cascade.refresh', { houseId: nextId });
    await test.call('house.useImportance', { houseId: nextId, source: 'direct' });
    const { whats } = await test.call('house.get', { id: nextId });
    expect(whats.map(({ importance }) => importance)).toEqual([4, 4]);
  });

  it('names WHATs whose HOW is gone, and refuses when nothing is left to take over', async () => {
    const { houseId, howId, otherId, nextId } = await twoHouses();
    await test.call('house.removeHow', { houseId, howId });
    await test.call('house.removeHow', { houseId, howId: otherId });
    expect(await test.call('cascade.carried', { houseId: nextId })).toMatchObject({
      source: { id: houseId },
      lines: [],
      lost: [{ name: '대기시간' }, { name: '응대' }],
    });
    await expect(test.call('cascade.refresh', { houseId: nextId })).rejects.toMatchObject({
      code: 'cascade.noSource',
    });
  });

  it('stays linked to its source in a branch of it', async () => {
    const { houseId, nextId } = await twoHouses();
    const { id } = await test.call('round.save', { houseId: nextId, name: '1차' });
    const branch = await test.call('round.restore', { id, name: '갈래' });
    const map = await test.call('cascade.map', {});
    expect(map.find((house) => house.id === branch.id)).toMatchObject({
      cascadedFrom: houseId,
      branchedFrom: nextId,
      branchedRound: '1차',
    });
    expect((await test.call('cascade.carried', { houseId: branch.id })).lines).toHaveLength(2);
  });
});

async function chooseCsf(houseId: number, howId: number): Promise<number> {
  await test.call('csf.choose', { houseId, howIds: [howId], reason: '무게' });
  const [csf] = await test.call('csf.list', {});
  return csf?.id ?? 0;
}
