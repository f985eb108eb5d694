import type { ParsedInputOf } from '../../core/contract/contract.ts';
import type { MergedRequirements } from '../../core/contract/requirement.contract.ts';
import { withDescendants } from '../../core/domain/requirement/requirement-family.ts';
import { listRequirementPlaces } from '../../db/repositories/requirement.repository.ts';
import { countEvidence } from '../../db/repositories/requirement-evidence.repository.ts';
import * as shape from '../../db/requirement-shape.ts';
import { editStamp } from './edit-stamp.ts';
import { editMany, type ManyEdit, mostWrittenHere } from './heavy/edit-many.ts';
import type { HostContext } from './host-context.ts';
import { nameOf, requirementAreas } from './requirement-edits.ts';

/** Requirements with their evidence: few links are written here, many by a worker. */

export async function createRequirement(
  context: HostContext,
  { name, description, parentId, position, vocIds }: ParsedInputOf<'requirement.create'>,
): Promise<{ id: number }> {
  const step = { label: 'requirement:undo.create', params: { name } };
  const stamp = editStamp(context);
  const requirement = { name, description, parentId, position, vocIds, at: stamp.at };
  if (vocIds.length <= mostWrittenHere) {
    return context.edit(step, requirementAreas, (trx) => shape.createRequirement(trx, requirement));
  }
  const work = { kind: 'createRequirement', requirement, stamp } as const;
  return editMany<'createRequirement'>(context, linking(step), work);
}

/** A new sibling right below the original takes some of its VOC; see `requirement.split`. */
export async function splitRequirement(
  context: HostContext,
  { id, vocIds, name }: ParsedInputOf<'requirement.split'>,
): Promise<{ id: number; moved: number }> {
  const original = await nameOf(context.session.db, id);
  const params = { name: original, part: name, count: vocIds.length };
  const step = { label: 'requirement:undo.split', params };
  const stamp = editStamp(context);
  const split = { id, name, vocIds, at: stamp.at };
  if (vocIds.length <= mostWrittenHere) {
    return context.edit(step, requirementAreas, (trx) => shape.splitRequirement(trx, split));
  }
  const work = { kind: 'splitRequirement', split, stamp } as const;
  return editMany<'splitRequirement'>(context, linking(step), work);
}

/** One requirement of several; see `requirement.merge`. */
export async function mergeRequirements(
  context: HostContext,
  ids: readonly number[],
  intoId: number,
): Promise<MergedRequirements> {
  const { db } = context.session;
  const name = await nameOf(db, intoId);
  const others = new Set(ids.filter((id) => id !== intoId));
  const step = { label: 'requirement:undo.merge', params: { name, count: others.size } };
  const touched = [...requirementAreas, 'survey', 'csi'] as const;
  if ((await countEvidence(db, [...others], mostWrittenHere)) <= mostWrittenHere) {
    return context.edit(step, touched, (trx) => shape.mergeRequirements(trx, { ids, intoId }));
  }
  const work = { kind: 'mergeRequirements', ids, intoId, stamp: editStamp(context) } as const;
  return editMany<'mergeRequirements'>(context, { ...linking(step), touched }, work);
}

export async function removeRequirement(context: HostContext, id: number): Promise<void> {
  const { db } = context.session;
  const name = await nameOf(db, id);
  const step = { label: 'requirement:undo.remove', params: { name } };
  const family = withDescendants(await listRequirementPlaces(db), [id]);
  if ((await countEvidence(db, [...family], mostWrittenHere)) <= mostWrittenHere) {
    await context.edit(step, requirementAreas, (trx) => shape.removeRequirement(trx, id));
    return;
  }
  const work = { kind: 'removeRequirement', id, stamp: editStamp(context) } as const;
  await editMany<'removeRequirement'>(context, linking(step), work);
}

function linking(step: ManyEdit['step']): ManyEdit {
  return { step, touched: requirementAreas, phase: 'linking' };
}
