import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import { addCalendarDays } from '../../core/domain/voc/handling.ts';
import { escalateOverdue } from '../../electron/host/escalation.ts';
import { localToday, millisecondsToMidnight } from '../../electron/host/local-date.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene } from '../support/import-scene.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
  await test.call('preference.set', { key: 'me.name', value: '김상담' });
});
afterEach(() => test.dispose());

const today = localToday();
const inDays = (days: number) => addCalendarDays(today, days);

async function record(more: Partial<InputOf<'voc.create'>> = {}): Promise<number> {
  const { id } = await test.call('voc.create', {
    text: '번호표를 뽑고도 오래 기다렸습니다',
    receivedAt: today,
    channel: 'phone',
    kind: 'complaint',
    ...more,
  });
  return id;
}

const get = (id: number) => test.call('voc.get', { id });
const status = (ids: number[], to: InputOf<'handling.setStatus'>['status']) =>
  test.call('handling.setStatus', { ids, status: to });

/** What the history says, without how the VOC came in. */
async function history(id: number): Promise<string[]> {
  const entries = await test.call('handling.history', { id });
  return entries
    .slice(1)
    .map(({ kind, before, after }) => `${kind}: ${before ?? '–'} → ${after ?? '–'}`);
}

describe('handling a VOC', () => {
  it('goes from 접수 to 종결, remembers when, and is reopened without its old moments', async () => {
    const id = await record();
    await status([id], 'inProgress');
    await test.call('handling.reply', { id, note: '창구를 하나 더 열었습니다', satisfaction: 4 });
    const replied = await get(id);
    expect(replied).toMatchObject({
      status: 'replied',
      replyNote: '창구를 하나 더 열었습니다',
      handlingSatisfaction: 4,
      closedAt: null,
    });
    expect(replied.repliedAt).toMatch(new RegExp(`^${today}T\\d\\d:\\d\\d:\\d\\d$`));
    await status([id], 'closed');
    expect(await get(id)).toMatchObject({ status: 'closed', repliedAt: replied.repliedAt });
    expect((await get(id)).closedAt).not.toBeNull();
    await status([id], 'inProgress');
    expect(await get(id)).toMatchObject({
      status: 'inProgress',
      repliedAt: null,
      closedAt: null,
      replyNote: '창구를 하나 더 열었습니다',
    });
    expect(await history(id)).toEqual([
      'status: received → inProgress',
      'status: inProgress → replied',
      'handlingSatisfaction: – → 4',
      'reply: – → 창구를 하나 더 열었습니다',
      'status: replied → closed',
      'status: closed → inProgress',
    ]);
  });

  it('takes each of these back and does it again, the history with it', async () => {
    const id = await record();
    const steps: (() => Promise<unknown>)[] = [
      () => test.call('handling.assign', { ids: [id], owner: '박담당' }),
      () => status([id], 'inProgress'),
      () => test.call('voc.update', { ids: [id], patch: { dueOn: inDays(-3) } }),
      () => test.call('handling.escalate', { ids: [id], note: '세 번째 민원입니다' }),
      () => test.call('handling.deescalate', { ids: [id] }),
      () => test.call('handling.reply', { id, note: '전화로 설명했습니다' }),
      () => test.call('handling.recordSatisfaction', { id, satisfaction: 2 }),
      () => status([id], 'closed'),
      () => status([id], 'inProgress'),
    ];
    await test.call('handling.setEscalationPolicy', { automatic: false, daysAfterDue: 0 });
    const state = async () => {
      const { updatedAt: _at, ...voc } = await get(id);
      return { voc, history: await history(id) };
    };
    const seen = [await state()];
    for (const step of steps) {
      await step();
      seen.push(await state());
    }
    for (const before of seen.slice(0, -1).toReversed()) {
      await test.call('undo.undo', {});
      expect(await state()).toEqual(before);
    }
    for (const after of seen.slice(1)) {
      await test.call('undo.redo', {});
      expect(await state()).toEqual(after);
    }
  });

  it('says who did it and when, after how the VOC came in', async () => {
    const id = await record();
    await test.call('handling.assign', { ids: [id], owner: '김상담' });
    const [created, assigned] = await test.call('handling.history', { id });
    expect(created).toMatchObject({ kind: 'created', actor: '' });
    expect(assigned).toMatchObject({
      kind: 'owner',
      actor: '김상담',
      before: null,
      after: '김상담',
    });
    await expect(test.call('handling.history', { id: id + 1 })).rejects.toMatchObject({
      code: 'voc.unknown',
    });
  });

  it('writes an entry only for what really changes, and none of the customer’s words', async () => {
    const ids = [await record({ owner: '이' }), await record(), await record({ severity: 5 })];
    await test.call('voc.update', { ids, patch: { owner: '이', severity: 5, text: '새 내용' } });
    expect(await Promise.all(ids.map(history))).toEqual([
      ['text: – → –', 'severity: – → 5'],
      ['text: – → –', 'severity: – → 5', 'owner: – → 이'],
      ['text: – → –', 'owner: – → 이'],
    ]);
  });

  it('keeps personal data out of the history of answers and escalations', async () => {
    const id = await record();
    await test.call('handling.escalate', { ids: [id], note: '홍길동 고객님이 다시 전화했습니다' });
    await test.call('handling.reply', { id, note: '010-1234-5678로 안내했습니다' });
    expect(await history(id)).toEqual([
      'escalate: – → 홍*동 고객님이 다시 전화했습니다',
      'status: received → replied',
      'reply: – → 010-1234-****로 안내했습니다',
    ]);
  });

  it('refuses a way that does not exist for any of many, and changes none', async () => {
    const [open, closed] = [await record(), await record({ status: 'closed' })];
    await expect(status([open, closed], 'replied')).rejects.toMatchObject({
      code: 'handling.reopenFirst',
      params: { count: 1 },
    });
    await expect(status([open, closed], 'received')).rejects.toMatchObject({
      code: 'handling.alreadyBegun',
    });
    expect((await get(open)).status).toBe('received');
    expect(await history(open)).toEqual([]);
    await expect(status([999], 'closed')).rejects.toMatchObject({ code: 'voc.unknown' });
  });

  it('takes a VOC that comes in answered for answered now', async () => {
    const voc = await get(await record({ status: 'closed', dueOn: today }));
    expect(voc.closedAt).toContain(today);
    expect(voc.repliedAt).toBeNull();
  });

  it('corrects a reply without answering again', async () => {
    const id = await record();
    await test.call('handling.reply', { id, note: '안내했습니다' });
    const { repliedAt } = await get(id);
    await test.call('handling.reply', { id, note: '다시 안내했습니다' });
    expect(await get(id)).toMatchObject({ repliedAt, replyNote: '다시 안내했습니다' });
  });
});

describe('the history of evidence', () => {
  const requirement = async (name: string, vocIds: number[] = []) =>
    (await test.call('requirement.create', { name, vocIds })).id;

  it('tells of links however they came and went, and forgets what is undone', async () => {
    const [one, other] = [await record(), await record()];
    const wait = await requirement('짧은 대기', [one]);
    await test.call('requirement.addEvidence', { requirementId: wait, vocIds: [one, other] });
    await test.call('requirement.removeEvidence', { requirementId: wait, vocIds: [one] });
    expect(await history(one)).toEqual(['link: – → 짧은 대기', 'unlink: 짧은 대기 → –']);
    expect(await history(other)).toEqual(['link: – → 짧은 대기']);
    const kind = await requirement('친절');
    await test.call('requirement.moveEvidence', { fromId: wait, toId: kind, vocIds: [other] });
    await test.call('requirement.remove', { id: kind });
    expect(await history(other)).toEqual([
      'link: – → 짧은 대기',
      'link: – → 친절',
      'unlink: 짧은 대기 → –',
      'unlink: 친절 → –',
    ]);
    for (let step = 0; step < 5; step++) await test.call('undo.undo', {});
    expect(await history(other)).toEqual([]);
    for (let step = 0; step < 5; step++) await test.call('undo.redo', {});
    expect(await history(other)).toHaveLength(4);
  });

  it('goes with a VOC that is removed, and comes back with it', async () => {
    const id = await record();
    await requirement('짧은 대기', [id]);
    await test.call('voc.remove', { ids: [id] });
    await test.call('undo.undo', {});
    expect(await history(id)).toEqual(['link: – → 짧은 대기']);
  });
});

describe('the lists of work', () => {
  const counts = async (mineOnly: boolean) => {
    const { views } = await test.call('handling.queue', { me: '김상담', mineOnly });
    return Object.fromEntries(views.map(({ view, count }) => [view, count]));
  };

  it('count what waits, for everybody and for oneself, as the list shows it', async () => {
    await test.call('handling.setEscalationPolicy', { automatic: false, daysAfterDue: 0 });
    await record({ owner: '김상담', dueOn: inDays(-1) });
    await record({ owner: '김상담', dueOn: today });
    await record({ owner: '박담당', dueOn: today, status: 'inProgress' });
    await record({ owner: '박담당', status: 'replied' });
    await record({ owner: '김상담', status: 'closed', dueOn: inDays(-1) });
    const escalated = await record();
    await test.call('handling.escalate', { ids: [escalated] });
    expect(await counts(false)).toEqual({
      mine: 2,
      overdue: 1,
      today: 2,
      thisWeek: 2,
      unowned: 1,
      waiting: 4,
      toClose: 1,
      escalated: 1,
    });
    expect(await counts(true)).toEqual({
      mine: 2,
      overdue: 1,
      today: 1,
      thisWeek: 1,
      waiting: 2,
      toClose: 0,
      escalated: 0,
    });
    const { views } = await test.call('handling.queue', { me: null });
    expect(views.map(({ view }) => view)).not.toContain('mine');
    for (const { filter, count } of views) {
      const { rows } = await test.call('voc.listPage', { filter });
      expect(rows).toHaveLength(count);
    }
  });
});

describe('due dates by rule', () => {
  const week = { name: '7일(진정·단순질의)', days: 7 };
  const fortnight = { name: '14일(건의)', days: 14, kind: 'suggestion' } as const;

  it('are given to new VOC by the first rule that fits, unless the person says otherwise', async () => {
    expect((await get(await record())).dueOn).toBeNull();
    const { id: weekId } = await test.call('handling.saveRule', week);
    await test.call('handling.saveRule', fortnight);
    expect((await get(await record({ kind: 'suggestion' }))).dueOn).toBe(inDays(7));
    await test.call('handling.moveRule', { id: weekId, position: 1 });
    expect((await get(await record({ kind: 'suggestion' }))).dueOn).toBe(inDays(14));
    expect((await get(await record())).dueOn).toBe(inDays(7));
    expect((await get(await record({ dueOn: null }))).dueOn).toBeNull();
    expect((await get(await record({ dueOn: inDays(1) }))).dueOn).toBe(inDays(1));
  });

  it('are changed, ordered and removed with undo', async () => {
    const names = async () => (await test.call('handling.listRules', {})).map(({ name }) => name);
    const { id } = await test.call('handling.saveRule', week);
    await test.call('handling.saveRule', fortnight);
    await test.call('handling.saveRule', { id, ...week, name: '이레', workingDays: true });
    await test.call('handling.removeRule', { id });
    expect(await names()).toEqual([fortnight.name]);
    await test.call('undo.undo', {});
    expect(await test.call('handling.listRules', {})).toMatchObject([
      { name: '이레', days: 7, workingDays: true, channel: null, kind: null, minSeverity: null },
      { name: fortnight.name, kind: 'suggestion' },
    ]);
    await test.call('handling.moveRule', { id, position: 1 });
    expect(await names()).toEqual([fortnight.name, '이레']);
    await test.call('undo.undo', {});
    expect(await names()).toEqual(['이레', fortnight.name]);
    await expect(test.call('handling.removeRule', { id: 99 })).rejects.toMatchObject({
      code: 'handling.ruleUnknown',
    });
  });

  it('are given to imported VOC by the rules as they are then', async () => {
    const scene = new ImportScene(test);
    const rows = (prefix: string) => [
      ['접수번호', '접수일', '구분', '내용'],
      [`${prefix}1`, '2026-03-06', '제안', '휴게 공간이 있으면 좋겠습니다'],
      [`${prefix}2`, '2026-03-06', '불만', '전화가 연결되지 않습니다'],
    ];
    const dues = async () => {
      const { rows: found } = await test.call('voc.listPage', {
        sort: { field: 'id', direction: 'asc' },
      });
      return found.map(({ dueOn }) => dueOn);
    };
    await scene.voc(scene.csv(rows('A')));
    expect(await dues()).toEqual([null, null]);
    await test.call('handling.saveRule', { ...fortnight, workingDays: true });
    await test.call('handling.saveRule', { ...week, minSeverity: 5 });
    await scene.voc(scene.csv(rows('B')));
    expect(await dues()).toEqual([null, null, '2026-03-26', null]);
  });

  it('are previewed, and given to waiting VOC without one as one step', async () => {
    const old = await record({ receivedAt: inDays(-30) });
    const fresh = await record({ receivedAt: `${inDays(-2)}T09:00` });
    const answered = await record({ status: 'replied' });
    const dated = await record({ dueOn: inDays(40) });
    await test.call('handling.saveRule', week);
    expect(await test.call('handling.previewRules', {})).toEqual({
      withoutDue: 2,
      dated: 2,
      overdue: 1,
    });
    const since = { receivedFrom: inDays(-10) };
    expect(await test.call('handling.previewRules', since)).toEqual({
      withoutDue: 1,
      dated: 1,
      overdue: 0,
    });
    expect(await test.call('handling.applyRules', since)).toEqual({ dated: 1 });
    expect((await get(fresh)).dueOn).toBe(inDays(5));
    expect(await history(fresh)).toEqual([`dueOn: – → ${inDays(5)}`]);
    for (const id of [old, answered]) expect((await get(id)).dueOn).toBeNull();
    expect((await get(dated)).dueOn).toBe(inDays(40));
    await test.call('undo.undo', {});
    expect((await get(fresh)).dueOn).toBeNull();
  });
});

describe('escalation', () => {
  const isEscalated = async (id: number) => (await get(id)).escalatedAt !== null;

  it('comes by itself when a VOC is past its due date without an answer', async () => {
    const late = await record({ dueOn: inDays(-1) });
    const answered = await record({ dueOn: inDays(-1), status: 'replied' });
    const dueToday = await record({ dueOn: today });
    await test.call('workspace.close', {});
    const [recent] = await test.call('workspace.listRecent', {});
    await test.call('workspace.open', { token: recent?.token ?? '' });
    await expect.poll(() => isEscalated(late)).toBe(true);
    expect(await isEscalated(answered)).toBe(false);
    expect(await isEscalated(dueToday)).toBe(false);
    expect((await test.call('handling.history', { id: late })).at(-1)).toMatchObject({
      kind: 'escalate',
      actor: '',
      before: inDays(-1),
    });
  });

  it('comes right after an import that brings overdue VOC, and at midnight', async () => {
    await test.call('handling.saveRule', { name: '빠르게', days: 1 });
    const scene = new ImportScene(test);
    const late = ['아직도 답이 없습니다', inDays(-30)];
    await scene.voc(scene.csv([['내용', '접수일'], late, ['방금 왔습니다', today]]));
    const escalated = { filter: { escalated: true } };
    await expect.poll(async () => (await test.call('voc.count', escalated)).total).toBe(1);
    expect((await test.call('undo.state', {})).undo?.label).toBe('import:undo.voc');
    expect(millisecondsToMidnight(new Date(2026, 10, 22, 23, 59, 59, 500))).toBe(500);
    expect(millisecondsToMidnight(new Date(2026, 10, 22))).toBe(86_400_000);
  });

  it('is nobody’s step: undo stays with what a person did last', async () => {
    const id = await record();
    await test.call('voc.update', { ids: [id], patch: { dueOn: inDays(-1) } });
    await expect.poll(() => isEscalated(id)).toBe(true);
    expect((await test.call('undo.state', {})).undo?.label).toBe('voc:undo.update');
    await test.call('undo.undo', {});
    expect((await get(id)).dueOn).toBeNull();
  });

  it('ends what could be redone, whose entries in the history it may have taken the place of', async () => {
    const id = await record({ dueOn: inDays(-1) });
    await test.call('voc.update', { ids: [id], patch: { owner: '이' } });
    await test.call('undo.undo', {});
    await escalateOverdue(test.host.context);
    expect(await isEscalated(id)).toBe(true);
    expect((await test.call('undo.state', {})).redo).toBeNull();
    expect(await test.call('undo.redo', {})).toBeNull();
    expect(await history(id)).toEqual([`escalate: ${inDays(-1)} → –`]);
  });

  it('leaves nothing behind in the history when the import of its VOC is undone, and comes back with it', async () => {
    await test.call('handling.saveRule', { name: '빠르게', days: 1 });
    const scene = new ImportScene(test);
    const job = await scene.voc(
      scene.csv([
        ['내용', '접수일'],
        ['아직도 답이 없습니다', inDays(-30)],
      ]),
    );
    expect(job.status).toBe('succeeded');
    await escalateOverdue(test.host.context);
    expect(scene.count('voc_history')).toBe(1);
    await test.call('undo.undo', {});
    expect(scene.count('voc_history')).toBe(0);
    expect(scene.rows('PRAGMA foreign_key_check')).toEqual([]);
    await test.call('undo.redo', {});
    expect(scene.count('voc_history')).toBe(1);
    await test.call('undo.undo', {});
    expect(await history(await record())).toEqual([]);
  });

  it('does not come back for the due date for which a person took it away', async () => {
    const id = await record();
    await test.call('voc.update', { ids: [id], patch: { dueOn: inDays(-1) } });
    await expect.poll(() => isEscalated(id)).toBe(true);
    await test.call('handling.deescalate', { ids: [id] });
    const other = await record();
    await test.call('voc.update', { ids: [other], patch: { dueOn: inDays(-2) } });
    await expect.poll(() => isEscalated(other)).toBe(true);
    expect(await isEscalated(id)).toBe(false);
    await test.call('voc.update', { ids: [id], patch: { dueOn: inDays(-4) } });
    await expect.poll(() => isEscalated(id)).toBe(true);
  });

  it('waits as long as the workspace says, and not at all when it is off', async () => {
    await test.call('handling.setEscalationPolicy', { automatic: true, daysAfterDue: 3 });
    const [three, four] = [await record(), await record()];
    await test.call('voc.update', { ids: [three], patch: { dueOn: inDays(-3) } });
    await test.call('voc.update', { ids: [four], patch: { dueOn: inDays(-4) } });
    await expect.poll(() => isEscalated(four)).toBe(true);
    expect(await isEscalated(three)).toBe(false);
    expect(await test.call('handling.escalationPolicy', {})).toEqual({
      automatic: true,
      daysAfterDue: 3,
    });
  });
});

describe('how VOC were handled', () => {
  it('is counted by group: on time of those whose day has shown it, and the days it took', async () => {
    await record({ owner: '김', dueOn: today, status: 'replied' });
    await record({ owner: '김', dueOn: inDays(-1), status: 'replied', receivedAt: inDays(-8) });
    await record({ owner: '김', dueOn: inDays(-1) });
    await record({ owner: '김', dueOn: inDays(9) });
    await record({ owner: null });
    const summary = await test.call('handling.summary', {});
    expect(summary.total).toMatchObject({ received: 5, answered: 2, onTime: 1, judged: 3 });
    expect(summary.groups.map(({ value }) => value)).toEqual(['김', '']);
    expect(summary.groups[0]?.figures).toMatchObject({
      received: 4,
      dueStates: { onTime: 1, late: 1, overdue: 1, later: 1 },
      onTime: 1,
      judged: 3,
      medianDays: 4,
    });
    expect(summary.groups[1]?.figures).toMatchObject({ received: 1, judged: 0, rate: null });
    const month = await test.call('handling.summary', {
      by: 'month',
      filter: { kinds: ['praise'] },
    });
    expect(month).toMatchObject({ total: { received: 0, rate: null }, groups: [] });
  });
});
