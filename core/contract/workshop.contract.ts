import { z } from 'zod';
import {
  dateSchema,
  fileTokenSchema,
  idSchema,
  localeSchema,
  nameSchema,
  noteSchema,
} from './common.schema.ts';
import { maxHouseSide } from './house.contract.ts';
import { maxParticipants, type ParticipantRow, teamSchema } from './judgement.contract.ts';
import { command, edit, read } from './method.ts';

export const workshopStatuses = ['planned', 'running', 'closed'] as const;
export type WorkshopStatus = (typeof workshopStatuses)[number];

/** Relations are scored cell by cell, importances WHAT by WHAT from 1 to 5. */
export const voteSubjects = ['relations', 'importance'] as const;
export type VoteSubject = (typeof voteSubjects)[number];

/** All agreed, most did, the facilitator ruled, or it was left open. */
export const consensuses = ['agreed', 'majority', 'facilitator', 'open'] as const;
export type Consensus = (typeof consensuses)[number];

export const agendaActs = ['start', 'pause', 'finish'] as const;
export const maxAgendaItems = 40;

/**
 * What the facilitator did, at a time in milliseconds since 1970. `start` begins an item, goes on with a
 * paused one or takes up a finished one again; it pauses the item that runs, for only one runs at a time.
 */
export interface AgendaEvent {
  itemId: number;
  act: 'start' | 'pause' | 'finish';
  at: number;
}

/** What one participant scored, blind to the others. */
export interface Ballot {
  participantId: number;
  /** By row and column of what is scored; null where nothing was entered. Importances have one column. */
  scores: readonly (readonly (number | null)[])[];
}

/** How far the ranks of the HOWs move between the lowest and the highest vote on one thing. */
export interface RankEffect {
  lowest: number;
  highest: number;
  /** HOWs that are in the first `topK` with one of the two and not with the other. */
  topChanges: number;
  /** Places by which the HOW that moves furthest moves. */
  furthestMove: number;
  /** HOWs that move at all. */
  movedHows: number;
  /** Largest change of a HOW's relative weight, as a fraction. */
  shareSpan: number;
}

/** Places in the lists of the round, not of the house. */
export interface ContestedCell extends RankEffect {
  row: number;
  column: number;
}

export interface ContestedImportance extends RankEffect {
  row: number;
}

export interface WorkshopHead {
  id: number;
  houseId: number;
  name: string;
  heldOn: string;
  place: string;
  facilitator: string;
  goal: string;
  status: WorkshopStatus;
  /** What was agreed in the end, for the minutes. */
  conclusion: string;
}

export interface AgendaRow {
  id: number;
  name: string;
  minutes: number;
}

/** A relation that a round asks. */
export interface AskedCell {
  whatId: number;
  howId: number;
}

export interface VoteRoundHead {
  id: number;
  /** 1, 2, … within the workshop. */
  number: number;
  subject: VoteSubject;
  /** Leaf WHATs and HOWs that are asked, in display order; no HOWs for importance. */
  whatIds: number[];
  howIds: number[];
  /** The relations among them that are asked; null: all. */
  cells: AskedCell[] | null;
  /** ISO, UTC; null while it is open. */
  openedAt: string;
  closedAt: string | null;
  /** How far each attending participant has come: never what was scored. */
  progress: { participantId: number; scored: number; cells: number }[];
}

export interface DecisionRow {
  id: number;
  roundId: number | null;
  /** A cell, an importance (no HOW), or neither: then `subject` and `outcome` say it in words. */
  whatId: number | null;
  howId: number | null;
  subject: string;
  outcome: string;
  before: number | null;
  after: number | null;
  reason: string;
  consensus: Consensus;
  /** ISO, UTC. */
  at: string;
}

export interface WorkshopView extends WorkshopHead {
  agenda: AgendaRow[];
  /** What the clock was told, in order: `agendaState` makes the times of it. */
  agendaEvents: AgendaEvent[];
  /** Everybody of the house; `attending` are their ids. */
  participants: ParticipantRow[];
  attending: number[];
  /** Oldest first. */
  rounds: VoteRoundHead[];
  /** In the order in which they were taken. */
  decisions: DecisionRow[];
}

/** Scores of a round that is closed. Before, nobody sees them. */
export interface RoundBallots {
  roundId: number;
  whatIds: number[];
  howIds: number[];
  /** Weakest first, with 0 for relations. */
  levels: number[];
  /** One for each participant who scored anything: rows are `whatIds`, columns `howIds` (one column for importance). */
  ballots: Ballot[];
}

export const scoreSchema = z.object({
  whatId: idSchema,
  /** null: the importance of the WHAT. */
  howId: idSchema.nullable(),
  /** A level of the scale, or null to take the score away. */
  value: z.number().min(0).max(1000).nullable(),
});
export type Score = z.infer<typeof scoreSchema>;
/** Where a score is, without the score. */
export type ScoredCell = Pick<Score, 'whatId' | 'howId'>;

const workshopFields = {
  name: nameSchema,
  heldOn: dateSchema,
  place: z.string().trim().max(200),
  facilitator: z.string().trim().max(200),
  goal: noteSchema,
};
const agendaFields = { name: nameSchema, minutes: z.number().int().min(1).max(600) };
/** A table of people as it was pasted. */
const invitedSchema = z
  .array(z.object({ name: nameSchema, team: teamSchema.default('') }))
  .max(maxParticipants);
const mostScores = maxHouseSide * maxHouseSide;

/** A device on the voting page, or somebody who tried. */
export interface VotingStatus {
  /** null: nothing is served (the usual). */
  open: {
    workshopId: number;
    /** Addresses of this computer on the local network, the likeliest first, with the port. */
    urls: string[];
    joinCode: string;
    /** Whose name has been taken by a device. */
    joined: { participantId: number; joinedAt: string; lastSeenAt: string }[];
    /** Wrong codes since it was opened. */
    refused: number;
  } | null;
}

export const workshopContract = {
  'workshop.list': read<WorkshopHead[]>()(z.object({ houseId: idSchema }), ['workshop']),
  'workshop.get': read<WorkshopView>()(z.object({ id: idSchema }), ['workshop', 'house']),
  'workshop.create': edit<{ id: number }>()(
    z.object({
      houseId: idSchema,
      name: nameSchema,
      heldOn: dateSchema,
      place: workshopFields.place.default(''),
      facilitator: workshopFields.facilitator.default(''),
      goal: workshopFields.goal.default(''),
      /** The screen's proposal, in the person's language. */
      agenda: z.array(z.object(agendaFields)).max(maxAgendaItems).default([]),
      /** They judge in the house from then on. */
      invited: invitedSchema.default([]),
      /** Everybody of the house, those just invited too, when left out. */
      attending: z.array(idSchema).max(100).optional(),
    }),
  ),
  'workshop.update': edit<void>()(
    z.object({
      id: idSchema,
      name: workshopFields.name.optional(),
      heldOn: workshopFields.heldOn.optional(),
      place: workshopFields.place.optional(),
      facilitator: workshopFields.facilitator.optional(),
      goal: workshopFields.goal.optional(),
      status: z.enum(workshopStatuses).optional(),
      conclusion: noteSchema.optional(),
    }),
  ),
  'workshop.remove': edit<void>()(z.object({ id: idSchema })),

  'workshop.addAgendaItem': edit<{ id: number }>()(
    z.object({ workshopId: idSchema, ...agendaFields }),
  ),
  'workshop.updateAgendaItem': edit<void>()(
    z.object({
      id: idSchema,
      name: agendaFields.name.optional(),
      minutes: agendaFields.minutes.optional(),
    }),
  ),
  'workshop.moveAgendaItem': edit<void>()(
    z.object({ id: idSchema, position: z.number().int().min(0) }),
  ),
  'workshop.removeAgendaItem': edit<void>()(z.object({ id: idSchema })),
  /** Tells the clock of the room; no step to undo, for time that has passed stays. */
  'workshop.runAgendaItem': command<void>()(z.object({ id: idSchema, act: z.enum(agendaActs) })),

  'workshop.setAttendance': edit<void>()(
    z.object({ workshopId: idSchema, participantIds: z.array(idSchema).max(100) }),
  ),
  /** People who are new to the house, all of whom attend. */
  'workshop.invite': edit<{ ids: number[] }>()(
    z.object({ workshopId: idSchema, invited: invitedSchema.min(1) }),
  ),

  /**
   * One round is open at a time. Ids left out ask all leaves; `howIds` is ignored for importance. `cells`
   * asks these relations and nothing else, as when only contested ones are scored again.
   */
  'workshop.openRound': edit<{ id: number }>()(
    z.object({
      workshopId: idSchema,
      subject: z.enum(voteSubjects),
      whatIds: z.array(idSchema).min(1).max(maxHouseSide).optional(),
      howIds: z.array(idSchema).min(1).max(maxHouseSide).optional(),
      cells: z
        .array(z.object({ whatId: idSchema, howId: idSchema }))
        .min(1)
        .max(mostScores)
        .optional(),
    }),
  ),
  /** Makes votes of the scores and shows them. */
  'workshop.closeRound': edit<void>()(z.object({ roundId: idSchema })),
  /** Hides the votes again and takes further scores. */
  'workshop.reopenRound': edit<void>()(z.object({ roundId: idSchema })),
  'workshop.removeRound': edit<void>()(z.object({ roundId: idSchema })),

  /** What one participant scores while the round is open: no step to undo, for it is theirs alone. */
  'workshop.setScores': command<void>()(
    z.object({
      roundId: idSchema,
      participantId: idSchema,
      scores: z.array(scoreSchema).min(1).max(mostScores),
    }),
  ),
  /**
   * Which cells one participant has scored, for the one who sits at the keyboard: whether it is the same
   * person nobody knows, so no method gives the scores themselves before the round is closed.
   */
  'workshop.scoredCells': read<ScoredCell[]>()(
    z.object({ roundId: idSchema, participantId: idSchema }),
    ['workshop'],
  ),
  /** Refused with `workshop.roundOpen` while the round is open. */
  'workshop.ballots': read<RoundBallots>()(z.object({ roundId: idSchema }), ['workshop', 'house']),
  /** What to discuss first, of a closed round; `topK` HOWs would be chosen. Empty where all agree. */
  'workshop.discussionOrder': read<{
    cells: ContestedCell[];
    importances: ContestedImportance[];
  }>()(z.object({ roundId: idSchema, topK: z.number().int().min(1).max(maxHouseSide) }), [
    'workshop',
    'house',
  ]),

  /**
   * Enters `after` into the house and keeps what was decided, as one step. null leaves the cell as it is.
   * Deciding the same of one round again replaces what was decided, but not what the cell was before.
   */
  'workshop.decide': edit<{ id: number }>()(
    z.object({
      workshopId: idSchema,
      roundId: idSchema.nullable().default(null),
      whatId: idSchema,
      howId: idSchema.nullable(),
      after: z.number().min(0).max(1000).nullable(),
      reason: noteSchema.default(''),
      consensus: z.enum(consensuses),
    }),
  ),
  /**
   * Enters what the votes propose into every cell that people agree on, but where something was decided since
   * the round closed; answers how many it changed. What was decided otherwise before is decided anew, with
   * `reason`.
   */
  'workshop.acceptAgreed': edit<{ cells: number }>()(
    z.object({ roundId: idSchema, reason: noteSchema.default('') }),
  ),
  'workshop.addDecision': edit<{ id: number }>()(
    z.object({
      workshopId: idSchema,
      subject: nameSchema,
      outcome: noteSchema,
      reason: noteSchema.default(''),
      consensus: z.enum(consensuses).default('agreed'),
    }),
  ),
  /** Makes CSFs of these HOWs where they are none yet, agrees on all of them and records that, as one step. */
  'workshop.agreeCsfs': edit<{ ids: number[] }>()(
    z.object({
      workshopId: idSchema,
      howIds: z.array(idSchema).min(1).max(maxHouseSide),
      /** The record's words, in the person's language. */
      subject: nameSchema,
      outcome: noteSchema,
      reason: noteSchema.default(''),
    }),
  ),
  'workshop.updateDecision': edit<void>()(
    z.object({
      id: idSchema,
      subject: nameSchema.optional(),
      outcome: noteSchema.optional(),
      reason: noteSchema.optional(),
      consensus: z.enum(consensuses).optional(),
    }),
  ),
  /** The value entered into the house stays; undo takes both back. */
  'workshop.removeDecision': edit<void>()(z.object({ id: idSchema })),

  /** A workbook with a sheet for each participant (or one blank), to print or to fill in. */
  'workshop.scoreSheets': command<{ token: string; fileName: string }>()(
    z.object({
      roundId: idSchema,
      participantIds: z.array(idSchema).max(100),
      locale: localeSchema.default('ko'),
    }),
  ),
  /** The tables of a workbook that came back; `readScoreSheet` tells what is in each. */
  'workshop.readSheets': command<{ sheets: { name: string; rows: string[][] }[] }>()(
    z.object({ token: fileTokenSchema }),
  ),
  'workshop.startMinutes': command<{ jobId: string }>()(
    z.object({
      workshopId: idSchema,
      format: z.enum(['pdf', 'xlsx']),
      locale: localeSchema.default('ko'),
    }),
  ),
};

/** The page for participants' own phones and laptops on the same network. Nothing is served unless opened. */
export const votingContract = {
  'voting.status': read<VotingStatus>()(z.object({}).strict(), ['workshop']),
  'voting.open': command<VotingStatus>()(
    z.object({ workshopId: idSchema, locale: localeSchema.default('ko') }),
  ),
  'voting.close': command<void>()(z.object({}).strict()),
  /** Frees a name that a wrong device took: that device has to join anew. */
  'voting.release': command<void>()(z.object({ participantId: idSchema })),
};
