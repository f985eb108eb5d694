import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '../core/contract/app-error.ts';
import {
  applicationId,
  enableWriteAheadLog,
  openRaw,
  type RawDatabase,
  sidecarEndings,
  type WorkspaceDb,
} from './connection.ts';
import { kyselyOver } from './kysely-over.ts';
import {
  latestVersionOf,
  type Migration,
  migrate,
  migrations,
  schemaVersionOf,
} from './migrate.ts';
import { WorkspaceLock } from './workspace-lock.ts';

/** A workspace held open: its lock, its one writer connection and the typed view of it. */
export interface OpenWorkspace {
  readonly file: string;
  readonly raw: RawDatabase;
  readonly db: WorkspaceDb;
  /** False for a big file that was only looked at: a check of all of it is due beside the work. */
  readonly foundWhole: boolean;
  /** Where the copy taken before a migration lies, when one was needed. */
  readonly backupFile: string | null;
  close(): Promise<void>;
}

/**
 * Makes a workspace at `file`, filled by `fill` when given. It is built beside its place and moved
 * there whole, so that no crash leaves half a workspace under the name the person chose.
 */
export function createWorkspaceFile(
  file: string,
  workspace: { name: string; sample: boolean; createdAt: string },
  fill: (raw: RawDatabase) => void = () => undefined,
): void {
  const fileName = path.basename(file);
  if (existsSync(file)) throw new AppError('workspace.alreadyExists', { fileName });
  const draft = `${file}.${randomUUID().slice(0, 8)}.draft`;
  try {
    const raw = openDraft(draft, fileName);
    try {
      // Nobody knows the draft yet; it is flushed as a whole before it gets its name.
      raw.pragma('synchronous = OFF');
      migrate(raw);
      raw
        .prepare('INSERT INTO workspace (id, name, sample, created_at) VALUES (1, ?, ?, ?)')
        .run(workspace.name, workspace.sample ? 1 : 0, workspace.createdAt);
      fill(raw);
    } finally {
      raw.close();
    }
    flushToDisk(draft);
    // The log that a workspace of that name left behind would be played into this one.
    removeSidecars(file);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    removeSidecars(draft);
    if (isDiskRefusal(error)) throw new AppError('workspace.cannotCreate', { fileName });
    throw error;
  }
}

function openDraft(draft: string, fileName: string): RawDatabase {
  try {
    return openRaw(draft, { create: true });
  } catch {
    throw new AppError('workspace.cannotCreate', { fileName });
  }
}

function removeSidecars(file: string): void {
  for (const ending of sidecarEndings) rmSync(`${file}${ending}`, { force: true });
}

function flushToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Opens a workspace or says why not. Order matters: nothing is written into the file before it is
 * known to be ours, whole, writable and free. The lock comes before the first look, because closing
 * a file that this process has open elsewhere would drop that session's own POSIX locks. A file of
 * an older version is handed to `update` while the lock is held, by nobody open.
 */
export async function openWorkspaceFile(
  picked: string,
  steps: readonly Migration[] = migrations,
  update: (file: string) => Promise<string> = (file) => bringUpToDate(file, steps),
): Promise<OpenWorkspace> {
  refuseMissing(picked);
  // One file has one lock, by whichever link or spelling it was reached.
  const file = realpathSync.native(picked);
  const fileName = path.basename(file);
  refuseReadOnly(file, fileName);
  const lock = WorkspaceLock.acquire(file);
  let raw: RawDatabase | undefined;
  try {
    refuseForeign(file, fileName);
    raw = openRaw(file);
    refuseNewer(raw, fileName, latestVersionOf(steps));
    const foundWhole = refuseDamaged(raw, file);
    let backupFile: string | null = null;
    if (schemaVersionOf(raw) < latestVersionOf(steps)) {
      raw.close();
      backupFile = await update(file);
      raw = openRaw(file);
    }
    enableWriteAheadLog(raw);
    return held({ file, raw, lock, backupFile, foundWhole });
  } catch (error) {
    raw?.close();
    lock.release();
    throw asRefusal(error, fileName);
  }
}

function held({
  lock,
  ...workspace
}: Omit<OpenWorkspace, 'db' | 'close'> & { lock: WorkspaceLock }): OpenWorkspace {
  const { raw } = workspace;
  const db = kyselyOver(raw);
  return {
    ...workspace,
    db,
    async close() {
      try {
        // A look at some rows of each index is enough for the planner, and quick at a million.
        raw.pragma('analysis_limit = 400');
        raw.pragma('optimize');
        // The last close folds the log back into the one file, unless a check still reads it: then
        // the next opening finds the log and does that.
        raw.pragma('busy_timeout = 200');
        raw.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        await db.destroy();
        if (raw.open) raw.close();
        lock.release();
      }
    },
  };
}

function refuseMissing(file: string): void {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined || !status.isFile()) {
    throw new AppError('workspace.notFound', { fileName: path.basename(file) });
  }
}

function refuseReadOnly(file: string, fileName: string): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    accessSync(path.dirname(file), constants.W_OK);
  } catch {
    throw new AppError('workspace.readOnly', { fileName });
  }
  // Root may write anywhere, so the mode is looked at too: a file marked read-only is meant to be.
  if ((statSync(file).mode & 0o222) === 0) throw new AppError('workspace.readOnly', { fileName });
}

/** By the bytes of the header (sqlite.org/fileformat2.html), before SQLite itself touches the file. */
function refuseForeign(file: string, fileName: string): void {
  const head = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  const bytes = readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  const isSqlite = bytes === head.length && head.toString('latin1', 0, 16) === sqliteMagic;
  if (!isSqlite || head.readUInt32BE(68) !== applicationId) {
    throw new AppError('workspace.notOurs', { fileName });
  }
}

const sqliteMagic = 'SQLite format 3\0';

function refuseNewer(raw: RawDatabase, fileName: string, supported: number): void {
  const version = schemaVersionOf(raw);
  if (version > supported) {
    throw new AppError('workspace.newer', { fileName, version, supported });
  }
}

/** A bigger file would keep its person waiting for seconds: it is checked while they work. */
const checkedBeforeUse = 64 * 1024 * 1024;

/**
 * Refuses a damaged file. Answers whether all of it was read; of a big one that was closed properly
 * only what tells most: its length, and the first and last row of every table.
 */
function refuseDamaged(raw: RawDatabase, file: string): boolean {
  const { size } = statSync(file);
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  const readsAll = size <= checkedBeforeUse || (log?.size ?? 0) > 0;
  const whole = readsAll ? isWhole(raw) : hasItsLength(raw, size);
  if (!whole) throw new AppError('workspace.damaged', { fileName: path.basename(file) });
  if (!readsAll) touchEveryTable(raw);
  return readsAll;
}

/** Reads every page: 4 s at a million VOC. */
export function isWhole(raw: RawDatabase): boolean {
  try {
    return raw.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    // A page so wrong that SQLite cannot read on.
    if (codeOf(error).startsWith('SQLITE_CORRUPT')) return false;
    throw error;
  }
}

function hasItsLength(raw: RawDatabase, size: number): boolean {
  const pages = Number(raw.pragma('page_count', { simple: true }));
  return pages * Number(raw.pragma('page_size', { simple: true })) <= size;
}

/** SQLite throws at a page that is not what it should be. */
function touchEveryTable(raw: RawDatabase): void {
  const tables = raw
    .prepare(
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')",
    )
    .raw()
    .all() as [name: string, withoutRowid: number][];
  for (const [name, withoutRowid] of tables) {
    raw.prepare(`SELECT * FROM "${name}" LIMIT 1`).get();
    if (withoutRowid === 0) {
      raw.prepare(`SELECT * FROM "${name}" ORDER BY rowid DESC LIMIT 1`).get();
    }
  }
}

/** How far the update of an older file is: pages copied, then texts migrated; throws to give it up. */
export type OnUpdate = (progress: {
  phase: 'copying' | 'checkingCopy' | 'migrating';
  done: number;
  total: number | null;
}) => void;

/**
 * Copies an older file as it stands, proves the copy readable, and only then changes the file, whose
 * lock the caller holds. Answers where the copy is. Given up, it leaves the file as it was and no copy.
 */
export async function bringUpToDate(
  file: string,
  steps: readonly Migration[] = migrations,
  onUpdate: OnUpdate = () => undefined,
): Promise<string> {
  const raw = openRaw(file);
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const name = file.replace(/\.csm$/i, '');
  const backupFile = `${name}.v${schemaVersionOf(raw)}.${stamp}.backup.csm`;
  try {
    await copy(raw, backupFile, {
      onPages: (done, total) => onUpdate({ phase: 'copying', done, total }),
      verify: () => {
        onUpdate({ phase: 'checkingCopy', done: 0, total: null });
        verifyCopy(raw, backupFile, 'quick_check');
      },
    });
    onUpdate({ phase: 'migrating', done: 0, total: null });
    migrate(raw, steps, (done, total) => onUpdate({ phase: 'migrating', done, total }));
    // Left in the log, it would be moved by the host's thread.
    raw.pragma('wal_checkpoint(TRUNCATE)');
    return backupFile;
  } catch (error) {
    if (error instanceof AppError && error.code === 'app.cancelled') removeCopy(backupFile);
    throw error;
  } finally {
    raw.close();
  }
}

/** Writes a whole, consistent, single-file copy through SQLite and checks it; a bad copy is removed. */
export function copyVerified(raw: RawDatabase, target: string): Promise<void> {
  return copy(raw, target, { verify: () => verifyCopy(raw, target, 'integrity_check') });
}

/** The same of a workspace that is known to be damaged: what there is, is all there is. */
export function copyAsItIs(raw: RawDatabase, target: string): Promise<void> {
  return copy(raw, target, { verify: () => undefined });
}

/** Some 40 MB. */
const pagesPerTurn = 10_000;

async function copy(
  raw: RawDatabase,
  target: string,
  { verify, onPages }: { verify: () => void; onPages?: (done: number, total: number) => void },
): Promise<void> {
  try {
    await raw.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        onPages?.(totalPages - remainingPages, totalPages);
        return pagesPerTurn;
      },
    });
    verify();
  } catch (error) {
    removeCopy(target);
    if (error instanceof AppError) throw error;
    console.error('copy failed:', error);
    throw new AppError('workspace.copyFailed', {});
  }
}

function removeCopy(target: string): void {
  rmSync(target, { force: true });
  removeSidecars(target);
}

/** `quick_check` reads every page too, and leaves out whether indexes agree with their tables. */
function verifyCopy(
  raw: RawDatabase,
  target: string,
  check: 'quick_check' | 'integrity_check',
): void {
  const copy = openRaw(target);
  try {
    // The copy of a WAL file must stand alone: it is mailed and put on memory sticks.
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma(`${check}(1)`, { simple: true });
    if (verdict !== 'ok') throw new Error(String(verdict));
    if (schemaVersionOf(copy) !== schemaVersionOf(raw)) throw new Error('another schema version');
  } finally {
    copy.close();
  }
}

function asRefusal(error: unknown, fileName: string): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('workspace.damaged', { fileName });
  }
  if (isDiskRefusal(error)) return new AppError('workspace.readOnly', { fileName });
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError('workspace.openElsewhere', { fileName, host: '', pid: 0 });
  }
  return error;
}

function isDiskRefusal(error: unknown): boolean {
  return /^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|ENOENT|ENOTDIR)/.test(
    codeOf(error),
  );
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
