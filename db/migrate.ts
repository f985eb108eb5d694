import { AppError } from '../core/contract/app-error.ts';
import { applicationId, type RawDatabase } from './connection.ts';
import { firstWorkspace } from './migrations/0001-first-workspace.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** In order; a migration that has been released is never edited. */
export const migrations: readonly Migration[] = [firstWorkspace];

export const currentSchemaVersion = migrations.at(-1)?.version ?? 0;

export function schemaVersionOf(raw: RawDatabase): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

export function applicationIdOf(raw: RawDatabase): number {
  return Number(raw.pragma('application_id', { simple: true }));
}

/**
 * Brings the file to `target`, one transaction per migration. Foreign keys are off meanwhile (a table
 * may be rebuilt) and are checked before each commit.
 */
export function migrate(
  raw: RawDatabase,
  target = currentSchemaVersion,
  steps: readonly Migration[] = migrations,
): void {
  raw.pragma('foreign_keys = OFF');
  try {
    for (const step of steps) {
      if (step.version <= schemaVersionOf(raw) || step.version > target) continue;
      raw.transaction(() => {
        raw.exec(step.sql);
        const violations = raw.pragma('foreign_key_check') as unknown[];
        if (violations.length > 0) {
          throw new AppError('workspace.migrationFailed', { version: step.version });
        }
        raw.pragma(`user_version = ${step.version}`);
        raw.pragma(`application_id = ${applicationId}`);
      })();
    }
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}
