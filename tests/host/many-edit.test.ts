import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostWrittenHere } from '../../electron/host/heavy/edit-many.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { workspaceContent } from '../support/workspace-content.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const raw = () => test.host.context.session.raw;
const content = () => workspaceContent(raw());

/** VOC in three statuses; of those of requirement 1 every third is evidence for requirement 2 too. */
function addVoc(count: number, firstRequirementHas: number): void {
  raw().exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO voc (id, text, received_at, channel, kind, status, escalated_at,
        created_at, updated_at)
      SELECT i, '환불이 늦습니다 ' || i, '2026-01-' || printf('%02d', 1 + i % 28), 'web', 'complaint',
        CASE i % 5 WHEN 0 THEN 'replied' ELSE 'received' END,
        iif(i % 2 = 0, '2026-02-01', NULL), '', '' FROM n;
    INSERT INTO requirement (id, name, position, created_at, quote_voc_id, quote, parent_id)
      VALUES (1, '빠른 환불', 0, '', 2, '환불', NULL), (2, '친절', 1, '', NULL, '', NULL),
        (3, '환불 안내', 0, '', NULL, '', 1);
    INSERT INTO requirement_voc SELECT 1, id, '' FROM voc WHERE id <= ${firstRequirementHas};
    INSERT INTO requirement_voc SELECT 2, id, '' FROM voc WHERE id <= ${firstRequirementHas} AND id % 3 = 0;
    INSERT INTO requirement_voc SELECT 3, id, '' FROM voc WHERE id <= 10;
  `);
}

const many = mostWrittenHere + 60;
const ids = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** What one method does to so many VOC; answers what it answers. */
const edits: Record<string, (count: number) => Promise<unknown>> = {
  'voc.update': (count) =>
    test.call('voc.update', { ids: ids(count), patch: { owner: '김담당', branch: '새 지점' } }),
  'voc.remove': (count) => test.call('voc.remove', { ids: ids(count) }),
  'handling.setStatus': (count) =>
    test.call('handling.setStatus', { ids: ids(count), status: 'closed' }),
  'handling.assign': (count) => test.call('handling.assign', { ids: ids(count), owner: '박담당' }),
  'handling.escalate': (count) =>
    test.call('handling.escalate', { ids: ids(count), note: '급합니다 010-1234-5678' }),
  'handling.deescalate': (count) => test.call('handling.deescalate', { ids: ids(count) }),
  'requirement.addEvidence': (count) =>
    test.call('requirement.addEvidence', { requirementId: 2, vocIds: ids(count) }),
  'requirement.removeEvidence': (count) =>
    test.call('requirement.removeEvidence', { requirementId: 1, vocIds: ids(count) }),
  'requirement.moveEvidence': (count) =>
    test.call('requirement.moveEvidence', { fromId: 1, toId: 2, vocIds: ids(count) }),
  'requirement.create': (count) =>
    test.call('requirement.create', { name: '새 요구', vocIds: ids(count), position: 0 }),
  'requirement.split': (count) =>
    test.call('requirement.split', { id: 1, name: '나눈 요구', vocIds: ids(count) }),
  'requirement.merge': () => test.call('requirement.merge', { ids: [1, 3], intoId: 2 }),
  'requirement.remove': () => test.call('requirement.remove', { id: 1 }),
};

describe('an edit of many VOC', () => {
  it.each(Object.entries(edits))(
    '%s does to each what it does to few, as one step',
    async (_, edit) => {
      addVoc(many, many);
      const before = content();
      const answered = await edit(many);
      const written = content();
      const each = outcomeOfEach(50);
      const state = await test.call('undo.state', {});
      expect(state.undo).not.toBeNull();
      await test.call('undo.undo', {});
      await test.call('undo.redo', {});
      expect(content()).toEqual(written);
      await test.call('undo.undo', {});
      expect(content()).toEqual(before);

      // The same through the host's own connection, with as many as it still takes there.
      await test.call('workspace.create', { name: '둘째', sample: false });
      addVoc(mostWrittenHere / 3, mostWrittenHere / 3);
      const few = await edit(mostWrittenHere / 3);
      expect(Object.keys(few ?? {})).toEqual(Object.keys(answered ?? {}));
      expect((await test.call('undo.state', {})).undo?.label).toBe(state.undo?.label);
      expect(each).toEqual(outcomeOfEach(50));
    },
  );

  it('is refused as a whole where one of few is', async () => {
    addVoc(many, 5);
    const before = content();
    const gone = [...ids(many), 9_999];
    await expect(
      test.call('requirement.addEvidence', { requirementId: 2, vocIds: gone }),
    ).rejects.toMatchObject({ code: 'requirement.vocUnknown', params: { count: 1 } });
    await expect(
      test.call('requirement.create', { name: '새 요구', vocIds: gone }),
    ).rejects.toMatchObject({ code: 'requirement.vocUnknown' });
    await expect(
      test.call('handling.setStatus', { ids: ids(many), status: 'received' }),
    ).rejects.toMatchObject({ code: 'handling.alreadyBegun', params: { count: many / 5 } });
    await expect(
      test.call('voc.update', { ids: ids(many), patch: { externalId: 'A-1' } }),
    ).rejects.toMatchObject({ code: 'voc.externalIdForOne' });
    expect(content()).toEqual(before);
    expect(await test.call('undo.state', {})).toEqual({ undo: null, redo: null });
  });
});

/** What became of the first VOC, whoever wrote it: their fields, history and links by name. */
function outcomeOfEach(count: number): unknown {
  const first = `id <= ${count}`;
  return {
    voc: raw()
      .prepare(
        `SELECT id, text, status, owner, branch, replied_at IS NOT NULL, closed_at IS NOT NULL,
           escalated_at IS NOT NULL FROM voc WHERE ${first} ORDER BY id`,
      )
      .all(),
    history: raw()
      .prepare(
        `SELECT voc_id, actor, kind, before, after FROM voc_history WHERE voc_${first}
         ORDER BY voc_id, kind, before, after`,
      )
      .all(),
    evidence: raw()
      .prepare(
        `SELECT voc_id, name FROM requirement_voc JOIN requirement ON requirement.id = requirement_id
         WHERE voc_${first} ORDER BY voc_id, name`,
      )
      .all(),
    requirements: raw()
      .prepare(
        'SELECT name, quote, quote_voc_id, position, parent_id FROM requirement ORDER BY name',
      )
      .all(),
  };
}
