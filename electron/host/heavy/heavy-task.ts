import type { BulkEdit } from '../../../db/bulk-edit.ts';
import type { EditStamp } from '../../../db/repositories/voc-edit.repository.ts';
import type { RowImages } from '../../../db/row-images.ts';
import type { HeavyRows } from '../../../db/undo-log.ts';
import type { VocChange } from '../../../db/voc-change-log.ts';
import type { WorkerTask } from '../work-in-worker.ts';

/** What a worker writes into the workspace, by the hundred thousand rows, as one undoable step. */
export type HeavyWork =
  | { kind: 'bulkEdit'; edit: BulkEdit }
  | { kind: 'removeWave'; waveId: number }
  | { kind: 'applyDueRules'; receivedFrom: string | undefined; stamp: EditStamp }
  /** Undo or redo of a step of this kind. */
  | { kind: 'moveBack'; rows: HeavyRows };

export interface HeavyTask extends WorkerTask {
  workspaceFile: string;
  work: HeavyWork;
  /** New files for the images of rows; of those not answered, the host removes what is left. */
  imageFile: string;
  spareFile: string;
}

export interface HeavyAnswer {
  /** What takes it back. */
  images: RowImages;
  change: VocChange;
  /** How many VOC (or respondents) it was about. */
  count: number;
}
