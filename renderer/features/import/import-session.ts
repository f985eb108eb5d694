import { useSyncExternalStore } from 'react';
import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type { InputOf } from '../../../core/contract/contract.ts';
import type {
  DuplicateChoice,
  ImportCheck,
  ImportInspection,
  ImportSummary,
  SurveyCheck,
  VocMapping,
} from '../../../core/contract/import.contract.ts';
import type { PickedFile } from '../../../core/contract/shell.contract.ts';
import type { SurveyColumn } from './survey-columns.ts';

export type ImportPurpose = 'voc' | 'survey';
export type ImportStep = 'file' | 'preview' | 'mapping' | 'check' | 'run';
export type ReadChoices = NonNullable<InputOf<'import.inspect'>['options']>;

export type FileState = 'waiting' | 'checking' | 'checked' | 'importing' | 'done' | 'failed';

/** One of the files on their way in, and how far it is. */
export interface QueuedFile {
  file: PickedFile;
  state: FileState;
  jobId: string | null;
  check: ImportCheck | null;
  summary: ImportSummary | null;
  problem: ErrorPayload | null;
}

/** One walk through the wizard. It lives beside the screen, so that one may leave and come back. */
export interface ImportSession {
  step: ImportStep;
  /** The file that is looked into; the first of `queue`. */
  file: PickedFile | null;
  queue: QueuedFile[];
  options: ReadChoices;
  inspection: ImportInspection | null;
  /** A file is being looked into. */
  busy: boolean;
  problem: ErrorPayload | null;
  vocMapping: VocMapping;
  duplicates: DuplicateChoice;
  surveyColumns: SurveyColumn[];
  waveName: string;
  surveyedOn: string;
  /** Of a survey: what the check found, while it runs, and why it failed. */
  surveyCheck: SurveyCheck | null;
  checkJobId: string | null;
  checkProblem: ErrorPayload | null;
  jobId: string | null;
}

const freshSession: ImportSession = {
  step: 'file',
  file: null,
  queue: [],
  options: {},
  inspection: null,
  busy: false,
  problem: null,
  vocMapping: { columns: {}, defaults: {} },
  duplicates: 'keep',
  surveyColumns: [],
  waveName: '',
  surveyedOn: '',
  surveyCheck: null,
  checkJobId: null,
  checkProblem: null,
  jobId: null,
};

let workspace: string | null = null;
let sessions: Record<ImportPurpose, ImportSession> = { voc: freshSession, survey: freshSession };
const listeners = new Set<() => void>();

function become(next: Record<ImportPurpose, ImportSession>): void {
  sessions = next;
  for (const listener of listeners) listener();
}

export function changeImport(purpose: ImportPurpose, change: Partial<ImportSession>): void {
  become({ ...sessions, [purpose]: { ...sessions[purpose], ...change } });
}

/** Changes one file of the queue; false when that queue is no longer the one on screen. */
export function changeQueued(file: PickedFile, change: Partial<QueuedFile>): boolean {
  const { queue } = sessions.voc;
  if (!queue.some((queued) => queued.file === file)) return false;
  changeImport('voc', {
    queue: queue.map((queued) => (queued.file === file ? { ...queued, ...change } : queued)),
  });
  return true;
}

export function queuedFile(file: PickedFile): QueuedFile {
  return { file, state: 'waiting', jobId: null, check: null, summary: null, problem: null };
}

export function restartImport(purpose: ImportPurpose): void {
  become({ ...sessions, [purpose]: freshSession });
}

export function importSession(purpose: ImportPurpose): ImportSession {
  return sessions[purpose];
}

/** What was begun for one workspace must not go on in another. */
export function enterWorkspace(displayPath: string): void {
  if (workspace !== null && workspace !== displayPath) {
    become({ voc: freshSession, survey: freshSession });
  }
  workspace = displayPath;
}

export function useImportSession(purpose: ImportPurpose): ImportSession {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sessions[purpose],
  );
}
