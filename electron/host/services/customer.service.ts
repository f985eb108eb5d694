import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { CustomerFields, CustomerRow } from '../../../core/contract/customer.contract.ts';
import { contactWarnings } from '../../../core/domain/customer/contact-policy.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteContact,
  deleteCustomers,
  findContactPolicy,
  findCustomer,
  findCustomerIdByCode,
  insertContact,
  insertCustomer,
  linkVocToCustomer,
  listApproaches,
  listContacts,
  listCustomers,
  listCustomerTypes,
  storeContactPolicy,
  updateCustomer,
} from '../../../db/repositories/customer.repository.ts';
import { actorOf } from '../actor.ts';
import type { HandlersOf } from '../handlers.ts';

export const customerHandlers: HandlersOf<'customer'> = {
  'customer.listPage': async ({ session }, query) => {
    const { rows, total } = await listCustomers(session.db, query);
    return { rows: rows.map(masked), total };
  },
  'customer.get': async ({ session }, { id }) => masked(await requireCustomer(session.db, id)),
  'customer.listTypes': ({ session }) => listCustomerTypes(session.db),
  'customer.create': (context, fields) =>
    context.edit(
      { label: 'customer:undo.create', params: { code: fields.code } },
      ['customer'],
      async (trx) => {
        await refuseTakenCode(trx, fields.code, null);
        return { id: await insertCustomer(trx, fields, new Date().toISOString()) };
      },
    ),
  'customer.update': async (context, { id, patch }) => {
    const { code } = await requireCustomer(context.session.db, id);
    await context.edit(
      { label: 'customer:undo.update', params: { code: patch.code ?? code } },
      ['customer', 'voc'],
      async (trx) => {
        if (patch.code !== undefined) await refuseTakenCode(trx, patch.code, id);
        await updateCustomer(trx, id, definedOnly(patch));
      },
    );
  },
  'customer.remove': (context, { ids }) =>
    context.edit(
      { label: 'customer:undo.remove', params: { count: ids.length } },
      ['customer', 'voc'],
      async (trx) => {
        if ((await deleteCustomers(trx, ids)) === 0) throw new AppError('customer.unknown');
      },
    ),
  'customer.linkVoc': (context, { customerId, vocIds }) =>
    context.edit(
      {
        label: customerId === null ? 'customer:undo.unlink' : 'customer:undo.link',
        params: { count: vocIds.length },
      },
      ['customer', 'voc'],
      async (trx) => {
        if (customerId !== null) await requireCustomer(trx, customerId);
        const now = new Date().toISOString();
        const linked = await linkVocToCustomer(trx, customerId, vocIds, now);
        if (linked === 0) throw new AppError('voc.unknown');
      },
    ),
  'customer.listContacts': async ({ session }, { customerId, ...page }) => {
    const { rows, total } = await listContacts(session.db, customerId, page);
    const names = [(await findCustomer(session.db, customerId))?.name ?? ''];
    return {
      rows: rows.map((row) => ({ ...row, note: maskPersonalData(row.note, names) })),
      total,
    };
  },
  'customer.checkContact': ({ session }, planned) => warningsOf(session.db, planned),
  'customer.addContact': async (context, { overrideReason, ...contact }) => {
    const { code } = await requireCustomer(context.session.db, contact.customerId);
    return context.edit(
      { label: 'customer:undo.addContact', params: { code } },
      ['customer'],
      async (trx) => {
        const warnings = await warningsOf(trx, contact);
        if (warnings.length > 0 && overrideReason === '') {
          throw new AppError('customer.contactWarned', {}, 'overrideReason');
        }
        const reason = warnings.length > 0 ? overrideReason : '';
        const actor = actorOf(context);
        return { id: await insertContact(trx, { ...contact, actor, overrideReason: reason }) };
      },
    );
  },
  'customer.removeContact': (context, { id }) =>
    context.edit(
      { label: 'customer:undo.removeContact', params: {} },
      ['customer'],
      async (trx) => {
        if ((await deleteContact(trx, id)) === 0) throw new AppError('customer.contactUnknown');
      },
    ),
  'customer.getPolicy': ({ session }) => findContactPolicy(session.db),
  'customer.setPolicy': (context, { policy }) =>
    context.edit({ label: 'customer:undo.setPolicy', params: {} }, ['setting'], (trx) =>
      storeContactPolicy(trx, policy),
    ),
};

/** Lists never show whom a customer file is about; opening it needs a purpose. */
function masked(customer: CustomerRow): CustomerRow {
  return {
    ...customer,
    name: maskPersonalData(customer.name, [customer.name]),
    phone: maskPersonalData(customer.phone),
    email: maskPersonalData(customer.email),
    note: maskPersonalData(customer.note, [customer.name]),
  };
}

async function warningsOf(db: WorkspaceDb, planned: ParsedInputOf<'customer.checkContact'>) {
  const { preference } = await requireCustomer(db, planned.customerId);
  return contactWarnings({
    preference,
    channel: planned.channel,
    on: planned.at.slice(0, 10),
    answersVoc: planned.vocId !== null,
    approaches: await listApproaches(db, planned.customerId),
    policy: await findContactPolicy(db),
  });
}

async function requireCustomer(db: WorkspaceDb, id: number): Promise<CustomerRow> {
  const customer = await findCustomer(db, id);
  if (customer === null) throw new AppError('customer.unknown');
  return customer;
}

async function refuseTakenCode(db: WorkspaceDb, code: string, own: number | null): Promise<void> {
  const taken = await findCustomerIdByCode(db, code);
  if (taken !== null && taken !== own) throw new AppError('customer.codeTaken', { code }, 'code');
}

function definedOnly(patch: Partial<CustomerFields>): Partial<CustomerFields> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
