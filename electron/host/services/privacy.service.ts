import { AppError } from '../../../core/contract/app-error.ts';
import type { UnmaskedVoc } from '../../../core/contract/privacy.contract.ts';
import { findCustomer } from '../../../db/repositories/customer.repository.ts';
import {
  findRetentionRule,
  listRetentions,
  listUnmaskings,
  storeRetentionRule,
} from '../../../db/repositories/privacy.repository.ts';
import { findVoc } from '../../../db/repositories/voc.repository.ts';
import { actorOf } from '../actor.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { applyRetention, previewRetention } from '../retention/run-retention.ts';
import { logUnmaskingOf } from '../unmask-log.ts';

export const privacyHandlers: HandlersOf<'privacy'> = {
  'privacy.unmaskVoc': async (context, { id, purpose }) => {
    const [voc] = await asWritten(context, [id]);
    if (voc === undefined) throw new AppError('voc.unknown');
    await logUnmaskingOf(context, { purpose, scope: 'voc', vocId: id, customerId: null, count: 1 });
    return voc;
  },
  'privacy.unmaskMany': async (context, { ids, purpose, scope }) => {
    const found = await asWritten(context, ids);
    if (found.length === 0) throw new AppError('voc.unknown');
    const count = found.length;
    await logUnmaskingOf(context, { purpose, scope, vocId: null, customerId: null, count });
    return found;
  },
  'privacy.unmaskCustomer': async (context, { id, purpose }) => {
    const customer = await findCustomer(context.session.db, id);
    if (customer === null) throw new AppError('customer.unknown');
    await logUnmaskingOf(context, {
      purpose,
      scope: 'customer',
      vocId: null,
      customerId: id,
      count: 1,
    });
    const { name, phone, email, note } = customer;
    return { id, name, phone, email, note };
  },
  'privacy.listUnmasked': ({ session }, page) => listUnmaskings(session.db, page),
  'privacy.getRetention': ({ session }) => findRetentionRule(session.db),
  'privacy.setRetention': (context, { rule }) =>
    context.edit({ label: 'privacy:undo.setRetention', params: {} }, ['setting'], (trx) =>
      storeRetentionRule(trx, rule),
    ),
  'privacy.previewRetention': ({ session }, { rule }) => previewRetention(session, rule),
  'privacy.applyRetention': (context, { rule, count }) => {
    const { session } = context;
    const jobId = context.jobs.start(
      { kind: 'retention', subject: String(count), phase: rule.action },
      async (control) => {
        const order = { expected: count, actor: actorOf(context) };
        await applyRetention(session, rule, order, control);
        context.changed(['voc', 'requirement', 'customer', 'setting', 'workspace']);
        return {};
      },
    );
    return { jobId };
  },
  'privacy.listRetention': ({ session }) => listRetentions(session.db),
};

async function asWritten({ session }: HostContext, ids: readonly number[]): Promise<UnmaskedVoc[]> {
  const found: UnmaskedVoc[] = [];
  for (const id of ids) {
    const voc = await findVoc(session.db, id);
    if (voc === null) continue;
    const { text, replyNote, extras } = voc;
    found.push({ id, text, replyNote, extras });
  }
  return found;
}
