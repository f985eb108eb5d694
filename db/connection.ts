import Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { initialsOf } from '../core/domain/voc/voc-initials.ts';
import { gramsOf } from '../core/domain/voc/voc-search.ts';
import { matchesSearch } from '../core/domain/voc/voc-search-match.ts';
import { parseSearch } from '../core/domain/voc/voc-search-query.ts';
import { loadingNative } from './native-load.ts';
import type { WorkspaceSchema } from './schema.ts';

export type RawDatabase = Database.Database;
export type WorkspaceDb = Kysely<WorkspaceSchema>;

/** 'CSMW' read as a big-endian number: marks a SQLite file as a workspace of ours. */
export const applicationId = 0x43534d57;

/** What SQLite keeps beside a file while it is open, and leaves there when its process is killed. */
export const sidecarEndings = ['-wal', '-shm', '-journal'] as const;

/**
 * Opens a SQLite file with the settings every connection of ours needs. WAL lets readers read while
 * an import is being promoted; NORMAL is safe with WAL against a killed process.
 */
export function openRaw(
  file: string,
  options: { create?: boolean; readonly?: boolean } = {},
): RawDatabase {
  const raw = loadingNative(
    () =>
      new Database(file, {
        fileMustExist: options.create !== true,
        readonly: options.readonly === true,
      }),
  );
  raw.pragma('busy_timeout = 5000');
  raw.pragma('foreign_keys = ON');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('cache_size = -65536');
  registerFunctions(raw);
  return raw;
}

/** Turns on WAL. Apart from opening, because a file that is not ours must not be changed by a look. */
export function enableWriteAheadLog(raw: RawDatabase): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = NORMAL');
}

function registerFunctions(raw: RawDatabase): void {
  registerTextFunctions(raw);
  raw.function('csm_matches', { deterministic: true }, textMatcher());
}

/** What the search indexes are filled by; `onText` hears of every call and may throw to stop it. */
export function registerTextFunctions(
  raw: RawDatabase,
  onText: () => void = () => undefined,
): void {
  for (const [name, termsOf] of [
    ['csm_grams', gramsOf],
    ['csm_initials', initialsOf],
  ] as const) {
    raw.function(name, { deterministic: true }, (text: unknown) => {
      onText();
      return typeof text === 'string' ? termsOf(text) : '';
    });
  }
}

/** Whether a search, as typed, finds a text. A search that asks for nothing finds everything. */
function textMatcher(): (query: unknown, text: unknown) => number {
  // A statement asks the same of row after row.
  let lastQuery: unknown = null;
  let lastSearch: ReturnType<typeof parseSearch> = null;
  return (query, text) => {
    if (query !== lastQuery) {
      lastQuery = query;
      lastSearch = parseSearch(String(query));
    }
    return lastSearch === null || matchesSearch(lastSearch, String(text)) ? 1 : 0;
  };
}
