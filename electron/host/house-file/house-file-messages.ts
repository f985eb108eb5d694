import type { Locale } from '../../../core/contract/common.schema.ts';
import type {
  HouseDrawing,
  HouseFileFormat,
  HousePaper,
} from '../../../core/contract/house-file.contract.ts';
import type { RoundModel } from '../../../core/contract/round.contract.ts';
import type { MessageTree } from '../../../core/i18n/translate.ts';
import type { WorkerTask } from '../work-in-worker.ts';

interface HouseOnPaper {
  readonly record: RoundModel;
  readonly drawing: HouseDrawing;
  /** As it shall be read. */
  readonly date: string;
  readonly locale: Locale;
  readonly words: Record<string, MessageTree>;
}

/** One piece of work of the worker; each has an answer of its own. */
export type HouseFileTask = WorkerTask &
  (
    | ({
        readonly kind: 'write';
        readonly format: HouseFileFormat;
        readonly paper: HousePaper;
        /** Names the house across workspaces. */
        readonly houseKey: string;
        readonly target: string;
      } & HouseOnPaper)
    | ({ readonly kind: 'draw'; readonly theme: 'light' | 'dark' } & HouseOnPaper)
    | {
        readonly kind: 'open';
        readonly file: string;
        /** As a person named it: where it lies it may have another name. */
        readonly fileName: string;
        readonly workspaceKey: string;
      }
  );
