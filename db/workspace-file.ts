import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '../core/contract/app-error.ts';
import {
  applicationId,
  enableWriteAheadLog,
  kyselyOver,
  openRaw,
  type RawDatabase,
  type WorkspaceDb,
} from './connection.ts';
import { applicationIdOf, currentSchemaVersion, migrate, schemaVersionOf } from './migrate.ts';
import { WorkspaceLock } from './workspace-lock.ts';

/** A workspace held open: its lock, its one writer connection and the typed view of it. */
export interface OpenWorkspace {
  readonly file: string;
  readonly raw: RawDatabase;
  readonly db: WorkspaceDb;
  /** Where the copy taken before a migration lies, when one was needed. */
  readonly backupFile: string | null;
  close(): Promise<void>;
}

export function createWorkspaceFile(
  file: string,
  workspace: { name: string; sample: boolean; createdAt: string },
): void {
  if (existsSync(file))
    throw new AppError('workspace.alreadyExists', { fileName: path.basename(file) });
  let raw: RawDatabase;
  try {
    raw = openRaw(file, { create: true });
  } catch {
    throw new AppError('workspace.cannotCreate', { fileName: path.basename(file) });
  }
  try {
    enableWriteAheadLog(raw);
    migrate(raw);
    raw
      .prepare('INSERT INTO workspace (id, name, sample, created_at) VALUES (1, ?, ?, ?)')
      .run(workspace.name, workspace.sample ? 1 : 0, workspace.createdAt);
  } finally {
    raw.close();
  }
}

/**
 * Opens a workspace or says why not. Order matters: nothing is written before the file is known to
 * be ours, whole, writable and free.
 */
export async function openWorkspaceFile(file: string): Promise<OpenWorkspace> {
  refuseWhatIsNotSqlite(file);
  refuseReadOnly(file);
  const lock = WorkspaceLock.acquire(file);
  let raw: RawDatabase | undefined;
  try {
    raw = openRaw(file);
    refuseForeign(raw);
    refuseDamaged(raw);
    const version = schemaVersionOf(raw);
    const backupFile = version < currentSchemaVersion ? await backUp(raw, file, version) : null;
    enableWriteAheadLog(raw);
    migrate(raw);
    return held(file, raw, lock, backupFile);
  } catch (error) {
    raw?.close();
    lock.release();
    throw asRefusal(error);
  }
}

function held(
  file: string,
  raw: RawDatabase,
  lock: WorkspaceLock,
  backupFile: string | null,
): OpenWorkspace {
  const db = kyselyOver(raw);
  return {
    file,
    raw,
    db,
    backupFile,
    async close() {
      // Kysely closes the connection; the last close folds the log back into the one file.
      raw.pragma('optimize');
      raw.pragma('wal_checkpoint(TRUNCATE)');
      await db.destroy();
      if (raw.open) raw.close();
      lock.release();
    },
  };
}

function refuseWhatIsNotSqlite(file: string): void {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new AppError('workspace.notFound', { fileName: path.basename(file) });
  }
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  const bytes = readSync(handle, head, 0, 16, 0);
  closeSync(handle);
  if (bytes < 16 || head.toString('latin1') !== 'SQLite format 3\0') {
    throw new AppError('workspace.notOurs', { fileName: path.basename(file) });
  }
}

function refuseReadOnly(file: string): void {
  try {
    accessSync(file, constants.W_OK);
    accessSync(path.dirname(file), constants.W_OK);
  } catch {
    throw new AppError('workspace.readOnly', { fileName: path.basename(file) });
  }
  // Root may write anywhere, so the mode is looked at too: a file marked read-only is meant to be.
  if ((statSync(file).mode & 0o222) === 0) {
    throw new AppError('workspace.readOnly', { fileName: path.basename(file) });
  }
}

function refuseForeign(raw: RawDatabase): void {
  if (applicationIdOf(raw) !== applicationId) throw new AppError('workspace.notOurs', {});
  const version = schemaVersionOf(raw);
  if (version > currentSchemaVersion) {
    throw new AppError('workspace.newer', { version, supported: currentSchemaVersion });
  }
}

function refuseDamaged(raw: RawDatabase): void {
  const verdict = raw.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new AppError('workspace.damaged', {});
}

/** Copies the file as it stands and proves the copy readable before anything is changed. */
async function backUp(raw: RawDatabase, file: string, version: number): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const backupFile = `${file.replace(/\.csm$/, '')}.v${version}.${stamp}.backup.csm`;
  await copyVerified(raw, backupFile);
  return backupFile;
}

/** Writes a whole, consistent copy through SQLite and checks it; a bad copy is removed. */
export async function copyVerified(raw: RawDatabase, target: string): Promise<void> {
  await raw.backup(target);
  const copy = openRaw(target);
  let verdict: unknown;
  try {
    // The copy of a WAL file must stand alone: it is mailed and put on memory sticks.
    copy.pragma('journal_mode = DELETE');
    verdict = copy.pragma('integrity_check(1)', { simple: true });
  } finally {
    copy.close();
  }
  if (verdict !== 'ok') {
    rmSync(target, { force: true });
    throw new AppError('workspace.copyFailed', {});
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('workspace.damaged', {});
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError('workspace.readOnly', {});
  }
  return error;
}
