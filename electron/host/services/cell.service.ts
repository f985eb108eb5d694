import { AppError } from '../../../core/contract/app-error.ts';
import { addMissingBranches } from '../../../db/repositories/branch.repository.ts';
import { applyPatch, vocOf } from '../../../db/repositories/voc-edit.repository.ts';
import { editStamp } from '../edit-stamp.ts';
import type { HandlersOf } from '../handlers.ts';

export const cellHandlers: HandlersOf<'cell'> = {
  'cell.change': (context, { cause, changes }) => {
    const count = new Set(changes.flatMap(({ ids }) => ids)).size;
    return context.edit(
      { label: `cell:undo.${cause}`, params: { count } },
      ['voc'],
      async (trx) => {
        const stamp = editStamp(context);
        let changed = 0;
        for (const { ids, patch } of changes) {
          await addMissingBranches(trx, [patch.branch]);
          changed += applyPatch(context.session.raw, vocOf(ids), patch, stamp).found;
        }
        if (changed === 0) throw new AppError('voc.unknown');
        return { changed };
      },
    );
  },
};
