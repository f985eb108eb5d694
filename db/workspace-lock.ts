import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { AppError } from '../core/contract/app-error.ts';

/**
 * Says "this workspace is open" to other processes, by holding SQLite's own write lock on a small
 * file beside it. The operating system drops the lock when the process ends in whatever way, so a
 * crash leaves no stale lock and no process id has to be guessed at.
 */
export class WorkspaceLock {
  readonly #raw: Database.Database;
  readonly #file: string;

  private constructor(raw: Database.Database, file: string) {
    this.#raw = raw;
    this.#file = file;
  }

  static acquire(workspaceFile: string): WorkspaceLock {
    const file = `${workspaceFile}-lock`;
    const raw = openLockFile(file);
    try {
      raw.exec('CREATE TABLE IF NOT EXISTS holder (host TEXT, pid INTEGER, since TEXT)');
      raw.exec('BEGIN IMMEDIATE');
      raw.exec('DELETE FROM holder');
      raw
        .prepare('INSERT INTO holder VALUES (?, ?, ?)')
        .run(hostname(), process.pid, new Date().toISOString());
      raw.exec('COMMIT');
      raw.exec('BEGIN IMMEDIATE');
    } catch (error) {
      const holder = holderOf(raw);
      raw.close();
      if (isBusy(error)) throw new AppError('workspace.openElsewhere', holder);
      throw error;
    }
    return new WorkspaceLock(raw, file);
  }

  release(): void {
    this.#raw.exec('ROLLBACK');
    this.#raw.close();
    // Between close and removal another process may have taken the lock: then the file stays.
    rmSync(this.#file, { force: true });
  }
}

function openLockFile(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch {
    throw new AppError('workspace.readOnly');
  }
}

function holderOf(raw: Database.Database): { host: string; pid: number } {
  try {
    const row = raw.prepare('SELECT host, pid FROM holder').get() as
      | { host: string; pid: number }
      | undefined;
    return row ?? { host: '', pid: 0 };
  } catch {
    return { host: '', pid: 0 };
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
