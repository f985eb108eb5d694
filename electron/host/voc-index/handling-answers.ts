import { type HandlingGroup, queueViews } from '../../../core/contract/handling.contract.ts';
import { type VocFilter, vocDueStates } from '../../../core/contract/voc.contract.ts';
import {
  emptyTally,
  figuresOf,
  type HandlingTally,
  mergeTally,
} from '../../../core/domain/voc/handling-figures.ts';
import { queueFilter } from '../../../core/domain/voc/queue-views.ts';
import { orderedGroups } from '../../../db/handling-rows.ts';
import { facetCodes, type PlainFacet, valuesOf } from './column-facets.ts';
import { unanswered } from './handling-columns.ts';
import type { IndexAnswers, QuestionOf } from './index-messages.ts';
import type { IndexState } from './index-state.ts';

/** How the VOC of a filter were handled, from columns in memory: one pass over them. */
export function* handlingFromColumns(
  state: IndexState,
  { criteria, by }: QuestionOf<'handling'>,
): Generator<undefined, IndexAnswers['handling']> {
  const { capacity } = state.columns;
  while (state.handling.readNext(capacity)) yield;
  state.handling.bringUpToDate(capacity);
  const pass = state.pass(criteria);
  yield;
  const { codes, values } = facetOf(state, by, criteria.today);
  const tallies = tallied(state, pass.ids(), codes, criteria.today);
  const total = emptyTally();
  const groups = new Map<string, HandlingTally>();
  for (const [code, tally] of tallies.entries()) {
    if (tally === undefined) continue;
    mergeTally(total, tally);
    // Several codes of one value: the days of a month.
    const value = values[code] ?? '';
    const known = groups.get(value);
    if (known === undefined) groups.set(value, tally);
    else mergeTally(known, tally);
  }
  return { today: criteria.today, total: figuresOf(total), groups: orderedGroups(groups, by) };
}

function facetOf(state: IndexState, facet: HandlingGroup | PlainFacet, today: string) {
  return facetCodes(facet, { columns: state.columns, regions: state.regions, today });
}

/** By code of the group. */
function tallied(
  state: IndexState,
  ids: Uint32Array,
  groups: Uint8Array | Uint32Array,
  today: string,
): (HandlingTally | undefined)[] {
  const { columns, handling } = state;
  const statuses = columns.dictionaries.status;
  const isAnswered = statuses.table(new Uint8Array(statuses.size), (status) =>
    status === 'replied' || status === 'closed' ? 1 : 0,
  );
  const closed = statuses.find('closed') ?? -1;
  const status = columns.codes.status;
  const due = facetOf(state, 'due', today).codes;
  const { days, satisfaction } = handling;
  const tallies: (HandlingTally | undefined)[] = [];
  const dueCounts: Uint32Array[] = [];
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place] ?? 0;
    const group = groups[id] ?? 0;
    let tally = tallies[group];
    let states = dueCounts[group];
    if (tally === undefined || states === undefined) {
      tally = emptyTally();
      states = new Uint32Array(vocDueStates.length);
      tallies[group] = tally;
      dueCounts[group] = states;
    }
    tally.received++;
    const statusCode = status[id] ?? 0;
    tally.answered += isAnswered[statusCode] ?? 0;
    if (statusCode === closed) tally.closed++;
    const dueCode = due[id] ?? 0;
    states[dueCode] = (states[dueCode] ?? 0) + 1;
    const took = days[id] ?? unanswered;
    if (took !== unanswered) {
      while (tally.days.length <= took) tally.days.push(0);
      tally.days[took] = (tally.days[took] ?? 0) + 1;
    }
    const verdict = satisfaction[id] ?? 0;
    if (verdict > 0) {
      tally.satisfactionSum += verdict;
      tally.satisfactionCount++;
    }
  }
  for (const [group, tally] of tallies.entries()) {
    for (const [code, dueState] of vocDueStates.entries()) {
      const count = dueCounts[group]?.[code] ?? 0;
      if (tally !== undefined && count > 0) tally.dueStates[dueState] = count;
    }
  }
  return tallies;
}

/** Whose VOC it is, as far as the lists of work tell owners apart. */
const owners = { nobody: 0, me: 1, somebody: 2 } as const;
const ownerKinds = 3;

/** All lists of work from one pass: what stands together in a cell of the table is in the same lists. */
export function queueFromColumns(
  state: IndexState,
  { me, mineOnly, today }: QuestionOf<'queue'>,
): IndexAnswers['queue'] {
  const { columns } = state;
  const statuses = valuesOf(columns.dictionaries.status);
  const owner = columns.dictionaries.owner.table(
    new Uint8Array(columns.dictionaries.owner.size),
    (name) => {
      if (name === null || name === '') return owners.nobody;
      return name === me ? owners.me : owners.somebody;
    },
  );
  const due = facetOf(state, 'due', today).codes;
  const cells = new Uint32Array(statuses.length * vocDueStates.length * 2 * ownerKinds);
  const { present, lastId, escalated, codes } = columns;
  for (let id = 1; id <= lastId; id++) {
    if (present[id] !== 1) continue;
    const marked = (codes.status[id] ?? 0) * vocDueStates.length + (due[id] ?? 0);
    const cell =
      (marked * 2 + (escalated[id] ?? 0)) * ownerKinds + (owner[codes.owner[id] ?? 0] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const countOf = (filter: VocFilter) => {
    let count = 0;
    for (const [cell, inCell] of cells.entries()) {
      if (inCell === 0) continue;
      const ownerKind = cell % ownerKinds;
      const marked = Math.floor(cell / ownerKinds);
      const dueAndStatus = Math.floor(marked / 2);
      const isIn = selects(filter, {
        status: statuses[Math.floor(dueAndStatus / vocDueStates.length)] ?? '',
        due: vocDueStates[dueAndStatus % vocDueStates.length] ?? 'none',
        escalated: marked % 2 === 1,
        owner: ownerKind === owners.nobody ? '' : ownerKind === owners.me ? me : null,
      });
      if (isIn) count += inCell;
    }
    return count;
  };
  return queueViews.flatMap((view) => {
    const filter = queueFilter(view, me, mineOnly);
    return filter === null ? [] : [{ view, filter, count: countOf(filter) }];
  });
}

interface Cell {
  status: string;
  due: (typeof vocDueStates)[number];
  escalated: boolean;
  /** '' nobody, null somebody else. */
  owner: string | null;
}

/** As a list would, by the parts that filters of work have. */
function selects(filter: VocFilter, cell: Cell): boolean {
  const { open, owners: named, due, statuses, escalated } = filter;
  if (open !== undefined && (cell.status !== 'closed') !== open) return false;
  if (named !== undefined && (cell.owner === null || !named.includes(cell.owner))) return false;
  if (due !== undefined && !due.includes(cell.due)) return false;
  if (statuses !== undefined && !statuses.some((status) => status === cell.status)) return false;
  return escalated === undefined || escalated === cell.escalated;
}
