import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { AskedCell, Score } from '../../core/contract/workshop.contract.ts';
import type { RawDatabase, WorkspaceDb } from '../connection.ts';
import { statementSlices } from '../value-tuples.ts';
import { listRoundsOnRelations } from './workshop-round.repository.ts';

/**
 * Scores that come in while a round is open (`ballot_log`), and the votes made of them when it is closed
 * (`vote`): of each participant a list a WHAT. A list speaks of the HOWs that the round was opened with, by
 * their places; what was scored of a HOW that is gone stays in it and is not read.
 */

/** What a round was opened with, as far as it says where scores stand; no HOWs for importance. */
interface RoundShape {
  id: number;
  howIds: readonly number[];
  closedAt: string | null;
}

/** What is asked: ids of leaves that are there, and of HOWs none for importance. */
export interface AskedCells {
  whatIds: readonly number[];
  howIds: readonly number[];
  /** Of the relations between them those that are asked; null: all. */
  cells: readonly AskedCell[] | null;
}

type ScoreList = (number | null)[];

/** What may be scored of it. */
export type AskedScores = Pick<AskedCells, 'whatIds' | 'howIds'> & { levels: readonly number[] };

/**
 * The scores of one participant: a row for each WHAT that is asked and a column for each HOW. A score that
 * is no level is none: scores are outside undo, so the scale may have been taken back from under them.
 */
export async function readBallot(
  db: WorkspaceDb,
  round: RoundShape,
  participantId: number,
  { whatIds, howIds, levels }: AskedScores,
): Promise<ScoreList[]> {
  const lists = await listsOf(db, round, participantId);
  const places = placesOf(round, howIds);
  return whatIds.map((whatId) => {
    const list = lists.get(whatId);
    return places.map((place) => {
      const score = list?.[place] ?? null;
      return score !== null && levels.includes(score) ? score : null;
    });
  });
}

/**
 * How much of what is asked each participant scored. The screen asks at every score that comes in: a
 * million of them are not counted in one go.
 */
export async function countScored(
  db: WorkspaceDb,
  round: RoundShape,
  participantIds: readonly number[],
  asked: AskedScores,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const id of participantIds) {
    const scores = await readBallot(db, round, id, asked);
    counts.set(
      id,
      scores.reduce((sum, row) => sum + row.filter((score) => score !== null).length, 0),
    );
    await nextTurn();
  }
  return counts;
}

/** The only way into the log of scores but `votesBecomeScores`; answers how many scores it changed. */
export function logScores(
  raw: RawDatabase,
  round: RoundShape,
  participantId: number,
  scores: readonly Score[],
): number {
  const placeOf = new Map(round.howIds.map((id, place) => [id, place]));
  const width = Math.max(1, round.howIds.length);
  const read = raw
    .prepare(
      'SELECT scores FROM ballot_log WHERE round_id = ? AND participant_id = ? AND what_id = ?',
    )
    .pluck();
  const write = raw.prepare(
    `INSERT INTO ballot_log (round_id, participant_id, what_id, scores) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET scores = excluded.scores`,
  );
  const remove = raw.prepare(
    'DELETE FROM ballot_log WHERE round_id = ? AND participant_id = ? AND what_id = ?',
  );
  const logRow = (whatId: number, ofWhat: readonly Score[]): number => {
    const key = [round.id, participantId, whatId] as const;
    const before = read.get(...key) as string | undefined;
    const list =
      before === undefined ? new Array<number | null>(width).fill(null) : scoreList(before);
    let changed = 0;
    for (const { howId, value } of ofWhat) {
      const place = howId === null ? 0 : (placeOf.get(howId) ?? -1);
      if (place < 0 || list[place] === value) continue;
      list[place] = value;
      changed++;
    }
    if (changed === 0) return 0;
    if (list.every((value) => value === null)) remove.run(...key);
    else write.run(...key, JSON.stringify(list));
    return changed;
  };
  return raw.transaction(() => {
    let changed = 0;
    for (const [whatId, ofWhat] of Map.groupBy(scores, (score) => score.whatId)) {
      changed += logRow(whatId, ofWhat);
    }
    return changed;
  })();
}

/** One participant at a time, so that a large house holds nobody up. */
export async function scoresBecomeVotes(
  db: WorkspaceDb,
  roundId: number,
  participantIds: readonly number[],
  whatIds: readonly number[],
): Promise<void> {
  for (const participantId of participantIds) {
    await sql`INSERT INTO vote (round_id, participant_id, what_id, scores)
      SELECT round_id, participant_id, what_id, scores FROM ballot_log
      WHERE round_id = ${roundId} AND participant_id = ${participantId}
        AND what_id IN (SELECT value FROM json_each(${JSON.stringify(whatIds)}))`.execute(db);
    await nextTurn();
  }
}

/** The round goes on from what was shown: scores that never became votes are gone. */
export async function votesBecomeScores(db: WorkspaceDb, roundId: number): Promise<void> {
  await db.deleteFrom('ballot_log').where('round_id', '=', roundId).execute();
  for (const participantId of await listVoters(db, roundId)) {
    await sql`INSERT INTO ballot_log (round_id, participant_id, what_id, scores)
      SELECT round_id, participant_id, what_id, scores FROM vote
      WHERE round_id = ${roundId} AND participant_id = ${participantId}`.execute(db);
    await deleteVotesOf(db, roundId, participantId);
    await nextTurn();
  }
}

export async function listVoters(db: WorkspaceDb, roundId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('participant')
    .select('id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('vote')
          .select('what_id')
          .where('round_id', '=', roundId)
          .whereRef('participant_id', '=', 'participant.id'),
      ),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Votes on relations follow the scale of the house, as its cells do. Rows go and come instead of being
 * written over: undo does either to all of them at once, while each change would be a statement.
 */
export async function convertVotes(
  db: WorkspaceDb,
  houseId: number,
  conversion: ReadonlyMap<number, number>,
): Promise<void> {
  if ([...conversion].every(([before, after]) => before === after)) return;
  for (const id of await listRoundsOnRelations(db, houseId)) {
    for (const participantId of await listVoters(db, id)) {
      await convertVotesOf(db, id, participantId, conversion);
      await nextTurn();
    }
  }
}

async function convertVotesOf(
  db: WorkspaceDb,
  roundId: number,
  participantId: number,
  conversion: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = await db
    .selectFrom('vote')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('participant_id', '=', participantId)
    .orderBy('what_id')
    .execute();
  const converted = rows.map((row) => ({
    ...row,
    scores: JSON.stringify(
      scoreList(row.scores).map((score) =>
        score === null ? null : (conversion.get(score) ?? score),
      ),
    ),
  }));
  await deleteVotesOf(db, roundId, participantId);
  for (const slice of statementSlices(converted)) {
    await db.insertInto('vote').values(slice).execute();
  }
}

async function deleteVotesOf(
  db: WorkspaceDb,
  roundId: number,
  participantId: number,
): Promise<void> {
  await db
    .deleteFrom('vote')
    .where('round_id', '=', roundId)
    .where('participant_id', '=', participantId)
    .execute();
}

async function listsOf(
  db: WorkspaceDb,
  round: RoundShape,
  participantId: number,
): Promise<Map<number, ScoreList>> {
  const table = round.closedAt === null ? 'ballot_log' : 'vote';
  const rows = await db
    .selectFrom(table)
    .select(['what_id', 'scores'])
    .where('round_id', '=', round.id)
    .where('participant_id', '=', participantId)
    .execute();
  return new Map(rows.map(({ what_id, scores }) => [what_id, scoreList(scores)]));
}

/** Where these HOWs stand in the lists of the round; the importance of a WHAT is its only score. */
function placesOf(round: RoundShape, howIds: readonly number[]): number[] {
  if (round.howIds.length === 0) return [0];
  const placeOf = new Map(round.howIds.map((id, place) => [id, place]));
  return howIds.map((id) => placeOf.get(id) ?? -1);
}

function scoreList(scores: string): ScoreList {
  return JSON.parse(scores) as ScoreList;
}
