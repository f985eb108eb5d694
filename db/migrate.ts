import { AppError } from '../core/contract/app-error.ts';
import { applicationId, type RawDatabase, registerTextFunctions } from './connection.ts';
import { firstWorkspace } from './migrations/0001-first-workspace.ts';
import { listeningAtScale } from './migrations/0002-listening-at-scale.ts';
import { initialsIndex } from './migrations/0003-initials.ts';
import { houseStudio } from './migrations/0004-house-studio.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** In order; a migration that has been released is never edited. */
export const migrations: readonly Migration[] = [
  firstWorkspace,
  listeningAtScale,
  initialsIndex,
  houseStudio,
];

export const currentSchemaVersion = latestVersionOf(migrations);

export function latestVersionOf(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}

export function schemaVersionOf(raw: RawDatabase): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

export function applicationIdOf(raw: RawDatabase): number {
  return Number(raw.pragma('application_id', { simple: true }));
}

/** Told how many texts are done, where a migration goes through all of them; throws to give it up. */
export type OnMigrated = (done: number, total: number) => void;

/**
 * Brings the file to the version of the last of `steps`, all in one transaction: where one fails, or it
 * is given up, the file is as it was. Foreign keys are off meanwhile (a table may be rebuilt) and are
 * checked before the commit.
 */
export function migrate(
  raw: RawDatabase,
  steps: readonly Migration[] = migrations,
  onMigrated?: OnMigrated,
): void {
  const due = steps.filter(({ version }) => version > schemaVersionOf(raw));
  if (due.length === 0) return;
  if (onMigrated !== undefined) hearOfTexts(raw, onMigrated);
  raw.pragma('foreign_keys = OFF');
  try {
    raw.transaction(() => {
      for (const step of due) apply(raw, step);
    })();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

function apply(raw: RawDatabase, step: Migration): void {
  try {
    raw.exec(step.sql);
    refuseOrphans(raw);
    raw.pragma(`user_version = ${step.version}`);
    raw.pragma(`application_id = ${applicationId}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    console.error(`migration ${step.version} (${step.name}) failed:`, error);
    throw new AppError('workspace.migrationFailed', { version: step.version });
  }
}

function refuseOrphans(raw: RawDatabase): void {
  const violations = raw.pragma('foreign_key_check') as unknown[];
  if (violations.length > 0) throw new Error(`${violations.length} keys lead nowhere`);
}

const textsPerBeat = 2_000;

/** The functions over texts are called for each: so it is known how far a long statement is. */
function hearOfTexts(raw: RawDatabase, onMigrated: OnMigrated): void {
  const total = Number(raw.prepare('SELECT coalesce(max(id), 0) FROM voc').pluck().get());
  let done = 0;
  registerTextFunctions(raw, () => {
    done++;
    if (done % textsPerBeat === 0) onMigrated(Math.min(done, total), total);
  });
}
