import path from 'node:path';
import type { Transaction } from 'kysely';
import { AppError } from '../../core/contract/app-error.ts';
import type { Area } from '../../core/contract/method.ts';
import type { UndoState, UndoStepInfo } from '../../core/contract/workspace.contract.ts';
import type { RawDatabase, WorkspaceDb } from '../../db/connection.ts';
import { schemaVersionOf } from '../../db/migrate.ts';
import { clearOldLogs } from '../../db/old-logs.ts';
import { removeImages } from '../../db/row-images.ts';
import type { WorkspaceSchema } from '../../db/schema.ts';
import { type Direction, UndoLog } from '../../db/undo-log.ts';
import type { OpenWorkspace } from '../../db/workspace-file.ts';
import type { WrittenRows } from '../../db/written-rows.ts';
import type { HeavyAnswer, HeavyKind, HeavyOutcomes, HeavyWorkOf } from './heavy/heavy-task.ts';
import { runHeavy, type Watch } from './heavy/run-heavy.ts';
import { newImageFile } from './imports/staging-files.ts';
import { VocIndex } from './voc-index/voc-index.ts';
import { WriterGate } from './writer-gate.ts';

export type WorkspaceTransaction = Transaction<WorkspaceSchema>;

/** One workspace while it is open: where every service reads and writes. */
export class WorkspaceSession {
  /** Which VOC a filter selects: for every service that works on a selection. */
  readonly vocIndex: VocIndex;
  readonly #workspace: OpenWorkspace;
  readonly #temporaryFolder: string;
  readonly #undo: UndoLog;
  readonly #gate = new WriterGate();
  readonly #closing = new Set<() => Promise<unknown>>();
  #closed = false;
  #damaged = false;

  constructor(workspace: OpenWorkspace, temporaryFolder: string) {
    this.#workspace = workspace;
    this.#temporaryFolder = temporaryFolder;
    clearLogs(workspace);
    this.#undo = new UndoLog(workspace.raw);
    this.vocIndex = new VocIndex(workspace.file, workspace.raw);
    this.whenClosing(() => this.vocIndex.stop());
  }

  get file(): string {
    return this.#workspace.file;
  }

  /** False for a big file that was only looked at when it was opened. */
  get foundWhole(): boolean {
    return this.#workspace.foundWhole;
  }

  /** Damage came to light: nothing is written any more. */
  get damaged(): boolean {
    return this.#damaged;
  }

  foundDamaged(): void {
    this.#damaged = true;
  }

  get schemaVersion(): number {
    return schemaVersionOf(this.#workspace.raw);
  }

  /** For reads. Writing outside `edit` would escape undo. */
  get db(): WorkspaceDb {
    return this.#workspace.db;
  }

  /** For what only SQLite can do (search, bulk load, backup). */
  get raw(): RawDatabase {
    return this.#workspace.raw;
  }

  /**
   * Runs `work` as one transaction and one undoable step. Waits while an import holds the writer;
   * reads go on meanwhile.
   */
  async edit<T>(step: UndoStepInfo, work: (trx: WorkspaceTransaction) => Promise<T>): Promise<T> {
    return this.#writing(async () => {
      try {
        const value = await this.db.transaction().execute(async (trx) => {
          this.#undo.beginStep(step);
          const done = await work(trx);
          this.#undo.endStep();
          return done;
        });
        this.#undo.stepCommitted();
        return value;
      } catch (error) {
        this.#undo.abandonStep();
        throw error;
      }
    });
  }

  /**
   * An edit of rows by the hundred thousand, made by a worker: one transaction and one undoable step
   * too. `prepare` runs when nobody else writes any more, `describe` names the step by what was done.
   */
  async heavyEdit<K extends HeavyKind>(
    watch: Watch,
    prepare: () => Promise<HeavyWorkOf<K>>,
    describe: (outcome: HeavyOutcomes[K]) => UndoStepInfo,
  ): Promise<HeavyOutcomes[K]> {
    return this.#writing(async () => {
      const { images, outcome } = await this.#runHeavy(await prepare(), watch);
      // What found everything as it wanted it is no step, and what could be redone stays.
      if (images.tables.length > 0) this.#undo.addHeavy(describe(outcome), { images });
      else removeImages(images.file);
      return outcome;
    });
  }

  /**
   * Lends the right to write to another connection (an import's worker). Afterwards the rows it wrote,
   * parents before children, are one step that can be undone.
   */
  async lendWriter<T>(
    work: () => Promise<{ value: T; step: UndoStepInfo; written: WrittenRows[] }>,
  ): Promise<T> {
    return this.#writing(async () => {
      const { value, step, written } = await work();
      this.#undo.addHeavy(step, { written });
      return value;
    });
  }

  /**
   * A write that is nobody's step; answers how many rows it changed. Undo stays as it was. What could be
   * redone is forgotten: it would bring back rows under numbers that this write may have taken.
   */
  async writeBesideSteps(work: () => number | Promise<number>): Promise<number> {
    return this.#writing(async () => {
      const changed = await work();
      if (changed > 0) this.#undo.forgetRedo();
      return changed;
    });
  }

  /** For what must not see half an edit or half an import: a copy, a check. */
  async whileNobodyWrites<T>(work: () => Promise<T> | T): Promise<T> {
    return this.#whenFree(async () => work());
  }

  /** For what cannot be taken back, through another connection; nothing before it can be then either. */
  async changeForGood<T>(work: () => Promise<T>): Promise<T> {
    return this.#writing(async () => {
      const value = await work();
      this.#undo.clear();
      return value;
    });
  }

  undoState(): UndoState {
    return this.#undo.state();
  }

  /** `watch` hears of a step that a worker has to take back, and may stop it; the step stays then. */
  async undo(watch: Watch): Promise<UndoStepInfo | null> {
    return this.#replay('undo', watch);
  }

  async redo(watch: Watch): Promise<UndoStepInfo | null> {
    return this.#replay('redo', watch);
  }

  /**
   * For what reads the file beside the session (threads): it is ended before the file is closed. Call
   * the answer when it has ended by itself.
   */
  whenClosing(end: () => Promise<unknown>): () => void {
    this.#closing.add(end);
    return () => this.#closing.delete(end);
  }

  /** Lets a running edit finish, then closes the file. */
  async close(): Promise<void> {
    await this.#gate.run(async () => {
      this.#closed = true;
      await Promise.all([...this.#closing].map((end) => end()));
      // The images of rows that it keeps in files are of no more use.
      this.#undo.clear();
      await this.#workspace.close();
    });
  }

  #replay(direction: Direction, watch: Watch): Promise<UndoStepInfo | null> {
    return this.#writing(async () => {
      const heavy = this.#undo.heavyTop(direction);
      if (heavy === null) return this.#undo[direction]();
      const work = { kind: 'moveBack', rows: heavy.rows } as const;
      const { images } = await this.#runHeavy<'moveBack'>(work, watch);
      this.#undo.moved(heavy, images);
      return heavy.info;
    });
  }

  async #runHeavy<K extends HeavyKind>(
    work: HeavyWorkOf<K>,
    watch: Watch,
  ): Promise<HeavyAnswer<K>> {
    const newFile = () => newImageFile(this.#temporaryFolder);
    const answer = await runHeavy(this.file, work, newFile, watch);
    this.vocIndex.followOther(answer.change);
    return answer;
  }

  /** What a damaged file takes in may be lost, or damage more of it. */
  #writing<T>(work: () => Promise<T>): Promise<T> {
    return this.#whenFree(async () => {
      if (this.#damaged) throw damageOf(this.file);
      return work();
    });
  }

  /** One writer at a time, in order of arrival; none after the file was closed. */
  #whenFree<T>(work: () => Promise<T>): Promise<T> {
    return this.#gate.run(async () => {
      if (this.#closed) throw new AppError('workspace.noneOpen');
      try {
        return await work();
      } finally {
        // Before anybody is answered: what reads after an edit must see it.
        this.vocIndex.follow();
      }
    });
  }
}

/** No reason to refuse a file: a full disk, or a damage that the check beside the work will tell of. */
function clearLogs({ raw }: OpenWorkspace): void {
  try {
    clearOldLogs(raw);
  } catch (error) {
    console.error('the logs could not be cleared:', error);
  }
}

export function damageOf(file: string): AppError {
  return new AppError('workspace.foundDamaged', { fileName: path.basename(file) });
}

/** Everything an undo may have changed. */
export const editableAreas: readonly Area[] = [
  'workspace',
  'voc',
  'setting',
  'customer',
  'requirement',
  'house',
  'workshop',
  'csf',
  'action',
  'survey',
  'csi',
];
