import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type {
  DuplicateChoice,
  ImportInspection,
  ReadOptions,
  SurveyMapping,
  VocMapping,
} from '../../../core/contract/import.contract.ts';
import type { ImportBatch } from '../../../db/bulk-load.ts';
import type { StagedCheck } from '../../../db/import-check.ts';
import type { StagedRejection } from '../../../db/import-staging.ts';
import type { StagedSurveyCheck } from '../../../db/survey-check.ts';
import type { WrittenRows } from '../../../db/written-rows.ts';

/** What the worker is started with. */
export type ImportTask = InspectTask | StageTask;

export interface InspectTask {
  kind: 'inspect';
  file: string;
  options: ReadOptions;
}

export interface StageTask {
  kind: 'import';
  file: string;
  fileName: string;
  options: ReadOptions;
  target: VocTarget | SurveyTarget;
  /** Written by the worker, removed by the host. */
  stagingFile: string;
  rejectedFile: string;
  /** Sentences for the reasons, by key, and the head of their column. */
  rejectionWords: RejectionWords;
  /** Extra field that says which open question a VOC answers. */
  questionField: string;
  /** One Int32: not 0 once the import is to be given up. Seen also while the worker is in SQLite. */
  cancelFlag: SharedArrayBuffer;
  /** For the comparison with what is there; read only. */
  workspaceFile: string;
  /** The staged rows are to be compared with each other and with the workspace. */
  isCheck: boolean;
  duplicates: DuplicateChoice;
  /** Staged by an earlier check: nothing is read again. */
  prepared: PreparedImport | null;
}

/** What an import needs to know of a file that is staged. */
export interface PreparedImport {
  counts: StagedCounts;
  batch: Omit<ImportBatch, 'importedAt' | 'choice'>;
}

export interface VocTarget {
  purpose: 'voc';
  mapping: VocMapping;
  /** Local date for rows without one. */
  today: string;
}

export interface SurveyTarget {
  purpose: 'survey';
  mapping: SurveyMapping;
  wave: { name: string; surveyedOn: string };
}

export interface RejectionWords {
  column: string;
  reasons: Record<string, string>;
}

/** Sent to a worker that has staged its rows, when the workspace may be written. */
export interface PromoteRequest {
  kind: 'promote';
  workspaceFile: string;
  importedAt: string;
}

/** What inspecting a file tells; the host adds what the workspace remembers. */
export type FileInspection = Omit<ImportInspection, 'fileName' | 'remembered' | 'knownImports'> & {
  /** null: too large to be hashed for a first look. */
  sha256: string | null;
};

export interface StagedCounts {
  headers: string[];
  read: number;
  rejected: number;
  rejectedSample: StagedRejection[];
  undecodableCharacters: number;
  undecodableRows: number[];
  formulaErrors: number;
}

export interface PromotedCounts {
  importId: number;
  imported: number;
  duplicates: number;
  leftOut: number;
  merged: number;
  vocFromOpenAnswers: number;
  waveId: number | null;
  written: WrittenRows[];
}

export type WorkerMessage =
  | {
      kind: 'progress';
      phase: 'reading' | 'comparing' | 'saving';
      done: number;
      total: number | null;
    }
  | { kind: 'inspected'; inspection: FileInspection }
  | {
      kind: 'staged';
      prepared: PreparedImport;
      /** What a check was asked for: of VOC, or of a survey. */
      check: StagedCheck | null;
      surveyCheck: StagedSurveyCheck | null;
    }
  | { kind: 'promoted'; counts: PromotedCounts }
  | { kind: 'failed'; error: ErrorPayload };
