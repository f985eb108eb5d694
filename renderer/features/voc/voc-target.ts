import type { InputOf } from '../../../core/contract/contract.ts';
import { host } from '../../shared/host/host-client.ts';
import type { VocPatch } from './grid/cell-edit.ts';
import type { VocTarget } from './voc-selection.ts';

/** Up to so many are done at once; more become a job with progress that can be cancelled. */
const mostAtOnce = 2000;

/** What is done to all VOC of a target. */
export type BulkOperation = InputOf<'bulk.start'>['operation'];

/** Whether it is done when this answers, or goes on as a job. */
export type BulkOutcome = { done: number } | { started: number };

export async function changeTarget(target: VocTarget, patch: VocPatch): Promise<BulkOutcome> {
  const { externalId: _one, ...shared } = patch;
  if (target.count > mostAtOnce) return startJob(target, { kind: 'update', patch: shared });
  const ids = await idsOfTarget(target);
  if (ids.length > 0) await host.call('voc.update', { ids, patch });
  return { done: ids.length };
}

export async function removeTarget(target: VocTarget): Promise<BulkOutcome> {
  if (target.count > mostAtOnce) return startJob(target, { kind: 'remove' });
  const ids = await idsOfTarget(target);
  if (ids.length > 0) await host.call('voc.remove', { ids });
  return { done: ids.length };
}

/** Answers how many were not evidence before; a job does not know yet. */
export async function linkTarget(target: VocTarget, requirementId: number): Promise<BulkOutcome> {
  if (target.count > mostAtOnce) return startJob(target, { kind: 'addEvidence', requirementId });
  const vocIds = await idsOfTarget(target);
  const { added } = await host.call('requirement.addEvidence', { requirementId, vocIds });
  return { done: added };
}

/** A new requirement with these VOC as its evidence. */
export async function deriveFromTarget(target: VocTarget, name: string): Promise<BulkOutcome> {
  if (target.count > mostAtOnce) {
    const { id } = await host.call('requirement.create', { name, vocIds: [] });
    return startJob(target, { kind: 'addEvidence', requirementId: id });
  }
  const vocIds = await idsOfTarget(target);
  await host.call('requirement.create', { name, vocIds });
  return { done: vocIds.length };
}

async function startJob(target: VocTarget, operation: BulkOperation): Promise<BulkOutcome> {
  await host.call('bulk.start', { operation, selection: target.selection });
  return { started: target.count };
}

/** The ids of what is ticked, of few enough to be named one by one. */
async function idsOfTarget({ selection }: VocTarget): Promise<number[]> {
  if ('ids' in selection) return selection.ids;
  const except = new Set(selection.except);
  const { ids } = await host.call('voc.listIds', { filter: selection.filter });
  return ids.filter((id) => !except.has(id));
}
