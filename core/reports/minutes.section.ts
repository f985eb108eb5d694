import { formatCount } from '../charts/chart-text.ts';
import type { RelationScale } from '../domain/house/relation-scale.ts';
import { scaleText } from '../domain/house/scale-entry.ts';
import type {
  MinutesAgendaItem,
  MinutesContestedCell,
  MinutesCsf,
  MinutesData,
} from './minutes-data.ts';
import { body, column, keyFigure, lead, missing } from './report-blocks.ts';
import type {
  KeyFiguresBlock,
  ReportBlock,
  ReportRow,
  ReportSection,
  TableBlock,
} from './report-document.ts';
import { formatP, joinFacts, type ReportWords } from './report-words.ts';

const minute = 60_000;

/**
 * The minutes of a workshop: who was there, when what was done, what was decided and why, what people
 * differed on before and after, and the CSFs they agreed on. A workshop that has hardly begun gives minutes
 * that say what is missing.
 */
export function minutesSections(data: MinutesData, words: ReportWords): ReportSection[] {
  return [
    section('minutes', 1, words, [
      lead(openingSentence(data, words)),
      ...said('goal', data.goal, words),
      ...said('conclusion', data.conclusion, words),
      figures(data, words),
      agendaTable(data.agenda, words),
      participantTable(data, words),
    ]),
    section('minutesDecisions', 2, words, decisionBlocks(data, words)),
    section('minutesContested', 2, words, contestedBlocks(data, words)),
    section('minutesCsf', 2, words, csfBlocks(data.csfs, words)),
  ];
}

function section(
  id: 'minutes' | 'minutesDecisions' | 'minutesContested' | 'minutesCsf',
  level: 1 | 2,
  words: ReportWords,
  blocks: ReportBlock[],
): ReportSection {
  const title = words.say(`minutes.sections.${id}`);
  return { id, title, sheet: title, level, orientation: 'portrait', blocks };
}

function openingSentence(data: MinutesData, words: ReportWords): string {
  return words.say('minutes.opening', {
    workshop: data.workshopName,
    house: data.houseName,
    held: [data.heldOn, rangeOf(data.startedAt, data.endedAt)].join(' ').trim(),
    place: data.place === '' ? '–' : data.place,
    facilitator: data.facilitator === '' ? '–' : data.facilitator,
  });
}

function said(key: 'goal' | 'conclusion', text: string, words: ReportWords): ReportBlock[] {
  return text.trim() === '' ? [] : [body(words.say(`minutes.${key}`, { text: text.trim() }))];
}

function figures(data: MinutesData, words: ReportWords): KeyFiguresBlock {
  const label = (key: string) => words.say(`minutes.figures.${key}`);
  const settledBy = (by: 'decision' | 'votes') =>
    data.contested.filter((cell) => cell.settledBy === by).length;
  const [decisions, votes] = [settledBy('decision'), settledBy('votes')];
  const { concordance } = data;
  return {
    type: 'keyFigures',
    figures: [
      keyFigure(label('participants'), data.participants.length, 'integer'),
      keyFigure(label('settled'), decisions + votes, 'integer', {
        unit: `/ ${formatCount(data.contested.length)}`,
        detail: words.say('minutes.settledDetail', {
          decisions: formatCount(decisions),
          votes: formatCount(votes),
        }),
      }),
      keyFigure(label('concordance'), concordance?.w ?? null, 'number', {
        detail:
          concordance === null || concordance.p === null
            ? ''
            : words.say('minutes.concordanceDetail', {
                p: formatP(concordance.p),
                raters: concordance.raters,
                items: concordance.items,
              }),
      }),
      keyFigure(label('csfs'), data.csfs.length, 'integer'),
    ],
  };
}

function agendaTable(agenda: readonly MinutesAgendaItem[], words: ReportWords): TableBlock {
  const title = (key: string) => words.say(`minutes.agenda.${key}`);
  return {
    type: 'table',
    title: title('title'),
    columns: [
      column(title('item'), 'text', 40),
      column(title('time'), 'text', 16),
      column(title('planned'), 'integer', 12),
      column(title('spent'), 'integer', 12),
      column(title('status'), 'text', 12),
    ],
    rows: agenda.map((item) => agendaRow(item, words)),
    source: words.say('minutes.agenda.source'),
  };
}

/** Place of the minutes spent in the table above. */
const spentColumn = 3;

function agendaRow(item: MinutesAgendaItem, words: ReportWords): ReportRow {
  const begun = item.status !== 'waiting' && item.status !== 'skipped';
  const spent = Math.round(item.spent / minute);
  const cells = [
    item.title,
    rangeOf(item.startedAt, item.finishedAt),
    item.plannedMinutes,
    begun ? spent : null,
    words.say(`minutes.agendaStatus.${item.status}`),
  ];
  if (!begun) return { cells, tone: 'muted' };
  return spent > item.plannedMinutes ? { cells, alertCells: [spentColumn] } : { cells };
}

function participantTable({ participants }: MinutesData, words: ReportWords): ReportBlock {
  const title = (key: string) => words.say(`minutes.participants.${key}`);
  if (participants.length === 0) return missing(words.say('minutes.missing.participants'));
  return {
    type: 'table',
    title: title('title'),
    columns: [
      column(title('name'), 'text', 24),
      column(title('role'), 'text', 36),
      column(title('scored'), 'text', 24),
    ],
    rows: participants.map(({ name, role, scored, cells }) => ({
      cells: [name, role, scored === null ? '' : `${formatCount(scored)} / ${formatCount(cells)}`],
    })),
    source: '',
  };
}

function decisionBlocks({ decisions }: MinutesData, words: ReportWords): ReportBlock[] {
  const title = (key: string) => words.say(`minutes.decisions.${key}`);
  if (decisions.length === 0) return [missing(words.say('minutes.missing.decisions'))];
  return [
    {
      type: 'table',
      title: title('title'),
      columns: [
        column(title('decidedAt'), 'text', 10),
        column(title('subject'), 'text', 28),
        column(title('decision'), 'text', 28),
        column(title('reason'), 'text', 40),
      ],
      rows: decisions.map(({ decidedAt, subject, decision, reason }) => ({
        cells: [decidedAt, subject, decision, reason],
      })),
      source: '',
    },
  ];
}

function contestedBlocks({ contested, scale }: MinutesData, words: ReportWords): ReportBlock[] {
  const title = (key: string) => words.say(`minutes.contested.${key}`);
  if (contested.length === 0) return [missing(words.say('minutes.missing.contested'))];
  return [
    body(words.say('minutes.contested.intro')),
    {
      type: 'table',
      title: title('title'),
      columns: [
        column(title('what'), 'text', 28),
        column(title('how'), 'text', 26),
        column(title('range'), 'text', 12),
        column(title('before'), 'number', 10),
        column(title('after'), 'number', 10),
        column(title('decided'), 'text', 12),
        column(title('reason'), 'text', 40),
      ],
      rows: contested.map((cell) => contestedRow(cell, scale, words)),
      source: words.say('minutes.contested.source'),
    },
  ];
}

/** Place of the decided level in the table above. */
const decidedColumn = 5;

function contestedRow(
  cell: MinutesContestedCell,
  scale: RelationScale,
  words: ReportWords,
): ReportRow {
  const level = (value: number) =>
    value === 0 ? words.say('minutes.noRelation') : scaleText(value, scale, 'signs');
  const cells = [
    cell.what,
    cell.how,
    `${level(cell.lowest)} – ${level(cell.highest)}`,
    cell.agreementBefore,
    cell.agreementAfter,
    settledText(cell, level, words),
    cell.reason,
  ];
  return cell.decided === null ? { cells, alertCells: [decidedColumn] } : { cells };
}

/** Told apart: what the room decided and what people came to give alike when they scored again. */
function settledText(
  { decided, settledBy }: MinutesContestedCell,
  level: (value: number) => string,
  words: ReportWords,
): string {
  if (decided === null) return words.say('minutes.leftOpen');
  const text = level(decided);
  return settledBy === 'votes' ? words.say('minutes.byVotes', { level: text }) : text;
}

function csfBlocks(csfs: readonly MinutesCsf[], words: ReportWords): ReportBlock[] {
  const title = (key: string) => words.say(`minutes.csf.${key}`);
  if (csfs.length === 0) return [missing(words.say('minutes.missing.csf'))];
  return [
    {
      type: 'table',
      title: title('title'),
      columns: [
        column(title('rank'), 'integer', 8),
        column(title('name'), 'text', 28),
        column(title('weight'), 'share', 10),
        column(title('kpi'), 'text', 26),
        column(title('owner'), 'text', 12),
        column(title('stability'), 'text', 32),
        column(title('reason'), 'text', 36),
      ],
      rows: csfs.map((csf) => ({
        cells: [
          csf.rank,
          csf.name,
          csf.weight,
          joinFacts([csf.kpi, csf.targetValue]),
          csf.owner,
          csf.stability === null ? '' : stabilitySentence(csf.stability, words),
          csf.reason,
        ],
      })),
      source: words.say('minutes.csf.source'),
    },
  ];
}

/** `Top 5 in 94 % of 10,000 variants`. */
function stabilitySentence(
  stability: NonNullable<MinutesCsf['stability']>,
  words: ReportWords,
): string {
  return words.say('minutes.stability', {
    topK: stability.topK,
    percent: stability.topPercent,
    variants: formatCount(stability.variants),
  });
}

function rangeOf(from: string, to: string): string {
  return from === '' && to === '' ? '' : `${from}–${to}`;
}
