import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { AskedCell, Score, VoteSubject } from '../../core/contract/workshop.contract.ts';
import type { RawDatabase, WorkspaceDb } from '../connection.ts';

/** Rounds of votes: the scores that come in while one is open, and the votes made of them. */

export interface StoredRound {
  id: number;
  workshopId: number;
  number: number;
  subject: VoteSubject;
  /** As it was opened; some may have been removed since. */
  whatIds: number[];
  howIds: number[];
  /** null: every one of them. */
  cells: AskedCell[] | null;
  openedAt: string;
  closedAt: string | null;
}

const roundColumns = [
  'vote_round.id',
  'workshop_id as workshopId',
  'number',
  'subject',
  'what_ids',
  'how_ids',
  'cells',
  'opened_at as openedAt',
  'closed_at as closedAt',
] as const;

export async function listVoteRounds(db: WorkspaceDb, workshopId: number): Promise<StoredRound[]> {
  const rows = await db
    .selectFrom('vote_round')
    .select(roundColumns)
    .where('workshop_id', '=', workshopId)
    .orderBy('number')
    .execute();
  return rows.map(storedRound);
}

export async function findVoteRound(db: WorkspaceDb, id: number): Promise<StoredRound | null> {
  const row = await db
    .selectFrom('vote_round')
    .select(roundColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : storedRound(row);
}

function storedRound({
  what_ids,
  how_ids,
  cells,
  ...round
}: Omit<StoredRound, 'whatIds' | 'howIds' | 'cells'> & {
  what_ids: string;
  how_ids: string;
  cells: string | null;
}): StoredRound {
  return {
    ...round,
    whatIds: JSON.parse(what_ids) as number[],
    howIds: JSON.parse(how_ids) as number[],
    cells:
      cells === null
        ? null
        : (JSON.parse(cells) as [number, number][]).map(([whatId, howId]) => ({ whatId, howId })),
  };
}

export async function insertVoteRound(
  db: WorkspaceDb,
  {
    workshopId,
    subject,
    whatIds,
    howIds,
    cells,
    openedAt,
  }: Omit<StoredRound, 'id' | 'number' | 'closedAt'>,
): Promise<number> {
  const { id } = await db
    .insertInto('vote_round')
    .values((eb) => ({
      workshop_id: workshopId,
      subject,
      what_ids: JSON.stringify(whatIds),
      how_ids: JSON.stringify(howIds),
      cells:
        cells === null ? null : JSON.stringify(cells.map(({ whatId, howId }) => [whatId, howId])),
      opened_at: openedAt,
      number: eb
        .selectFrom('vote_round')
        .where('workshop_id', '=', workshopId)
        .select((last) => sql<number>`coalesce(${last.fn.max('number')}, 0) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteVoteRound(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('vote_round').where('id', '=', id).execute();
}

export async function setRoundClosed(
  db: WorkspaceDb,
  id: number,
  closedAt: string | null,
): Promise<void> {
  await db.updateTable('vote_round').set({ closed_at: closedAt }).where('id', '=', id).execute();
}

/** Whether people score the relations of a house just now. */
export async function isBeingScored(db: WorkspaceDb, houseId: number): Promise<boolean> {
  const row = await db
    .selectFrom('vote_round')
    .innerJoin('workshop', 'workshop.id', 'vote_round.workshop_id')
    .select('vote_round.id')
    .where('workshop.house_id', '=', houseId)
    .where('subject', '=', 'relations')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is asked: ids of leaves that are there, and of HOWs none for importance. */
export interface AskedCells {
  whatIds: readonly number[];
  howIds: readonly number[];
  /** Of the relations between them those that are asked; null: all. */
  cells: readonly AskedCell[] | null;
}

/** Scores of these participants on what is asked, of an open round. */
export function countScores(
  db: WorkspaceDb,
  roundId: number,
  participantIds: readonly number[],
  asked: AskedCells,
): Promise<Map<number, number>> {
  return countOneByOne(db, participantIds, (id) => {
    return sql<{ count: number }>`SELECT count(*) AS count FROM ballot_log
      WHERE round_id = ${roundId} AND participant_id = ${id} AND ${isAsked(asked)}`;
  });
}

/** The same of a closed round. */
export function countVotes(
  db: WorkspaceDb,
  roundId: number,
  participantIds: readonly number[],
): Promise<Map<number, number>> {
  return countOneByOne(db, participantIds, (id) => {
    return sql<{ count: number }>`SELECT count(*) AS count FROM vote
      WHERE round_id = ${roundId} AND participant_id = ${id}`;
  });
}

/** The screen asks at every score that comes in: a million of them are not counted in one go. */
async function countOneByOne(
  db: WorkspaceDb,
  participantIds: readonly number[],
  queryOf: (participantId: number) => RawBuilder<{ count: number }>,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const id of participantIds) {
    const { rows } = await queryOf(id).execute(db);
    counts.set(id, rows[0]?.count ?? 0);
    await nextTurn();
  }
  return counts;
}

function isAsked({ whatIds, howIds, cells }: AskedCells) {
  if (cells !== null) {
    const pairs = JSON.stringify(cells.map(({ whatId, howId }) => `${whatId}:${howId}`));
    return sql<boolean>`what_id || ':' || how_id IN (SELECT value FROM json_each(${pairs}))`;
  }
  const hows = howIds.length === 0 ? [0] : howIds;
  return sql<boolean>`what_id IN (SELECT value FROM json_each(${JSON.stringify(whatIds)}))
    AND how_id IN (SELECT value FROM json_each(${JSON.stringify(hows)}))`;
}

/** What one participant has scored of what is asked, of an open round. */
export async function listScores(
  db: WorkspaceDb,
  roundId: number,
  participantId: number,
  asked: AskedCells,
): Promise<{ whatId: number; howId: number | null; value: number }[]> {
  const { rows } = await sql<{ whatId: number; howId: number | null; value: number }>`
    SELECT what_id AS whatId, nullif(how_id, 0) AS howId, value FROM ballot_log
    WHERE round_id = ${roundId} AND participant_id = ${participantId} AND ${isAsked(asked)}
    ORDER BY what_id, how_id`.execute(db);
  return rows;
}

/** The only way into the log of scores but `votesBecomeScores`; answers how many rows it wrote. */
export function logScores(
  raw: RawDatabase,
  roundId: number,
  participantId: number,
  scores: readonly Score[],
): number {
  const write = raw.prepare(
    `INSERT INTO ballot_log (round_id, participant_id, what_id, how_id, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
  );
  const remove = raw.prepare(
    'DELETE FROM ballot_log WHERE round_id = ? AND participant_id = ? AND what_id = ? AND how_id = ?',
  );
  return raw.transaction(() =>
    scores.reduce((changed, { whatId, howId, value }) => {
      const cell = [roundId, participantId, whatId, howId ?? 0] as const;
      const { changes } = value === null ? remove.run(...cell) : write.run(...cell, value);
      return changed + changes;
    }, 0),
  )();
}

/** So many rows are written in one go: others hear from this process in between. */
const votesAtOnce = 5_000;

/** A piece at a time, however large the house. */
export async function scoresBecomeVotes(
  db: WorkspaceDb,
  roundId: number,
  participantIds: readonly number[],
  asked: AskedCells,
): Promise<void> {
  for (const participantId of participantIds) {
    for (const piece of piecesOf(asked)) {
      await sql`INSERT INTO vote (round_id, participant_id, what_id, how_id, value)
        SELECT round_id, participant_id, what_id, nullif(how_id, 0), value FROM ballot_log
        WHERE round_id = ${roundId} AND participant_id = ${participantId}
          AND ${isAsked(piece)}`.execute(db);
      await nextTurn();
    }
  }
}

function piecesOf({ whatIds, howIds, cells }: AskedCells): AskedCells[] {
  const slices = <T>(list: readonly T[], size: number) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
      list.slice(i * size, (i + 1) * size),
    );
  if (cells !== null) {
    return slices(cells, votesAtOnce).map((piece) => ({ whatIds, howIds, cells: piece }));
  }
  const whatsAtOnce = Math.max(1, Math.floor(votesAtOnce / Math.max(1, howIds.length)));
  return slices(whatIds, whatsAtOnce).map((piece) => ({ whatIds: piece, howIds, cells }));
}

/** The round goes on from what was shown: scores that never became votes are gone. A piece at a time too. */
export async function votesBecomeScores(db: WorkspaceDb, roundId: number): Promise<void> {
  let gone = votesAtOnce;
  while (gone === votesAtOnce) {
    gone = await changedBy(
      db,
      sql`DELETE FROM ballot_log WHERE (round_id, participant_id, what_id, how_id) IN (
        SELECT round_id, participant_id, what_id, how_id FROM ballot_log
        WHERE round_id = ${roundId} LIMIT ${votesAtOnce})`,
    );
  }
  let moved = votesAtOnce;
  while (moved === votesAtOnce) {
    const some = sql`SELECT id FROM vote WHERE round_id = ${roundId}
      ORDER BY participant_id, what_id, coalesce(how_id, 0) LIMIT ${votesAtOnce}`;
    await sql`INSERT INTO ballot_log (round_id, participant_id, what_id, how_id, value)
      SELECT round_id, participant_id, what_id, coalesce(how_id, 0), value FROM vote
      WHERE id IN (${some})`.execute(db);
    moved = await changedBy(db, sql`DELETE FROM vote WHERE id IN (${some})`);
  }
}

async function changedBy(db: WorkspaceDb, change: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await change.execute(db);
  await nextTurn();
  return Number(numAffectedRows);
}

export async function listVoters(db: WorkspaceDb, roundId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('vote')
    .innerJoin('participant', 'participant.id', 'vote.participant_id')
    .select('participant.id')
    .where('round_id', '=', roundId)
    .groupBy('participant.id')
    .orderBy('participant.position')
    .orderBy('participant.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Votes of one participant, as rows of [WHAT, HOW or 0, value]. */
export function readVotesOf(
  raw: RawDatabase,
  roundId: number,
  participantId: number,
): [whatId: number, howId: number, value: number][] {
  return raw
    .prepare(
      `SELECT what_id, coalesce(how_id, 0), value FROM vote
       WHERE round_id = ? AND participant_id = ?`,
    )
    .raw()
    .all(roundId, participantId) as [number, number, number][];
}

/** Votes on relations follow the scale of the house, as its cells do. */
export async function convertVotes(
  db: WorkspaceDb,
  houseId: number,
  conversion: ReadonlyMap<number, number>,
): Promise<void> {
  const changed = [...conversion].filter(([before, after]) => before !== after);
  if (changed.length === 0) return;
  const cases = sql.join(
    changed.map(([before, after]) => sql`WHEN ${before} THEN ${after}`),
    sql` `,
  );
  await sql`UPDATE vote SET value = CASE value ${cases} ELSE value END
    WHERE round_id IN (
      SELECT vote_round.id FROM vote_round JOIN workshop ON workshop.id = workshop_id
      WHERE house_id = ${houseId} AND subject = 'relations')
    AND value IN (${sql.join(changed.map(([before]) => before))})`.execute(db);
}

/** Ids of HOWs may be given out again: a new one must not inherit what was scored of one removed. */
export async function forgetScoresOfHow(db: WorkspaceDb, howId: number): Promise<void> {
  await sql`DELETE FROM ballot_log WHERE how_id = ${howId}
    AND round_id IN (SELECT id FROM vote_round WHERE closed_at IS NULL)`.execute(db);
}
