import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId: number;
let whats: number[];
beforeEach(async () => {
  test = await startTestHost();
  const requirementIds = [];
  for (const name of ['가', '나', '다']) requirementIds.push(await addRequirement(test, name));
  ({ id: houseId } = await test.call('house.create', { name: '집', requirementIds }));
  whats = await whatIdsOf(test, houseId);
});
afterEach(() => test.dispose());

const participants = () => test.call('judgement.listParticipants', { houseId });
const comparisons = () => test.call('judgement.listComparisons', { houseId });
const add = async (name: string, more: { team?: string; weight?: number } = {}) =>
  (await test.call('judgement.addParticipant', { houseId, name, ...more })).id;

describe('participants', () => {
  it('are kept in the order they came in, changed and removed, each one step to undo', async () => {
    const kim = await add('김', { team: '고객지원', weight: 2 });
    const lee = await add('이');
    expect(await participants()).toEqual([
      { id: kim, name: '김', team: '고객지원', weight: 2 },
      { id: lee, name: '이', team: '', weight: 1 },
    ]);
    await test.call('judgement.updateParticipant', { id: lee, team: '품질', weight: 0.5 });
    const before = await participants();
    expect(before[1]).toEqual({ id: lee, name: '이', team: '품질', weight: 0.5 });
    await test.call('judgement.removeParticipant', { id: kim });
    expect(await participants()).toEqual(before.slice(1));
    await test.call('undo.undo', {});
    expect(await participants()).toEqual(before);
  });

  it('take their comparisons along, and bring them back', async () => {
    const [a = 0, b = 0] = whats;
    const kim = await add('김');
    const values = [{ whatId: a, otherWhatId: b, ratio: 3 }];
    await test.call('judgement.setComparisons', { houseId, participantId: kim, values });
    await test.call('judgement.removeParticipant', { id: kim });
    expect(await comparisons()).toEqual([]);
    await test.call('undo.undo', {});
    expect(await comparisons()).toEqual([
      { participantId: kim, whatId: a, otherWhatId: b, ratio: 3 },
    ]);
  });

  it('are at most a hundred', async () => {
    for (let i = 0; i < 100; i++) await add(`참가자 ${i}`);
    await expect(add('하나 더')).rejects.toMatchObject({
      code: 'judgement.tooManyParticipants',
      params: { max: 100 },
    });
  });
});

describe('comparisons', () => {
  it('are one for each pair and judge, whichever way they were told', async () => {
    const [a = 0, b = 0, c = 0] = whats;
    const kim = await add('김');
    await test.call('judgement.setComparisons', {
      houseId,
      values: [
        { whatId: b, otherWhatId: a, ratio: 4 },
        { whatId: a, otherWhatId: c, ratio: 5 },
      ],
    });
    const own = [{ whatId: a, otherWhatId: b, ratio: 7 }];
    await test.call('judgement.setComparisons', { houseId, participantId: kim, values: own });
    expect(await comparisons()).toEqual([
      { participantId: null, whatId: a, otherWhatId: b, ratio: 0.25 },
      { participantId: null, whatId: a, otherWhatId: c, ratio: 5 },
      { participantId: kim, whatId: a, otherWhatId: b, ratio: 7 },
    ]);
    const before = await comparisons();
    await test.call('judgement.setComparisons', {
      houseId,
      values: [
        { whatId: a, otherWhatId: b, ratio: 2 },
        { whatId: c, otherWhatId: a, ratio: null },
      ],
    });
    expect((await comparisons()).slice(0, 1)).toEqual([
      { participantId: null, whatId: a, otherWhatId: b, ratio: 2 },
    ]);
    expect(await comparisons()).toHaveLength(2);
    await test.call('undo.undo', {});
    expect(await comparisons()).toEqual(before);
    await test.call('judgement.clearComparisons', { houseId });
    expect(await comparisons()).toEqual(before.slice(2));
    await test.call('undo.undo', {});
    expect(await comparisons()).toEqual(before);
  });

  it('are refused with itself, with a stranger, and by a stranger', async () => {
    const [a = 0] = whats;
    const set = (otherWhatId: number, participantId: number | null = null) =>
      test.call('judgement.setComparisons', {
        houseId,
        participantId,
        values: [{ whatId: a, otherWhatId, ratio: 3 }],
      });
    await expect(set(a)).rejects.toMatchObject({ code: 'judgement.pairNeedsTwo' });
    await expect(set(9999)).rejects.toMatchObject({ code: 'house.whatUnknown' });
    const other = await test.call('house.create', { name: '다른 집' });
    const { id } = await test.call('judgement.addParticipant', { houseId: other.id, name: '남' });
    await expect(set(whats[1] ?? 0, id)).rejects.toMatchObject({
      code: 'judgement.participantUnknown',
    });
    expect(await comparisons()).toEqual([]);
  });
});
