import type { AskedCell, VoteSubject } from '../../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { findHouseSettings } from '../../../db/repositories/house.repository.ts';
import { listStoredHows, listStoredWhats } from '../../../db/repositories/house-side.repository.ts';
import { listParticipants } from '../../../db/repositories/judgement.repository.ts';
import { findWorkshop, listAttending } from '../../../db/repositories/workshop.repository.ts';
import { listVoteRounds } from '../../../db/repositories/workshop-round.repository.ts';
import { askedNow, levelsOf } from '../workshop/asked-cells.ts';

/** A name that can be scored. */
interface NamedThing {
  id: number;
  name: string;
}

/** What the page is asked to score: names and levels, and nothing else of the workspace. */
export interface OpenQuestion {
  roundId: number;
  number: number;
  subject: VoteSubject;
  whats: NamedThing[];
  hows: NamedThing[];
  /** The relations among them that are asked; null: all. */
  cells: AskedCell[] | null;
  /** Strongest first; the last one of relations is none. */
  levels: { value: number; symbol: string }[];
}

/** All that the voting page may ever learn, but who has taken which name and one's own scores. */
export interface VotingMatter {
  workshop: string;
  people: { id: number; name: string; team: string }[];
  question: OpenQuestion | null;
}

/** null once there is nothing to vote on any more: the workshop is over or gone. */
export async function readVotingMatter(
  db: WorkspaceDb,
  workshopId: number,
): Promise<VotingMatter | null> {
  const workshop = await findWorkshop(db, workshopId);
  if (workshop === null || workshop.status === 'closed') return null;
  const attending = new Set(await listAttending(db, workshopId));
  const people = await listParticipants(db, workshop.houseId);
  return {
    workshop: workshop.name,
    people: people.flatMap(({ id, name, team }) => (attending.has(id) ? [{ id, name, team }] : [])),
    question: await readOpenQuestion(db, workshopId, workshop.houseId),
  };
}

async function readOpenQuestion(
  db: WorkspaceDb,
  workshopId: number,
  houseId: number,
): Promise<OpenQuestion | null> {
  const rounds = await listVoteRounds(db, workshopId);
  const round = rounds.find(({ closedAt }) => closedAt === null);
  if (round === undefined) return null;
  const asked = await askedNow(db, houseId, round);
  const settings = await findHouseSettings(db, houseId);
  const symbols = new Map(settings?.scale.levels.map(({ value, symbol }) => [value, symbol]));
  const levels = await levelsOf(db, houseId, round.subject);
  const isOfRelations = round.subject === 'relations';
  return {
    roundId: round.id,
    number: round.number,
    subject: round.subject,
    whats: namesOf(asked.whatIds, await listStoredWhats(db, houseId)),
    hows: namesOf(asked.howIds, await listStoredHows(db, houseId)),
    cells: asked.cells,
    levels: levels.toReversed().map((value) => ({
      value,
      symbol: isOfRelations ? (symbols.get(value) ?? '') : String(value),
    })),
  };
}

function namesOf(ids: readonly number[], things: readonly NamedThing[]): NamedThing[] {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}
