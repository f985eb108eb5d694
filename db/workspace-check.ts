import { existsSync, realpathSync, rmSync } from 'node:fs';
import { AppError } from '../core/contract/app-error.ts';
import type { WorkspaceCheck } from '../core/contract/workspace.contract.ts';
import { applicationId, openRaw, type RawDatabase, sidecarEndings } from './connection.ts';
import { applicationIdOf, currentSchemaVersion, schemaVersionOf } from './migrate.ts';
import { isSearchIndexInStep } from './search-index.ts';
import { WorkspaceLock } from './workspace-lock.ts';

/** What a person counts in a workspace, by the table that holds it. */
const countedTables = {
  voc: 'voc',
  requirements: 'requirement',
  evidence: 'requirement_voc',
  houses: 'house',
  hows: 'how',
  csfs: 'csf',
  actions: 'action',
  waves: 'wave',
  items: 'survey_item',
  respondents: 'respondent',
  answers: 'answer',
  indexes: 'csi_index',
  branches: 'branch',
  imports: 'import_batch',
} as const;

/** Reads every page and every key: slow on a big file, and complete. */
export function checkDatabase(raw: RawDatabase): WorkspaceCheck {
  const integrity = String(raw.pragma('integrity_check(20)', { simple: true }));
  const foreignKeys = (raw.pragma('foreign_key_check') as unknown[]).length;
  const schemaVersion = schemaVersionOf(raw);
  const ours = applicationIdOf(raw) === applicationId && schemaVersion <= currentSchemaVersion;
  const searchIndex = searchIndexOf(raw, integrity === 'ok' && schemaVersion);
  return {
    ok: ours && integrity === 'ok' && foreignKeys === 0 && searchIndex !== 'outOfStep',
    integrity,
    foreignKeys,
    searchIndex,
    schemaVersion,
    counts: countsOf(raw),
  };
}

/** Of a damaged file, and of one that is yet to be migrated, the index says nothing. */
function searchIndexOf(raw: RawDatabase, version: number | false): WorkspaceCheck['searchIndex'] {
  if (version !== currentSchemaVersion) return 'unknown';
  return isSearchIndexInStep(raw) ? 'inStep' : 'outOfStep';
}

/** The same for a file on disk, without changing it; it may be open elsewhere. */
export function checkDatabaseFile(file: string): WorkspaceCheck {
  const lock = lockIfFree(file);
  const sidecars = sidecarEndings.map((ending) => `${file}${ending}`);
  const foundBeside = sidecars.filter((sidecar) => existsSync(sidecar));
  try {
    return checkReadOnly(file);
  } finally {
    // A reader of a WAL file makes its log and may not take it away. Nobody else has it: we may.
    if (lock !== null && foundBeside.length === 0) {
      for (const sidecar of sidecars) rmSync(sidecar, { force: true });
    }
    lock?.release();
  }
}

function checkReadOnly(file: string): WorkspaceCheck {
  const raw = openRaw(file, { readonly: true });
  try {
    return checkDatabase(raw);
  } finally {
    raw.close();
  }
}

/** null when it is open elsewhere, or when its folder cannot be written to. */
function lockIfFree(file: string): WorkspaceLock | null {
  try {
    return WorkspaceLock.acquire(realpathSync.native(file));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function countsOf(raw: RawDatabase): Record<string, number> {
  const known = new Set(
    raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[],
  );
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(countedTables)) {
    // A file of an older version may lack a table that came later.
    if (known.has(table)) {
      counts[name] = Number(raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
    }
  }
  return counts;
}
