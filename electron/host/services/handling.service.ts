import { AppError } from '../../../core/contract/app-error.ts';
import type { DueRuleRow } from '../../../core/contract/handling.contract.ts';
import type { UndoStepInfo } from '../../../core/contract/workspace.contract.ts';
import { isWaiting } from '../../../core/domain/voc/handling.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import type { BulkOperation } from '../../../db/bulk-edit.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteDueRule,
  insertDueRule,
  listDueRules,
  listHistory,
  markEscalated,
  orderDueRules,
  readEscalationPolicy,
  unmarkEscalated,
  updateDueRule,
  writeEscalationPolicy,
} from '../../../db/repositories/handling.repository.ts';
import {
  applyPatch,
  noteInHistory,
  type VocChange,
  vocOf,
} from '../../../db/repositories/voc-edit.repository.ts';
import { actorOf } from '../actor.ts';
import { editStamp } from '../edit-stamp.ts';
import { escalateOverdue } from '../escalation.ts';
import type { HandlersOf } from '../handlers.ts';
import { previewRules, summariseHandling } from '../handling-figures.ts';
import { editVoc, mostWrittenHere } from '../heavy/edit-many.ts';
import type { HostContext } from '../host-context.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { localeWords } from '../locale-words.ts';
import { maskingOf } from '../voc-masking.ts';

const saysInWords: ReadonlySet<string> = new Set(['reply', 'escalate']);

export const handlingHandlers: HandlersOf<'handling'> = {
  'handling.me': (context) => {
    const told = context.preferences.get('me.name');
    return { name: actorOf(context), told: typeof told === 'string' && told.trim() !== '' };
  },
  'handling.history': async ({ session }, { id }) => {
    const entries = await listHistory(session.db, id);
    if (entries === null) throw new AppError('voc.unknown');
    const masking = await maskingOf(session.db, [id]);
    const words = (text: string | null) => (text === null ? null : masking.text(id, text));
    // A note is a person's own words; the other entries name fields and their values.
    return entries.map((entry) =>
      saysInWords.has(entry.kind) ? { ...entry, after: words(entry.after) } : entry,
    );
  },
  'handling.reply': (context, { id, note, satisfaction }) => reply(context, id, note, satisfaction),
  'handling.setStatus': (context, { ids, status }) =>
    change(context, `status.${status}`, ids, { status }),
  'handling.assign': (context, { ids, owner }) => {
    const named = owner === '' ? null : owner;
    return change(context, named === null ? 'unassign' : 'assign', ids, { owner: named });
  },
  'handling.escalate': (context, { ids, note }) => {
    const step = { label: 'handling:undo.escalate', params: { count: ids.length } };
    const reason = maskPersonalData(note.trim());
    return changeMany(context, step, ids, { kind: 'escalate', note: reason }, () =>
      markEscalated(context.session.raw, vocOf(ids), reason, editStamp(context)),
    );
  },
  'handling.deescalate': (context, { ids }) => {
    const step = { label: 'handling:undo.deescalate', params: { count: ids.length } };
    return changeMany(context, step, ids, { kind: 'deescalate' }, () =>
      unmarkEscalated(context.session.raw, vocOf(ids), editStamp(context)),
    );
  },
  'handling.recordSatisfaction': async (context, { id, satisfaction }) => {
    await change(context, 'satisfaction', [id], { handlingSatisfaction: satisfaction });
  },
  'handling.queue': async ({ session }, { me, mineOnly }) => ({
    views: await session.vocIndex.queue(me, mineOnly),
  }),
  'handling.summary': (context, { filter, by }) => summariseHandling(context.session, filter, by),
  'handling.listRules': ({ session }) => listDueRules(session.db),
  'handling.saveRule': (context, { id, ...rule }) => saveRule(context, id, rule),
  'handling.removeRule': async (context, { id }) => {
    const { name } = ruleOf(await listDueRules(context.session.db), id);
    const step = { label: 'handling:undo.removeRule', params: { name } };
    await context.edit(step, ['setting'], async (trx) => {
      if (!(await deleteDueRule(trx, id))) throw new AppError('handling.ruleUnknown');
    });
  },
  'handling.moveRule': async (context, { id, position }) => {
    const rules = await listDueRules(context.session.db);
    const { name } = ruleOf(rules, id);
    const ids = rules.map((rule) => rule.id).filter((other) => other !== id);
    ids.splice(position, 0, id);
    const step = { label: 'handling:undo.moveRule', params: { name } };
    await context.edit(step, ['setting'], (trx) => orderDueRules(trx, ids));
  },
  'handling.previewRules': ({ session }, { receivedFrom }) => previewRules(session, receivedFrom),
  'handling.applyRules': (context, { receivedFrom }) => applyRules(context, receivedFrom),
  'handling.escalationPolicy': ({ session }) => readEscalationPolicy(session.raw),
  'handling.setEscalationPolicy': async (context, policy) => {
    const step = { label: 'handling:undo.setEscalationPolicy', params: {} };
    await context.edit(step, ['setting'], (trx) => writeEscalationPolicy(trx, policy));
    void escalateOverdue(context);
  },
};

/** One named step over all of `ids`; refuses when none of them is there. */
function change(
  context: HostContext,
  label: string,
  ids: readonly number[],
  patch: VocChange,
): Promise<{ changed: number }> {
  const owner = patch.owner ?? '';
  const step = { label: `handling:undo.${label}`, params: { count: ids.length, owner } };
  return changeMany(context, step, ids, { kind: 'update', change: patch }, () => {
    const { raw } = context.session;
    const { found, changed } = applyPatch(raw, vocOf(ids), patch, editStamp(context));
    if (found === 0) throw new AppError('voc.unknown');
    return changed;
  });
}

/** Few are changed here, more by a worker that does the same. */
async function changeMany(
  context: HostContext,
  step: UndoStepInfo,
  ids: readonly number[],
  operation: BulkOperation,
  changeHere: () => number,
): Promise<{ changed: number }> {
  if (ids.length <= mostWrittenHere) {
    return context.edit(step, ['voc'], async () => ({ changed: changeHere() }));
  }
  const many = { step, touched: ['voc'], phase: 'changing' } as const;
  const { changed } = await editVoc(context, many, operation, ids);
  return { changed };
}

/** The history keeps the answer with personal data masked: a reopened VOC shows what was said before. */
async function reply(
  context: HostContext,
  id: number,
  note: string,
  satisfaction: number | null | undefined,
): Promise<void> {
  const step = { label: 'handling:undo.reply', params: { id } };
  await context.edit(step, ['voc'], async (trx) => {
    const voc = await trx
      .selectFrom('voc')
      .select(['status', 'reply_note as note'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (voc === undefined) throw new AppError('voc.unknown');
    const { raw } = context.session;
    const stamp = editStamp(context);
    const isAnswer = isWaiting(voc.status);
    const patch: VocChange = {
      ...(isAnswer && { status: 'replied' }),
      ...(satisfaction !== undefined && { handlingSatisfaction: satisfaction }),
    };
    applyPatch(raw, vocOf([id]), patch, stamp);
    if (!isAnswer && voc.note === note) return;
    const after = (await maskingOf(trx, [id])).text(id, note);
    noteInHistory(raw, vocOf([id]), { kind: 'reply', after }, stamp);
    await trx
      .updateTable('voc')
      .set({ reply_note: note, updated_at: stamp.at })
      .where('id', '=', id)
      .execute();
  });
}

async function saveRule(
  context: HostContext,
  id: number | undefined,
  rule: Omit<DueRuleRow, 'id'>,
): Promise<{ id: number }> {
  const label = id === undefined ? 'handling:undo.addRule' : 'handling:undo.changeRule';
  return context.edit({ label, params: { name: rule.name } }, ['setting'], async (trx) => {
    if (id === undefined) {
      return { id: await insertDueRule(trx, rule, await nextPosition(trx)) };
    }
    if (!(await updateDueRule(trx, id, rule))) throw new AppError('handling.ruleUnknown');
    return { id };
  });
}

/** By a worker: what came in before the rules may be a million VOC. */
async function applyRules(
  context: HostContext,
  receivedFrom: string | undefined,
): Promise<{ dated: number }> {
  const { session } = context;
  if ((await previewRules(session, receivedFrom)).dated === 0) return { dated: 0 };
  const label = 'handling:undo.applyRules';
  const subject = localeWords(context.preferences.get('locale') === 'en' ? 'en' : 'ko')(label);
  const stamp = editStamp(context);
  const { count: dated } = await shownWhenLong(
    context.jobs,
    { kind: 'voc.bulk', subject, phase: 'changing' },
    (watch) =>
      session.heavyEdit<'applyDueRules'>(
        watch,
        async () => ({ kind: 'applyDueRules', receivedFrom, stamp }),
        ({ count }) => ({ label, params: { count } }),
      ),
  );
  context.changed(['voc']);
  void escalateOverdue(context);
  return { dated };
}

async function nextPosition(db: WorkspaceDb): Promise<number> {
  const row = await db
    .selectFrom('due_rule')
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

function ruleOf(rules: readonly DueRuleRow[], id: number): DueRuleRow {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new AppError('handling.ruleUnknown');
  return rule;
}
