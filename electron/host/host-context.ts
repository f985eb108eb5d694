import { AppError } from '../../core/contract/app-error.ts';
import type { EventMap, EventName } from '../../core/contract/contract.ts';
import type { Area } from '../../core/contract/method.ts';
import type { UndoStepInfo } from '../../core/contract/workspace.contract.ts';
import { withEvidenceHistory } from '../../db/evidence-history.ts';
import { editStamp } from './edit-stamp.ts';
import type { FileVault } from './file-vault.ts';
import type { JobRegistry } from './jobs/job-registry.ts';
import type { PreferenceFile } from './preference-file.ts';
import { vocWordsOf } from './voc-words/voc-words.ts';
import type { WorkspaceSession, WorkspaceTransaction } from './workspace-session.ts';
import { WriterGate } from './writer-gate.ts';

/** Where a host keeps things on this computer. */
export interface HostFolders {
  /** Preferences and the list of recent workspaces. */
  config: string;
  /** Where a workspace goes when no place was picked. */
  workspaces: string;
  /** Private and temporary: uploads, reports, rejected rows. */
  temporary: string;
}

export type EmitEvent = <E extends EventName>(name: E, payload: EventMap[E]) => void;

/** What every service is handed: the open workspace and the host's few shared things. */
export class HostContext {
  readonly folders: HostFolders;
  readonly files: FileVault;
  readonly jobs: JobRegistry;
  readonly preferences: PreferenceFile;
  readonly emit: EmitEvent;
  readonly #switching = new WriterGate();
  readonly #watchers = new Set<(areas: readonly Area[]) => void>();
  #session: WorkspaceSession | null = null;

  constructor(parts: {
    folders: HostFolders;
    files: FileVault;
    jobs: JobRegistry;
    preferences: PreferenceFile;
    emit: EmitEvent;
  }) {
    this.folders = parts.folders;
    this.files = parts.files;
    this.jobs = parts.jobs;
    this.preferences = parts.preferences;
    this.emit = parts.emit;
  }

  get session(): WorkspaceSession {
    if (this.#session === null) throw new AppError('workspace.noneOpen');
    return this.#session;
  }

  get hasSession(): boolean {
    return this.#session !== null;
  }

  /**
   * Takes over the session that `open` gives, one switch at a time, and closes what was open. When
   * `open` throws, or gives the current session again, everything stays as it was.
   */
  async switchSession(
    open: (current: WorkspaceSession | null) => Promise<WorkspaceSession | null>,
  ): Promise<void> {
    return this.#switching.run(async () => {
      const previous = this.#session;
      const next = await open(previous);
      if (next === previous) return;
      // Jobs write through the session they started with: they end before it closes.
      if (previous !== null) await this.jobs.cancelAll();
      this.#session = next;
      next?.vocIndex.findKeywordsWith((keyword) =>
        vocWordsOf(next).ask(this, 'idsWith', { keyword }),
      );
      await previous?.close();
    });
  }

  /** One transaction, one undoable step, one event. */
  async edit<T>(
    step: UndoStepInfo,
    touched: readonly Area[],
    work: (trx: WorkspaceTransaction) => Promise<T>,
  ): Promise<T> {
    const { session } = this;
    const stamp = editStamp(this);
    const value = await session.edit(step, (trx) =>
      withEvidenceHistory(session.raw, stamp, () => work(trx)),
    );
    this.changed(touched);
    return value;
  }

  changed(touched: readonly Area[]): void {
    this.emit('areas.changed', { areas: [...touched] });
    for (const watcher of this.#watchers) watcher(touched);
  }

  /** For what serves others beside the screen. Call the answer to hear no more. */
  whenChanged(watcher: (areas: readonly Area[]) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
