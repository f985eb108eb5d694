import { AppError } from '../core/contract/app-error.ts';
import { applicationId, type RawDatabase } from './connection.ts';
import { firstWorkspace } from './migrations/0001-first-workspace.ts';
import { listeningAtScale } from './migrations/0002-listening-at-scale.ts';
import { initialsIndex } from './migrations/0003-initials.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** In order; a migration that has been released is never edited. */
export const migrations: readonly Migration[] = [firstWorkspace, listeningAtScale, initialsIndex];

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

/**
 * Brings the file to the version of the last of `steps`, one transaction per migration: a step that
 * fails leaves the file at the version before it. Foreign keys are off meanwhile (a table may be
 * rebuilt) and are checked before each commit.
 */
export function migrate(raw: RawDatabase, steps: readonly Migration[] = migrations): void {
  raw.pragma('foreign_keys = OFF');
  try {
    for (const step of steps) {
      if (step.version > schemaVersionOf(raw)) apply(raw, step);
    }
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

function apply(raw: RawDatabase, step: Migration): void {
  try {
    raw.transaction(() => {
      raw.exec(step.sql);
      const violations = raw.pragma('foreign_key_check') as unknown[];
      if (violations.length > 0) throw new Error(`${violations.length} keys lead nowhere`);
      raw.pragma(`user_version = ${step.version}`);
      raw.pragma(`application_id = ${applicationId}`);
    })();
  } catch (error) {
    console.error(`migration ${step.version} (${step.name}) failed:`, error);
    throw new AppError('workspace.migrationFailed', { version: step.version });
  }
}
