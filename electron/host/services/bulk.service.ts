import { AppError } from '../../../core/contract/app-error.ts';
import type { BulkOperationInput } from '../../../core/contract/bulk.contract.ts';
import type { Area } from '../../../core/contract/method.ts';
import type { VocSelection } from '../../../core/contract/voc.contract.ts';
import type { UndoStepInfo } from '../../../core/contract/workspace.contract.ts';
import type { BulkOperation, BulkOutcome } from '../../../db/bulk-edit.ts';
import { findRequirementName } from '../../../db/repositories/requirement.repository.ts';
import { editStamp } from '../edit-stamp.ts';
import { escalateOverdue } from '../escalation.ts';
import type { HandlersOf } from '../handlers.ts';
import { localeWords } from '../locale-words.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { cleanedVoc } from './voc-edit.service.ts';

export const bulkHandlers: HandlersOf<'bulk'> = {
  'bulk.start': async (context, { operation: asked, selection }) => {
    const { session } = context;
    const operation = checkedOperation(asked);
    const name = await requirementNameOf(session, operation);
    const describe = ({ found }: BulkOutcome): UndoStepInfo => ({
      label: labels[asked.kind],
      params: { count: found, ...(name !== null && { name }) },
    });
    const words = localeWords(context.preferences.get('locale') === 'en' ? 'en' : 'ko');
    const subject = words(`bulk:subjects.${asked.kind}`, { name: name ?? '' });
    const jobId = context.jobs.start(
      { kind: 'voc.bulk', subject, phase: phases[asked.kind] },
      async (control) => {
        const prepare = async () => {
          const ids = await selectedIds(session, selection);
          const stamp = editStamp(context);
          return { kind: 'bulkEdit', edit: { operation, ids, stamp, gone: 'leaveOut' } } as const;
        };
        await session.heavyEdit<'bulkEdit'>(control, prepare, describe);
        context.changed(touchedAreas[asked.kind]);
        if (changesDueDates(operation)) void escalateOverdue(context);
        return {};
      },
    );
    return { jobId };
  },
};

type Kind = BulkOperationInput['kind'];

/** The labels of the same edits of few VOC. */
const labels = {
  update: 'voc:undo.update',
  remove: 'voc:undo.remove',
  addEvidence: 'requirement:undo.addEvidence',
  removeEvidence: 'requirement:undo.removeEvidence',
} as const satisfies Record<Kind, string>;

const phases = {
  update: 'changing',
  remove: 'removing',
  addEvidence: 'linking',
  removeEvidence: 'linking',
} as const satisfies Record<Kind, string>;

const evidenceAreas = ['voc', 'requirement', 'house', 'csf'] as const;
const touchedAreas: Record<Kind, readonly Area[]> = {
  update: ['voc'],
  remove: [...evidenceAreas, 'customer'],
  addEvidence: evidenceAreas,
  removeEvidence: evidenceAreas,
};

function checkedOperation(asked: BulkOperationInput): BulkOperation {
  return asked.kind === 'update' ? { kind: 'update', change: cleanedVoc(asked.patch) } : asked;
}

function changesDueDates(operation: BulkOperation): boolean {
  return operation.kind === 'update' && operation.change.dueOn !== undefined;
}

async function requirementNameOf(
  { db }: WorkspaceSession,
  operation: BulkOperation,
): Promise<string | null> {
  if (!('requirementId' in operation)) return null;
  const name = await findRequirementName(db, operation.requirementId);
  if (name === null) throw new AppError('requirement.unknown');
  return name;
}

/** Asked when nobody else writes any more: what the filter selects then is what is changed. */
async function selectedIds(
  { vocIndex }: WorkspaceSession,
  selection: VocSelection,
): Promise<Uint32Array> {
  if ('ids' in selection) return Uint32Array.from(selection.ids);
  const ids = await vocIndex.matchingIds(selection.filter);
  if (selection.except.length === 0) return ids;
  const except = new Set(selection.except);
  return ids.filter((id) => !except.has(id));
}
