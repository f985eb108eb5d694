import { AppError } from '../../../core/contract/app-error.ts';
import { addMissingBranches } from '../../../db/repositories/branch.repository.ts';
import { applyPatch, vocOf } from '../../../db/repositories/voc-edit.repository.ts';
import { editStamp } from '../edit-stamp.ts';
import { escalateOverdue } from '../escalation.ts';
import type { HandlersOf } from '../handlers.ts';
import { cleanedVoc } from './voc-edit.service.ts';

export const cellHandlers: HandlersOf<'cell'> = {
  'cell.change': async (context, { cause, changes }) => {
    const count = new Set(changes.flatMap(({ ids }) => ids)).size;
    const step = { label: `cell:undo.${cause}`, params: { count } };
    const changed = await context.edit(step, ['voc'], async (trx) => {
      const stamp = editStamp(context);
      let found = 0;
      for (const { ids, patch } of changes) {
        const fields = cleanedVoc(patch);
        await addMissingBranches(trx, [fields.branch]);
        found += applyPatch(context.session.raw, vocOf(ids), fields, stamp).found;
      }
      if (found === 0) throw new AppError('voc.unknown');
      return found;
    });
    if (changes.some(({ patch }) => patch.dueOn !== undefined)) void escalateOverdue(context);
    return { changed };
  },
};
