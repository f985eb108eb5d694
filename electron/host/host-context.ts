import { AppError } from '../../core/contract/app-error.ts';
import type { EventMap, EventName } from '../../core/contract/contract.ts';
import type { Area } from '../../core/contract/method.ts';
import type { UndoStepInfo } from '../../core/contract/workspace.contract.ts';
import type { FileVault } from './file-vault.ts';
import type { JobRegistry } from './jobs/job-registry.ts';
import type { PreferenceFile } from './preference-file.ts';
import type { WorkspaceSession, WorkspaceTransaction } from './workspace-session.ts';

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

  /** Closes what was open and takes over `next`. */
  async replaceSession(next: WorkspaceSession | null): Promise<void> {
    const previous = this.#session;
    this.#session = null;
    if (previous !== null) {
      await this.jobs.cancelAll();
      await previous.close();
    }
    this.#session = next;
  }

  /** One transaction, one undoable step, one event. */
  async edit<T>(
    step: UndoStepInfo,
    touched: readonly Area[],
    work: (trx: WorkspaceTransaction) => Promise<T>,
  ): Promise<T> {
    const value = await this.session.edit(step, work);
    this.changed(touched);
    return value;
  }

  changed(touched: readonly Area[]): void {
    this.emit('areas.changed', { areas: [...touched] });
  }
}
