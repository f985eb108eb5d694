import { AppError } from '../../../core/contract/app-error.ts';
import type { DecisionRow, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { scaleText } from '../../../core/domain/house/scale-entry.ts';
import type { AgendaState } from '../../../core/domain/workshop/agenda-timer.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import type {
  MinutesCsf,
  MinutesData,
  MinutesDecision,
  MinutesParticipant,
} from '../../../core/reports/minutes-data.ts';
import { reportWords } from '../../../core/reports/report-words.ts';
import type { HostContext } from '../host-context.ts';
import { readHouseModel } from '../house-view.ts';
import { localMinute } from '../local-date.ts';
import { csfHandlers } from '../services/csf.service.ts';
import { stabilityHandlers } from '../services/stability.service.ts';
import { whenCounted } from '../stability/count-variants.ts';
import { agendaClock } from './agenda-clock.ts';
import { historyOfVotes } from './discuss-round.ts';
import { requireWorkshop } from './workshop-guard.ts';
import { readWorkshopView } from './workshop-view.ts';

/** Names and signs that decisions are put into words with. */
interface Naming {
  what: (id: number) => string;
  how: (id: number) => string;
  level: (value: number) => string;
  say: (key: string, params?: Record<string, string | number>) => string;
}

/** Everything the minutes say, from what the screens show. Rounds that are open say nothing yet. */
export async function gatherMinutes(
  context: HostContext,
  workshopId: number,
  translate: Translate,
): Promise<MinutesData> {
  const { db } = context.session;
  const workshop = await readWorkshopView(db, await requireWorkshop(db, workshopId));
  const model = await readHouseModel(db, workshop.houseId);
  if (model === null) throw new AppError('house.notFound');
  const { contested, concordance } = await historyOfVotes(context.session, workshopId);
  const { say } = reportWords(translate);
  const naming: Naming = {
    what: namesOf(model.whats),
    how: namesOf(model.hows),
    level: (value) =>
      value === 0 ? say('minutes.noRelation') : scaleText(value, model.scale, 'signs'),
    say,
  };
  const clock = agendaClock(workshop);
  return {
    workshopName: workshop.name,
    houseName: model.name,
    heldOn: workshop.heldOn,
    startedAt: timeOf(clock.startedAt),
    endedAt: endOf(clock),
    facilitator: workshop.facilitator,
    place: workshop.place,
    goal: workshop.goal,
    conclusion: workshop.conclusion,
    participants: participantsOf(workshop),
    agenda: agendaOf(workshop, clock),
    decisions: workshop.decisions.map((decision) => decisionInWords(decision, naming)),
    scale: model.scale,
    contested: contested.map(({ whatId, howId, ...history }) => ({
      what: naming.what(whatId),
      how: naming.how(howId),
      ...history,
    })),
    concordance,
    csfs: await agreedCsfs(context, workshop.houseId, model.name),
  };
}

function namesOf(nodes: readonly { id: number; name: string }[]): (id: number) => string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

function timeOf(at: number | null): string {
  return at === null ? '' : localMinute(new Date(at)).slice(-'HH:MM'.length);
}

/** When the last item ended; not while one runs or waits to go on. */
function endOf({ items }: AgendaState): string {
  const ended = items.flatMap(({ finishedAt }) => finishedAt ?? []);
  const goesOn = items.some(({ status }) => status === 'running' || status === 'paused');
  return goesOn || ended.length === 0 ? '' : timeOf(Math.max(...ended));
}

function agendaOf({ agenda }: WorkshopView, { items }: AgendaState): MinutesData['agenda'] {
  return items.map((state, place) => ({
    title: agenda[place]?.name ?? '',
    status: state.status,
    plannedMinutes: agenda[place]?.minutes ?? 0,
    startedAt: timeOf(state.startedAt),
    finishedAt: timeOf(state.finishedAt),
    spent: state.spent,
  }));
}

/** Over all rounds that are closed. */
function participantsOf({ participants, attending, rounds }: WorkshopView): MinutesParticipant[] {
  const present = new Set(attending);
  const closed = rounds.filter(({ closedAt }) => closedAt !== null);
  return participants.flatMap(({ id, name, team }) => {
    if (!present.has(id)) return [];
    const own = closed.flatMap(({ progress }) =>
      progress.filter(({ participantId }) => participantId === id),
    );
    const scored = own.reduce((sum, round) => sum + round.scored, 0);
    const cells = own.reduce((sum, round) => sum + round.cells, 0);
    return [{ name, role: team, scored: scored === 0 ? null : scored, cells }];
  });
}

function decisionInWords(decision: DecisionRow, naming: Naming): MinutesDecision {
  const { whatId, howId, reason, at } = decision;
  const decidedAt = timeOf(Date.parse(at));
  const consensus = naming.say(`minutes.consensus.${decision.consensus}`);
  if (whatId === null) {
    const { subject, outcome } = decision;
    return { subject, decision: outcome, reason, decidedAt };
  }
  const what = naming.what(whatId);
  const value = (of: number) => (howId === null ? String(of) : naming.level(of));
  const { before, after } = decision;
  return {
    subject:
      howId === null
        ? naming.say('minutes.subject.importance', { what })
        : naming.say('minutes.subject.cell', { what, how: naming.how(howId) }),
    decision:
      after === null
        ? naming.say('minutes.leftOpen')
        : naming.say('minutes.changed', {
            before: before === null ? '–' : value(before),
            after: value(after),
            consensus,
          }),
    reason,
    decidedAt,
  };
}

async function agreedCsfs(
  context: HostContext,
  houseId: number,
  houseName: string,
): Promise<MinutesCsf[]> {
  const rows = await csfHandlers['csf.list'](context, {});
  const agreed = rows.filter((csf) => csf.houseId === houseId && csf.status === 'agreed');
  if (agreed.length === 0) return [];
  await whenCounted(context, houseId, houseName);
  const known = await stabilityHandlers['stability.listForCsfs'](context, {});
  const standings = new Map(known.map(({ csfId, standing }) => [csfId, standing]));
  return agreed
    .map((csf) => ({
      rank: csf.currentRank,
      name: csf.howName,
      weight: csf.currentWeight,
      kpi: csf.kpi,
      targetValue: csf.targetValue,
      owner: csf.owner,
      reason: csf.reason,
      stability: standings.get(csf.id) ?? null,
    }))
    .toSorted((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE));
}
