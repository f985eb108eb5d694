import type { Area } from '../../../core/contract/method.ts';
import type { UndoStepInfo } from '../../../core/contract/workspace.contract.ts';
import type { BulkOperation, BulkOutcome } from '../../../db/bulk-edit.ts';
import { editStamp } from '../edit-stamp.ts';
import type { HostContext } from '../host-context.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { localeWords } from '../locale-words.ts';
import type { HeavyKind, HeavyOutcomes, HeavyWorkOf } from './heavy-task.ts';

/** So many VOC or links are written on the host's own thread: it answers nobody else meanwhile. */
export const mostWrittenHere = 300;

export interface ManyEdit {
  step: UndoStepInfo;
  touched: readonly Area[];
  phase: 'changing' | 'removing' | 'linking' | 'merging' | 'makingHouse';
}

/** What a method does to more: by a worker, with progress and a way to cancel when it takes long. */
export async function editMany<K extends HeavyKind>(
  context: HostContext,
  { step, touched, phase }: ManyEdit,
  work: HeavyWorkOf<K>,
): Promise<HeavyOutcomes[K]> {
  const words = localeWords(context.preferences.get('locale') === 'en' ? 'en' : 'ko');
  const subject = words(step.label, step.params);
  const outcome = await shownWhenLong(context.jobs, { kind: 'voc.bulk', subject, phase }, (watch) =>
    context.session.heavyEdit<K>(
      watch,
      async () => work,
      () => step,
    ),
  );
  context.changed(touched);
  return outcome;
}

/** The same to VOC named one by one. */
export function editVoc(
  context: HostContext,
  many: ManyEdit,
  operation: BulkOperation,
  ids: readonly number[],
  gone: 'leaveOut' | 'refuse' = 'leaveOut',
): Promise<BulkOutcome> {
  const edit = { operation, ids: Uint32Array.from(ids), stamp: editStamp(context), gone };
  return editMany<'bulkEdit'>(context, many, { kind: 'bulkEdit', edit });
}
