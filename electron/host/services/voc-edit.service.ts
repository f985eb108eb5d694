import { AppError } from '../../../core/contract/app-error.ts';
import type { VocFields } from '../../../core/contract/voc.contract.ts';
import { dueOnByRules } from '../../../core/domain/voc/due-rules.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import { excerptOf } from '../../../core/domain/voc/voc-excerpt.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { addMissingBranches } from '../../../db/repositories/branch.repository.ts';
import { listDueRules } from '../../../db/repositories/handling.repository.ts';
import { deleteVoc, findVocByExternalId } from '../../../db/repositories/voc.repository.ts';
import { applyPatch, insertVoc, vocOf } from '../../../db/repositories/voc-edit.repository.ts';
import { editStamp } from '../edit-stamp.ts';
import { escalateOverdue } from '../escalation.ts';
import type { HandlersOf } from '../handlers.ts';
import { editVoc, mostWrittenHere } from '../heavy/edit-many.ts';

/** What an undo label shows of a VOC: enough to know it by. */
const longestInLabel = 20;

export const vocEditHandlers: Pick<
  HandlersOf<'voc'>,
  'voc.create' | 'voc.update' | 'voc.remove'
> = {
  'voc.create': async (context, input) => {
    const fields = cleanedVoc(input);
    const text = excerptOf(maskPersonalData(fields.text), longestInLabel);
    const step = { label: 'voc:undo.create', params: { text } };
    const id = await context.edit(step, ['voc'], async (trx) => {
      await refuseTakenExternalId(trx, fields.externalId, null);
      await addMissingBranches(trx, [fields.branch]);
      const dueOn =
        fields.dueOn === undefined ? dueOnByRules(fields, await listDueRules(trx)) : fields.dueOn;
      return insertVoc(trx, { ...fields, dueOn }, editStamp(context));
    });
    return { id };
  },
  'voc.update': async (context, { ids, patch }) => {
    const fields = cleanedVoc(patch);
    const step = { label: 'voc:undo.update', params: { count: ids.length } };
    if (ids.length > mostWrittenHere) {
      await refuseSharedExternalId(context.session.db, ids, fields.externalId);
      const many = { step, touched: ['voc'], phase: 'changing' } as const;
      await editVoc(context, many, { kind: 'update', change: fields }, ids);
    } else {
      await context.edit(step, ['voc'], async (trx) => {
        await refuseSharedExternalId(trx, ids, fields.externalId);
        await addMissingBranches(trx, [fields.branch]);
        const { raw } = context.session;
        refuseUnknown(applyPatch(raw, vocOf(ids), fields, editStamp(context)).found);
      });
    }
    if (fields.dueOn !== undefined) void escalateOverdue(context, ids);
  },
  'voc.remove': async (context, { ids }) => {
    const step = { label: 'voc:undo.remove', params: { count: ids.length } };
    const touched = ['voc', 'requirement', 'customer'] as const;
    if (ids.length > mostWrittenHere) {
      await editVoc(context, { step, touched, phase: 'removing' }, { kind: 'remove' }, ids);
    } else {
      await context.edit(step, touched, async (trx) => {
        refuseUnknown(await deleteVoc(trx, ids));
      });
    }
  },
};

/** Empty choices become null, and what no database text can hold is dropped. */
export function cleanedVoc<Fields extends Partial<VocFields>>(fields: Fields): Fields {
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
  db: WorkspaceDb,
  ids: readonly number[],
  externalId: string | null | undefined,
): Promise<void> {
  if (externalId === null || externalId === undefined) return;
  const [only, ...others] = ids;
  if (others.length > 0) throw new AppError('voc.externalIdForOne', {}, 'externalId');
  await refuseTakenExternalId(db, externalId, only ?? null);
}

async function refuseTakenExternalId(
  db: WorkspaceDb,
  externalId: string | null,
  owner: number | null,
): Promise<void> {
  if (externalId === null) return;
  const taken = await findVocByExternalId(db, externalId);
  if (taken !== null && taken !== owner) {
    throw new AppError('voc.externalIdTaken', { externalId }, 'externalId');
  }
}
