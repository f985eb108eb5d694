import type {
  TableSheet,
  WorkbookDescription,
} from '../../../core/domain/house/workbook/workbook-description.ts';
import type { WorkerTask } from '../work-in-worker.ts';

/** Score sheets that go out, or come back in a file. */
export type ScoreSheetTask = WorkerTask &
  (
    | { kind: 'write'; workbook: WorkbookDescription; target: string }
    | { kind: 'read'; file: string }
  );

export interface ScoreSheetAnswers {
  write: null;
  read: { sheets: readonly TableSheet[] };
}
