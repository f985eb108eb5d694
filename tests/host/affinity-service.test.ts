import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeAll(async () => {
  test = await startTestHost({ workspace: 'sample' });
});
afterAll(() => test.dispose());

async function suggestion(input: InputOf<'affinity.suggest'> = {}): Promise<string> {
  const { jobId } = await test.call('affinity.suggest', input);
  const job = await test.jobEnd(jobId);
  expect(job.status).toBe('succeeded');
  return jobId;
}

const idsOf = async (suggestionId: string, group: number | null, search = '') =>
  (await test.call('affinity.listIds', { suggestionId, group, search })).ids;

const unassigned = async () =>
  (await test.call('voc.count', { filter: { unassigned: true } })).total;

describe('suggested groups of the sample', () => {
  it('hold every unassigned VOC once, in a group or in the rest', async () => {
    const suggestionId = await suggestion();
    const { groups, rest, total } = await test.call('affinity.groups', { suggestionId });
    expect(total).toBe(await unassigned());
    expect(groups.length).toBeGreaterThan(5);
    const listed: number[] = [];
    for (const { id, size, vocIds } of groups) {
      const ids = await idsOf(suggestionId, id);
      expect(ids).toHaveLength(size);
      expect(vocIds).toEqual(ids.slice(0, 500));
      listed.push(...ids);
    }
    listed.push(...(await idsOf(suggestionId, null)));
    expect(listed).toHaveLength(total);
    expect(new Set(listed).size).toBe(total);
    expect(groups.reduce((sum, { size }) => sum + size, rest.size)).toBe(total);
  });

  it('are named by words that their VOC hold, not by what VOC are filed by', async () => {
    const suggestionId = await suggestion();
    const { groups } = await test.call('affinity.groups', { suggestionId });
    const { products, branches, owners } = await test.call('voc.listChoices', {});
    const filed = new Set([...products, ...branches, ...owners]);
    for (const { words } of groups) {
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter((word) => filed.has(word))).toEqual([]);
    }
  });

  it('weigh frequency × severity, as their requirement will', async () => {
    const suggestionId = await suggestion();
    const { groups } = await test.call('affinity.groups', { suggestionId });
    const [group] = groups;
    if (group === undefined) throw new Error('no group');
    const ids = await idsOf(suggestionId, group.id);
    const { id } = await test.call('requirement.create', { name: '묶음에서', vocIds: ids });
    const rows = await test.call('requirement.list', {});
    const made = rows.find((row) => row.id === id);
    expect(made?.vocCount).toBe(group.size);
    // What nobody judged counts as the mean of the evidence, to which these VOC now belong.
    const ratio = (made?.importance.value ?? 0) / (group.size * group.meanSeverity);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.01);
    expect(group.importance).toBeCloseTo(group.size * group.meanSeverity, 9);
    await test.call('undo.undo', {});
  });

  it('lose what is assigned and get it back by undo, without being made anew', async () => {
    const suggestionId = await suggestion();
    const before = await test.call('affinity.groups', { suggestionId });
    const group = before.groups[0];
    if (group === undefined) throw new Error('no group');
    await test.call('requirement.create', { name: '묶음', vocIds: group.vocIds });
    const after = await test.call('affinity.groups', { suggestionId });
    expect(after.groups.some(({ id }) => id === group.id)).toBe(false);
    expect(after.assigned).toBe(group.size);
    await test.call('undo.undo', {});
    expect(await test.call('affinity.groups', { suggestionId })).toEqual(before);
  });

  it('are searched within as the VOC list is', async () => {
    const suggestionId = await suggestion();
    const found = await test.call('affinity.listCards', {
      suggestionId,
      group: null,
      search: '주차',
    });
    expect(found.total).toBeGreaterThan(0);
    for (const { text } of found.cards) expect(text).toContain('주차');
    const everywhere = await test.call('affinity.listIds', {
      suggestionId,
      group: 'all',
      search: '주차',
    });
    const filter = { search: '주차', unassigned: true };
    expect(everywhere.total).toBe((await test.call('voc.count', { filter })).total);
  });

  it('are of the filter only, and without the words one took out', async () => {
    const suggestionId = await suggestion({ filter: { kinds: ['praise'] } });
    const { groups, total } = await test.call('affinity.groups', { suggestionId });
    const filter = { kinds: ['praise' as const], unassigned: true };
    expect(total).toBe((await test.call('voc.count', { filter })).total);
    const word = groups[0]?.words[0] ?? '';
    const without = await suggestion({ filter: { kinds: ['praise'] }, withoutWords: [word] });
    const again = await test.call('affinity.groups', { suggestionId: without });
    expect(again.groups.flatMap(({ words }) => words)).not.toContain(word);
  });

  it('show personal data hidden', async () => {
    const { id } = await test.call('voc.create', {
      text: '전화 010-2345-6789 로 연락 주세요',
      receivedAt: '2026-11-20',
      channel: 'phone',
      kind: 'question',
    });
    const suggestionId = await suggestion({ filter: { search: '010-2345' } });
    const { cards } = await test.call('affinity.listCards', { suggestionId, group: null });
    expect(cards).toMatchObject([{ id, text: '전화 010-2345-**** 로 연락 주세요' }]);
    await test.call('voc.remove', { ids: [id] });
  });

  it('are gone when newer ones were made', async () => {
    const first = await suggestion();
    await suggestion();
    await expect(test.call('affinity.groups', { suggestionId: first })).rejects.toMatchObject({
      code: 'affinity.gone',
    });
  });

  it('can be cancelled, and made again', async () => {
    const { jobId } = await test.call('affinity.suggest', {});
    await test.call('job.cancel', { id: jobId });
    expect((await test.jobEnd(jobId)).status).toBe('cancelled');
    await suggestion();
  });
});
