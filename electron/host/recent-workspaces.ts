import { existsSync } from 'node:fs';
import type { RecentWorkspace } from '../../core/contract/workspace.contract.ts';
import type { FileVault } from './file-vault.ts';
import type { PreferenceFile } from './preference-file.ts';

interface RecentEntry {
  file: string;
  name: string;
  openedAt: string;
}

const preferenceKey = 'workspace.recent';
const maxEntries = 12;

/** A preference that only the host reads and writes. */
export function isHostPreference(key: string): boolean {
  return key === preferenceKey;
}

/** The workspaces opened last on this computer, newest first, kept with the preferences. */
export function listRecentWorkspaces(
  preferences: PreferenceFile,
  files: FileVault,
): RecentWorkspace[] {
  return entriesOf(preferences).map((entry) => ({
    token: files.admit(entry.file),
    name: entry.name,
    displayPath: entry.file,
    openedAt: entry.openedAt,
    available: existsSync(entry.file),
  }));
}

export function rememberWorkspace(preferences: PreferenceFile, entry: RecentEntry): void {
  const others = entriesOf(preferences).filter((known) => known.file !== entry.file);
  preferences.set(preferenceKey, [entry, ...others].slice(0, maxEntries));
}

export function forgetWorkspace(preferences: PreferenceFile, file: string): void {
  preferences.set(
    preferenceKey,
    entriesOf(preferences).filter((known) => known.file !== file),
  );
}

/** What a person or another version may have written there is not trusted to have our shape. */
function entriesOf(preferences: PreferenceFile): RecentEntry[] {
  const value = preferences.get(preferenceKey);
  return Array.isArray(value) ? value.filter(isEntry).slice(0, maxEntries) : [];
}

function isEntry(value: unknown): value is RecentEntry {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'file' in value &&
    typeof value.file === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'openedAt' in value &&
    typeof value.openedAt === 'string'
  );
}
