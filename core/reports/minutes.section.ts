import { formatCount } from '../charts/chart-text.ts';
import type { RelationScale } from '../domain/house/relation-scale.ts';
import { scaleText } from '../domain/house/scale-entry.ts';
import type {
  MinutesAgendaItem,
  MinutesContestedCell,
  MinutesCsf,
  MinutesData,
} from './minutes-data.ts';
import { body, keyFigure, lead, missing, type NamedColumn, namedTable } from './report-blocks.ts';
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
  return namedTable(
    'minutes.agenda',
    [
      ['item', 'text', 40],
      ['time', 'text', 16],
      ['planned', 'integer', 12],
      ['spent', 'integer', 12],
      ['status', 'text', 12],
    ],
    agenda.map((item) => agendaRow(item, words)),
    words,
    { source: words.say('minutes.agenda.source') },
  );
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
  if (participants.length === 0) return missing(words.say('minutes.missing.participants'));
  return namedTable(
    'minutes.participants',
    [
      ['name', 'text', 24],
      ['role', 'text', 36],
      ['scored', 'text', 24],
    ],
    participants.map(({ name, role, scored, cells }) => ({
      cells: [name, role, scored === null ? '' : `${formatCount(scored)} / ${formatCount(cells)}`],
    })),
    words,
  );
}

function decisionBlocks({ decisions }: MinutesData, words: ReportWords): ReportBlock[] {
  if (decisions.length === 0) return [missing(words.say('minutes.missing.decisions'))];
  const columns: NamedColumn[] = [
    ['decidedAt', 'text', 10],
    ['subject', 'text', 28],
    ['decision', 'text', 28],
    ['reason', 'text', 40],
  ];
  const rows = decisions.map(({ decidedAt, subject, decision, reason }) => ({
    cells: [decidedAt, subject, decision, reason],
  }));
  return [namedTable('minutes.decisions', columns, rows, words)];
}

function contestedBlocks({ contested, scale }: MinutesData, words: ReportWords): ReportBlock[] {
  if (contested.length === 0) return [missing(words.say('minutes.missing.contested'))];
  const columns: NamedColumn[] = [
    ['what', 'text', 28],
    ['how', 'text', 26],
    ['range', 'text', 12],
    ['before', 'number', 10],
    ['after', 'number', 10],
    ['decided', 'text', 12],
    ['reason', 'text', 40],
  ];
  const rows = contested.map((cell) => contestedRow(cell, scale, words));
  const source = words.say('minutes.contested.source');
  return [
    body(words.say('minutes.contested.intro')),
    namedTable('minutes.contested', columns, rows, words, { source }),
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
  if (csfs.length === 0) return [missing(words.say('minutes.missing.csf'))];
  const columns: NamedColumn[] = [
    ['rank', 'integer', 8],
    ['name', 'text', 28],
    ['weight', 'share', 10],
    ['kpi', 'text', 26],
    ['owner', 'text', 12],
    ['stability', 'text', 32],
    ['reason', 'text', 36],
  ];
  const rows = csfs.map((csf) => ({
    cells: [
      csf.rank,
      csf.name,
      csf.weight,
      joinFacts([csf.kpi, csf.targetValue]),
      csf.owner,
      csf.stability === null ? '' : stabilitySentence(csf.stability, words),
      csf.reason,
    ],
  }));
  const source = words.say('minutes.csf.source');
  return [namedTable('minutes.csf', columns, rows, words, { source })];
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
