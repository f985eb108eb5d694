import type { MergedRequirements } from '../../../core/contract/requirement.contract.ts';
import type { BulkEdit, BulkOutcome } from '../../../db/bulk-edit.ts';
import type { EditStamp } from '../../../db/repositories/voc-edit.repository.ts';
import type { NewRequirement, RequirementSplit } from '../../../db/requirement-shape.ts';
import type { RowImages } from '../../../db/row-images.ts';
import type { HeavyRows } from '../../../db/undo-log.ts';
import type { VocChange } from '../../../db/voc-change-log.ts';
import type { MergedGroup, MergePair } from '../../../db/voc-merging.ts';
import type { RoundToRestore } from '../../../db/write-house.ts';
import type { WorkerTask } from '../work-in-worker.ts';
import type { AcceptOrder } from '../workshop/accept-agreed.ts';

/** What a worker writes into the workspace, by the hundred thousand rows, as one undoable step. */
export interface HeavyOrders {
  bulkEdit: { edit: BulkEdit };
  createRequirement: { requirement: NewRequirement; stamp: EditStamp };
  splitRequirement: { split: RequirementSplit; stamp: EditStamp };
  mergeRequirements: { ids: readonly number[]; intoId: number; stamp: EditStamp };
  removeRequirement: { id: number; stamp: EditStamp };
  mergeDuplicates: { pairs: readonly MergePair[]; stamp: EditStamp };
  unmergeDuplicates: { groups: readonly MergedGroup[]; stamp: EditStamp };
  removeWave: { waveId: number };
  restoreRound: { round: RoundToRestore };
  acceptAgreed: { order: AcceptOrder };
  applyDueRules: { receivedFrom: string | undefined; stamp: EditStamp };
  /** Undo or redo of a step of this kind. */
  moveBack: { rows: HeavyRows };
}

/** What came of it: counts of VOC (of a wave: respondents), and what was made. */
export interface HeavyOutcomes {
  bulkEdit: BulkOutcome;
  createRequirement: { id: number };
  splitRequirement: { id: number; moved: number };
  mergeRequirements: MergedRequirements;
  removeRequirement: Record<string, never>;
  mergeDuplicates: { count: number };
  unmergeDuplicates: { count: number };
  removeWave: { count: number };
  restoreRound: { id: number };
  acceptAgreed: { cells: number };
  applyDueRules: { count: number };
  moveBack: Record<string, never>;
}

export type HeavyKind = keyof HeavyOrders;
export type HeavyWorkOf<K extends HeavyKind> = {
  [Kind in K]: { kind: Kind } & HeavyOrders[Kind];
}[K];
export type HeavyWork = HeavyWorkOf<HeavyKind>;

export interface HeavyTask<K extends HeavyKind = HeavyKind> extends WorkerTask {
  workspaceFile: string;
  work: HeavyWorkOf<K>;
  /** New files for the images of rows; of those not answered, the host removes what is left. */
  imageFile: string;
  spareFile: string;
}

export interface HeavyAnswer<K extends HeavyKind = HeavyKind> {
  /** What takes it back. */
  images: RowImages;
  change: VocChange;
  outcome: HeavyOutcomes[K];
}
