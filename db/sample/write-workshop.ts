import type { SampleDataset } from '../../core/sample/sample-types.ts';
import type { RawDatabase } from '../connection.ts';
import { insertAll } from './insert-all.ts';

const houseId = 1;
const workshopId = 1;

/** Who judges in the first house, their comparisons, and the answers of a Kano survey. */
export function writeJudgement(raw: RawDatabase, { judgement }: SampleDataset): void {
  const { participants, comparisons, groupWeights, kanoAnswers } = judgement;
  insertAll(
    raw,
    'participant',
    ['id', 'house_id', 'name', 'team', 'position'],
    participants.map(({ name, team }, i) => [i + 1, houseId, name, team, i]),
  );
  insertAll(
    raw,
    'comparison',
    ['house_id', 'participant_id', 'what_id', 'other_what_id', 'ratio'],
    comparisons.map(({ participantId, whatId, otherWhatId, ratio }) => [
      houseId,
      participantId,
      whatId,
      otherWhatId,
      ratio,
    ]),
  );
  insertAll(
    raw,
    'importance_value',
    ['what_id', 'source', 'value'],
    groupWeights.map((weight, i) => [i + 1, 'groupAhp', weight]),
  );
  insertAll(
    raw,
    'kano_answer',
    ['what_id', 'respondent', 'functional', 'dysfunctional'],
    kanoAnswers.map(({ whatId, respondent, functional, dysfunctional }) => [
      whatId,
      respondent,
      functional,
      dysfunctional,
    ]),
  );
}

export function writeWorkshop(
  raw: RawDatabase,
  { workshop, judgement: { participants } }: SampleDataset,
): void {
  insertAll(
    raw,
    'workshop',
    ['id', 'house_id', 'name', 'held_on', 'place', 'facilitator', 'goal', 'status', 'conclusion'],
    [
      [
        workshopId,
        houseId,
        workshop.name,
        workshop.heldOn,
        workshop.place,
        workshop.facilitator,
        workshop.goal,
        'closed',
        workshop.conclusion,
      ],
    ],
  );
  insertAll(
    raw,
    'agenda_item',
    ['id', 'workshop_id', 'name', 'minutes', 'position'],
    workshop.agenda.map(({ name, minutes }, i) => [i + 1, workshopId, name, minutes, i]),
  );
  insertAll(
    raw,
    'agenda_log',
    ['agenda_item_id', 'act', 'at'],
    workshop.agendaEvents.map(({ itemId, act, at }) => [itemId, act, at]),
  );
  insertAll(
    raw,
    'attendance',
    ['workshop_id', 'participant_id'],
    participants.map((_, i) => [workshopId, i + 1]),
  );
  writeVotes(raw, workshop);
}

function writeVotes(raw: RawDatabase, workshop: SampleDataset['workshop']): void {
  insertAll(
    raw,
    'vote_round',
    ['id', 'workshop_id', 'number', 'subject', 'what_ids', 'how_ids', 'opened_at', 'closed_at'],
    workshop.rounds.map(({ subject, whatIds, howIds, openedAt, closedAt }, i) => [
      i + 1,
      workshopId,
      i + 1,
      subject,
      JSON.stringify(whatIds),
      JSON.stringify(howIds ?? []),
      openedAt,
      closedAt,
    ]),
  );
  insertAll(raw, 'vote', ['round_id', 'participant_id', 'what_id', 'scores'], voteRows(workshop));
  insertAll(
    raw,
    'decision',
    [
      'workshop_id',
      'round_id',
      'what_id',
      'how_id',
      'subject',
      'outcome',
      'before',
      'after',
      'reason',
      'consensus',
      'at',
    ],
    workshop.decisions.map((decision) => [
      workshopId,
      decision.roundId,
      decision.whatId,
      decision.howId,
      decision.subject,
      decision.outcome,
      decision.before,
      decision.after,
      decision.reason,
      decision.consensus,
      decision.at,
    ]),
  );
}

/** A list of scores for each participant and WHAT, in the order of the HOWs that the round asks. */
function voteRows({ rounds, votes }: SampleDataset['workshop']): (number | string)[][] {
  return rounds.flatMap(({ howIds }, i) => {
    const ofRound = votes.filter(({ roundId }) => roundId === i + 1);
    const ofRow = Map.groupBy(ofRound, (vote) => `${vote.participantId}:${vote.whatId}`);
    return [...ofRow.values()].map((ofWhat) => {
      const scoreOn = new Map(ofWhat.map(({ howId, value }) => [howId, value]));
      const scores = (howIds.length === 0 ? [null] : howIds).map(
        (howId) => scoreOn.get(howId) ?? null,
      );
      return [i + 1, ofWhat[0]?.participantId ?? 0, ofWhat[0]?.whatId ?? 0, JSON.stringify(scores)];
    });
  });
}
