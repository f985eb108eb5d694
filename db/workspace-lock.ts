import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../core/contract/app-error.ts';

/**
 * Says "this workspace is open" to other processes, by holding SQLite's own write lock on a small
 * file beside it. The operating system drops the lock when the process ends in whatever way, so a
 * crash leaves no stale lock and no process id has to be guessed at.
 *
 * Only the holder removes the file, and only while it holds the lock. Somebody who had opened the
 * file just before may then lock what has no name any more; therefore whoever gets the lock looks
 * whether the name still leads to the file it locked, and tries again when it does not.
 *
 * Whoever acquires a lock keeps the object: a forgotten one is released by the garbage collector.
 */
export class WorkspaceLock {
  readonly #raw: Database.Database;
  readonly #file: string;

  private constructor(raw: Database.Database, file: string) {
    this.#raw = raw;
    this.#file = file;
  }

  /** Throws `workspace.openElsewhere` when another process, or this one, has it. */
  static acquire(workspaceFile: string): WorkspaceLock {
    const file = `${workspaceFile}-lock`;
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const raw = lockedOrNull(file, path.basename(workspaceFile));
      if (raw !== null) return new WorkspaceLock(raw, file);
    }
    throw new AppError('workspace.openElsewhere', {
      fileName: path.basename(workspaceFile),
      host: '',
      pid: 0,
    });
  }

  release(): void {
    // Where an open file cannot be removed (Windows), one that another has opened cannot either.
    removeIfPossible(this.#file);
    this.#raw.close();
    if (process.platform === 'win32') removeIfPossible(this.#file);
  }
}

/** Each attempt is lost only to a release or a repair at that very moment. */
const maxAttempts = 20;

/** Two that start together wait for each other's few writes instead of both giving up. */
const patienceMs = 300;

/** The lock; null when the file was taken away meanwhile and it is worth another try. */
function lockedOrNull(file: string, fileName: string): Database.Database | null {
  const raw = openLockFile(file, fileName);
  const nonce = randomUUID();
  try {
    // A journal goes by the file's name, and a removed file's journal would be taken for the next one's.
    raw.pragma('journal_mode = MEMORY');
    raw.exec(
      'CREATE TABLE IF NOT EXISTS holder (host TEXT, pid INTEGER, since TEXT, nonce TEXT) STRICT',
    );
    raw.exec('BEGIN IMMEDIATE');
    raw.exec('DELETE FROM holder');
    raw
      .prepare('INSERT INTO holder VALUES (?, ?, ?, ?)')
      .run(hostname(), process.pid, new Date().toISOString(), nonce);
    // The commit makes the holder readable; the lock kept from then on is the one that counts.
    raw.exec('COMMIT');
    raw.exec('BEGIN IMMEDIATE');
    if (nonceAt(file) === nonce) return raw;
    raw.close();
    return null;
  } catch (error) {
    return givenUp(raw, file, fileName, error);
  }
}

function givenUp(raw: Database.Database, file: string, fileName: string, error: unknown): null {
  const holder = holderOf(raw);
  raw.close();
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY')) {
    throw new AppError('workspace.openElsewhere', { fileName, ...holder });
  }
  // SQLite itself notices a removed file at the first write.
  if (code === 'SQLITE_READONLY_DBMOVED') return null;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR') {
    // Not a lock file of ours, or a broken one: nobody can be holding it.
    removeIfPossible(file);
    return null;
  }
  throw new AppError('workspace.readOnly', { fileName });
}

function openLockFile(file: string, fileName: string): Database.Database {
  try {
    return new Database(file, { timeout: patienceMs });
  } catch {
    throw new AppError('workspace.readOnly', { fileName });
  }
}

function nonceAt(file: string): unknown {
  try {
    const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: patienceMs });
    try {
      return raw.prepare('SELECT nonce FROM holder').pluck().get();
    } finally {
      raw.close();
    }
  } catch {
    return null;
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

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Held open by another on Windows: that one removes it when it is done.
  }
}
