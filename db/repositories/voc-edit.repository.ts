import { sql } from 'kysely';
import { AppError } from '../../core/contract/app-error.ts';
import type { VocFields, VocStatus } from '../../core/contract/voc.contract.ts';
import { vocStatuses } from '../../core/contract/voc.contract.ts';
import { isAllowedMove, momentsAfter } from '../../core/domain/voc/handling.ts';
import type { RawDatabase, WorkspaceDb } from '../connection.ts';
import { nextVocId } from '../voc-merging.ts';

/** What may be changed of many VOC at once; what is left out stays as it is. */
export type VocChange = Partial<Omit<VocFields, 'dueOn'>> & {
  dueOn?: string | null;
  handlingSatisfaction?: number | null;
};

/** The VOC to change: a SELECT of their ids with its parameters. */
export interface VocSource {
  sql: string;
  params: readonly (string | number)[];
}

/** When and by whom; `local` is the moment on the clock of receipt and due dates. */
export interface EditStamp {
  /** ISO, UTC. */
  at: string;
  /** `YYYY-MM-DDTHH:MM:SS` */
  local: string;
  actor: string;
}

export function vocOf(ids: readonly number[]): VocSource {
  return { sql: 'SELECT value FROM json_each(?)', params: [JSON.stringify(ids)] };
}

/**
 * Applies `change` to the VOC of `source`, set by set: one entry in the history of each VOC for each
 * field that really changes, then one UPDATE that leaves the others alone. A new status sets or takes
 * back the moments of handling (`momentsAfter` in core/domain/voc/handling.ts, as SQL).
 *
 * Runs inside the caller's transaction, on the connection that transaction is on, so that the undo
 * triggers of a host's connection record it. `found` is the size of the source, `changed` how many
 * VOC differ now. Throws `handling.alreadyBegun` or `handling.reopenFirst` when
 * some cannot take the status: nothing is written then.
 */
export function applyPatch(
  raw: RawDatabase,
  source: VocSource,
  change: VocChange,
  stamp: EditStamp,
): { found: number; changed: number } {
  if (change.status !== undefined) refuseImpossibleMoves(raw, source, change.status);
  const fields = changedFields(change);
  for (const field of fields) writeHistory(raw, source, field, stamp);
  return { found: countVocOf(raw, source), changed: writeFields(raw, source, fields, stamp) };
}

/** A VOC that comes in with a status beyond 접수 got there now. */
export async function insertVoc(
  db: WorkspaceDb,
  fields: VocFields,
  { at, local }: EditStamp,
): Promise<number> {
  const before = { status: 'received', dueOn: null, repliedAt: null, closedAt: null } as const;
  const moments = momentsAfter(before, fields.status, local);
  const { id } = await db
    .insertInto('voc')
    .values({
      id: sql<number>`(${sql.raw(nextVocId)})`,
      text: fields.text,
      received_at: fields.receivedAt,
      channel: fields.channel,
      kind: fields.kind,
      status: fields.status,
      branch: fields.branch,
      customer_type: fields.customerType,
      severity: fields.severity,
      product: fields.product,
      owner: fields.owner,
      external_id: fields.externalId,
      customer_id: fields.customerId,
      due_on: fields.dueOn,
      replied_at: moments.repliedAt,
      closed_at: moments.closedAt,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One entry in the history of every VOC of `source`, for what is no field of it. */
export function noteInHistory(
  raw: RawDatabase,
  source: VocSource,
  entry: { kind: string; before?: string | null; after?: string | null },
  { at, actor }: EditStamp,
): void {
  raw
    .prepare(
      `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
       SELECT id, ?, ?, ?, ?, ? FROM voc WHERE id IN (${source.sql})`,
    )
    .run(at, actor, entry.kind, entry.before ?? null, entry.after ?? null, ...source.params);
}

interface ChangedField {
  column: string;
  value: string | number | null;
  /** The field's name in the history. */
  kind: string;
  /** What the history keeps of a value, as SQL over it. */
  shown: (value: string) => string;
}

const asWritten = (value: string) => value;
/** Numbers of this program arrive as REAL; 5 is to read 5 and not 5.0. */
const asWhole = (value: string) => `CAST(CAST(${value} AS INTEGER) AS TEXT)`;
/** The customer's words: the history says that they changed and keeps no second copy of them. */
const notKept = () => 'NULL';
const customerCode = (value: string) => `(SELECT code FROM customer WHERE id = ${value})`;

const fieldsOfVoc = {
  text: { column: 'text', shown: notKept },
  receivedAt: { column: 'received_at', shown: asWritten },
  channel: { column: 'channel', shown: asWritten },
  kind: { column: 'kind', shown: asWritten },
  status: { column: 'status', shown: asWritten },
  branch: { column: 'branch', shown: asWritten },
  customerType: { column: 'customer_type', shown: asWritten },
  severity: { column: 'severity', shown: asWhole },
  product: { column: 'product', shown: asWritten },
  owner: { column: 'owner', shown: asWritten },
  externalId: { column: 'external_id', shown: asWritten },
  customerId: { column: 'customer_id', shown: customerCode },
  dueOn: { column: 'due_on', shown: asWritten },
  handlingSatisfaction: { column: 'handling_satisfaction', shown: asWhole },
} as const satisfies Record<
  keyof Required<VocChange>,
  { column: string; shown: (value: string) => string }
>;

function changedFields(change: VocChange): ChangedField[] {
  return Object.entries(fieldsOfVoc).flatMap(([kind, { column, shown }]) => {
    const value = change[kind as keyof typeof fieldsOfVoc];
    return value === undefined ? [] : [{ kind, column, shown, value }];
  });
}

function writeHistory(
  raw: RawDatabase,
  source: VocSource,
  { kind, column, shown, value }: ChangedField,
  { at, actor }: EditStamp,
): void {
  raw
    .prepare(
      `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
       SELECT id, @at, @actor, @kind, ${shown(column)}, ${shown('@value')} FROM voc
       WHERE id IN (${source.sql}) AND ${column} IS NOT @value`,
    )
    .run(...source.params, { at, actor, kind, value });
}

function writeFields(
  raw: RawDatabase,
  source: VocSource,
  fields: readonly ChangedField[],
  stamp: EditStamp,
): number {
  if (fields.length === 0) return 0;
  const status = fields.find(({ kind }) => kind === 'status')?.value;
  const sets = fields.map(({ column }) => `${column} = @${column}`);
  const values = Object.fromEntries(fields.map(({ column, value }) => [column, value]));
  return raw
    .prepare(
      `UPDATE voc SET ${[...sets, ...momentSets(status)].join(', ')}, updated_at = @at
       WHERE id IN (${source.sql})
         AND (${fields.map(({ column }) => `${column} IS NOT @${column}`).join(' OR ')})`,
    )
    .run(...source.params, {
      ...values,
      at: stamp.at,
      ...(isAnswer(status) && { now: stamp.local }),
    }).changes;
}

function isAnswer(status: unknown): boolean {
  return status === 'replied' || status === 'closed';
}

/** A VOC that has the status already keeps its moments. */
function momentSets(status: ChangedField['value'] | undefined): string[] {
  const moved = (column: string, value: string) =>
    `${column} = CASE WHEN status <> @status THEN ${value} ELSE ${column} END`;
  if (status === 'replied') return [moved('replied_at', '@now')];
  if (status === 'closed') return [moved('closed_at', '@now')];
  if (status !== 'inProgress') return [];
  const reopened = (column: string) =>
    `${column} = CASE WHEN status IN ('replied', 'closed') THEN NULL ELSE ${column} END`;
  return ['replied_at', 'closed_at', 'escalated_at'].map(reopened);
}

export function refuseImpossibleMoves(raw: RawDatabase, source: VocSource, to: VocStatus): void {
  const refused = vocStatuses.filter((from) => from !== to && !isAllowedMove(from, to));
  if (refused.length === 0) return;
  const count = raw
    .prepare(
      `SELECT count(*) FROM voc
       WHERE id IN (${source.sql}) AND status IN (${refused.map(() => '?').join(', ')})`,
    )
    .pluck()
    .get(...source.params, ...refused) as number;
  if (count === 0) return;
  const code = to === 'received' ? 'handling.alreadyBegun' : 'handling.reopenFirst';
  throw new AppError(code, { count }, 'status');
}

function countVocOf(raw: RawDatabase, source: VocSource): number {
  return raw
    .prepare(`SELECT count(*) FROM voc WHERE id IN (${source.sql})`)
    .pluck()
    .get(...source.params) as number;
}
