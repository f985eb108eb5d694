import { AppError } from '../../core/contract/app-error.ts';
import type { Area } from '../../core/contract/method.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { findRequirementName } from '../../db/repositories/requirement.repository.ts';

/** A requirement's evidence shows at the VOC, its name and counts in the houses and at the CSFs. */
export const requirementAreas: readonly Area[] = ['requirement', 'voc', 'house', 'csf'];

export async function nameOf(db: WorkspaceDb, id: number): Promise<string> {
  const name = await findRequirementName(db, id);
  if (name === null) throw new AppError('requirement.unknown');
  return name;
}
