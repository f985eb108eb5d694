import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

it('adds a column of names on either side in its order, each in one step to undo', async () => {
  const { id: houseId } = await test.call('house.create', { name: '집' });
  const names = async () => {
    const { whats, hows } = await test.call('house.get', { id: houseId });
    return { whats: whats.map(({ name }) => name), hows: hows.map(({ name }) => name) };
  };
  const { whatIds } = await test.call('house.addOwnWhats', { houseId, names: ['나', '가', '다'] });
  const { howIds } = await test.call('house.addHows', { houseId, names: ['응답률', '준수율'] });
  expect([whatIds.length, howIds.length]).toEqual([3, 2]);
  expect(await names()).toEqual({ whats: ['나', '가', '다'], hows: ['응답률', '준수율'] });
  await test.call('undo.undo', {});
  expect(await names()).toEqual({ whats: ['나', '가', '다'], hows: [] });
  await test.call('undo.undo', {});
  expect(await names()).toEqual({ whats: [], hows: [] });
});

it('adds none of the names when they are too many', async () => {
  const { id: houseId } = await test.call('house.create', { name: '집' });
  await test.call('house.addHows', { houseId, names: ['첫째'] });
  const names = Array.from({ length: 300 }, (_, i) => `요소 ${i}`);
  await expect(test.call('house.addHows', { houseId, names })).rejects.toMatchObject({
    code: 'house.tooManyHows',
  });
  expect((await test.call('house.get', { id: houseId })).hows).toHaveLength(1);
});

it('lets a group go with the last one in it, and brings it back in the same step', async () => {
  const { id: houseId } = await test.call('house.create', { name: '집' });
  const { whatIds } = await test.call('house.addOwnWhats', { houseId, names: ['가', '나'] });
  const [whatId = 0] = whatIds;
  const outer = await test.call('house.addWhatGroup', { houseId, name: '밖', whatIds: [whatId] });
  const inner = { houseId, name: '안', parentId: outer.whatId, whatIds: [whatId] };
  await test.call('house.addWhatGroup', inner);
  const groups = async () =>
    (await test.call('house.get', { id: houseId })).whatGroups.map(({ name }) => name);
  expect(await groups()).toEqual(['밖', '안']);
  await test.call('house.moveWhat', { houseId, whatId, parentId: null, position: 0 });
  expect(await groups()).toEqual([]);
  await test.call('undo.undo', {});
  expect(await groups()).toEqual(['밖', '안']);
  await test.call('house.removeWhat', { houseId, whatId });
  expect(await groups()).toEqual([]);
});
