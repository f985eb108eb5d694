import { AppError } from '../../../core/contract/app-error.ts';
import type { VocDetail, VocFields, VocFilter } from '../../../core/contract/voc.contract.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import { excerptOf } from '../../../core/domain/voc/voc-excerpt.ts';
import { addMissingBranches } from '../../../db/repositories/branch.repository.ts';
import { listRequirementHeads } from '../../../db/repositories/requirement.repository.ts';
import {
  countVoc,
  deleteVoc,
  findVoc,
  findVocByExternalId,
  insertVoc,
  listRequirementIdsOf,
  listVoc,
  listVocChoices,
  listVocIds,
  updateVoc,
} from '../../../db/repositories/voc.repository.ts';
import { listCustomerCodes, listExtraValues } from '../../../db/voc-extra-values.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { maskingOf } from '../voc-masking.ts';
import type { WorkspaceTransaction } from '../workspace-session.ts';

const mostIds = 100_000;
/** What an undo label shows of a VOC: enough to know it by. */
const longestInLabel = 20;

export const vocHandlers: HandlersOf<'voc'> = {
  'voc.listPage': async ({ session: { db } }, { filter, sort, offset, limit, extraFieldIds }) => {
    const startedMs = performance.now();
    const total = await countVoc(db, filter);
    const ids = await listVocIds(db, { filter, sort, offset, limit, total });
    const rows = await listVoc(db, ids);
    const masking = await maskingOf(db, ids);
    const extraValues = await listExtraValues(db, ids, extraFieldIds ?? []);
    const customerCode = await listCustomerCodes(db, ids);
    return {
      rows: rows.map((row) => ({
        ...row,
        text: masking.text(row.id, row.text),
        customerCode: customerCode(row.id),
        extraValues: extraValues(row.id).map(masking.extra),
      })),
      elapsedMs: performance.now() - startedMs,
    };
  },
  'voc.count': async ({ session: { db } }, { filter }) => {
    const startedMs = performance.now();
    const total = await countVoc(db, filter);
    return { total, elapsedMs: performance.now() - startedMs };
  },
  'voc.facets': () => notCounted(),
  'voc.crossCounts': () => notCounted(),
  'voc.countByPeriod': () => notCounted(),
  'voc.listExtraFields': ({ session: { db } }) =>
    db.selectFrom('extra_field').select(['id', 'name']).orderBy('id').execute(),
  'voc.listIds': (context, { filter }) => selectedIds(context, filter),
  'voc.get': (context, { id, unmasked }) => describeVoc(context, id, unmasked),
  'voc.listChoices': ({ session }) => listVocChoices(session.db),
  'voc.create': async (context, input) => {
    const fields = cleaned(input);
    const text = excerptOf(maskPersonalData(fields.text), longestInLabel);
    return context.edit({ label: 'voc:undo.create', params: { text } }, ['voc'], async (trx) => {
      await refuseTakenExternalId(trx, fields.externalId, null);
      await addMissingBranches(trx, [fields.branch]);
      return { id: await insertVoc(trx, fields, new Date().toISOString()) };
    });
  },
  'voc.update': async (context, { ids, patch }) => {
    const fields = cleaned(patch);
    const step = { label: 'voc:undo.update', params: { count: ids.length } };
    await context.edit(step, ['voc'], async (trx) => {
      await refuseSharedExternalId(trx, ids, fields.externalId);
      await addMissingBranches(trx, [fields.branch]);
      refuseUnknown(await updateVoc(trx, ids, fields, new Date().toISOString()));
    });
  },
  'voc.remove': async (context, { ids }) => {
    const step = { label: 'voc:undo.remove', params: { count: ids.length } };
    await context.edit(step, ['voc', 'requirement'], async (trx) => {
      refuseUnknown(await deleteVoc(trx, ids));
    });
  },
};

function notCounted(): never {
  throw new AppError('voc.notCounted');
}

async function selectedIds(
  { session: { db } }: HostContext,
  filter: VocFilter,
): Promise<{ ids: number[]; total: number }> {
  const total = await countVoc(db, filter);
  const sort = { field: 'receivedAt', direction: 'desc' } as const;
  return { ids: await listVocIds(db, { filter, sort, offset: 0, limit: mostIds, total }), total };
}

async function describeVoc(
  { session: { db } }: HostContext,
  id: number,
  unmasked: boolean,
): Promise<VocDetail> {
  const voc = await findVoc(db, id);
  if (voc === null) throw new AppError('voc.unknown');
  const requirementIds = new Set(await listRequirementIdsOf(db, id));
  const requirements = (await listRequirementHeads(db)).filter((head) =>
    requirementIds.has(head.id),
  );
  const masking = await maskingOf(db, [id]);
  const text = unmasked ? voc.text : masking.text(id, voc.text);
  return {
    ...voc,
    text,
    masked: text !== voc.text,
    replyNote: unmasked ? voc.replyNote : masking.text(id, voc.replyNote),
    customer: voc.customer && {
      ...voc.customer,
      name: maskPersonalData(voc.customer.name, [voc.customer.name]),
    },
    extras: unmasked ? voc.extras : voc.extras.map(masking.extra),
    requirements,
  };
}

/** Empty choices become null, and what no database text can hold is dropped. */
function cleaned<Fields extends Partial<VocFields>>(fields: Fields): Fields {
  const clean = { ...fields };
  for (const key of ['branch', 'customerType', 'product', 'owner', 'externalId'] as const) {
    const value = clean[key];
    if (typeof value === 'string') clean[key] = withoutNul(value) || null;
  }
  if (clean.text !== undefined) {
    clean.text = withoutNul(clean.text).replaceAll('\r\n', '\n');
    if (clean.text === '') throw new AppError('voc.textRequired', {}, 'text');
  }
  return clean;
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '').trim();
}

function refuseUnknown(found: number): void {
  if (found === 0) throw new AppError('voc.unknown');
}

async function refuseSharedExternalId(
  trx: WorkspaceTransaction,
  ids: readonly number[],
  externalId: string | null | undefined,
): Promise<void> {
  if (externalId === null || externalId === undefined) return;
  const [only, ...others] = ids;
  if (others.length > 0) throw new AppError('voc.externalIdForOne', {}, 'externalId');
  await refuseTakenExternalId(trx, externalId, only ?? null);
}

async function refuseTakenExternalId(
  trx: WorkspaceTransaction,
  externalId: string | null,
  owner: number | null,
): Promise<void> {
  if (externalId === null) return;
  const taken = await findVocByExternalId(trx, externalId);
  if (taken !== null && taken !== owner) {
    throw new AppError('voc.externalIdTaken', { externalId }, 'externalId');
  }
}
