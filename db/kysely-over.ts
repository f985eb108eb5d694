import { Kysely, SqliteDialect } from 'kysely';
import type { RawDatabase, WorkspaceDb } from './connection.ts';
import type { WorkspaceSchema } from './schema.ts';

/** Apart from the connection: most threads ask in SQL alone, and begin in half the time without Kysely. */
export function kyselyOver(raw: RawDatabase): WorkspaceDb {
  return new Kysely<WorkspaceSchema>({ dialect: new SqliteDialect({ database: raw }) });
}
