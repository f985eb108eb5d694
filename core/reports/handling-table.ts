import type { HandlingFigures } from '../contract/handling.contract.ts';
import { column } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { ReportRow, TableBlock } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

/** More is for the workbook of the VOC themselves. */
const mostOwners = 20;

/**
 * How VOC were answered by their due dates, in all and by person; null while no due date has shown
 * how it ended, because a report of dashes tells nothing.
 */
export function handlingTable({ handling }: ReportData, words: ReportWords): TableBlock | null {
  if (handling === null || handling.total.judged === 0) return null;
  const title = (key: string) => words.say(`voc.handling.columns.${key}`);
  const owners = handling.groups.filter(({ figures }) => figures.judged > 0).slice(0, mostOwners);
  return {
    type: 'table',
    title: words.say('voc.handling.title'),
    columns: [
      column(title('owner'), 'text', 16),
      column(title('received'), 'integer', 9),
      column(title('answered'), 'integer', 10),
      column(title('onTime'), 'integer', 9),
      column(title('judged'), 'integer', 9),
      column(title('rate'), 'share', 10),
      column(title('interval'), 'interval', 14),
      column(title('median'), 'number', 10),
      column(title('p90'), 'number', 9),
    ],
    rows: [
      rowOf(words.say('voc.handling.total'), handling.total),
      ...owners.map(({ value, figures }) =>
        rowOf(value === '' ? words.say('voc.handling.nobody') : value, figures),
      ),
    ],
    source: words.say('voc.handling.source', { day: handling.today }),
  };
}

function rowOf(name: string, figures: HandlingFigures): ReportRow {
  const { received, answered, onTime, judged, rate, ci95, medianDays, p90Days } = figures;
  return {
    cells: [
      name,
      received,
      answered,
      onTime,
      judged,
      rate,
      ci95 === null ? null : [ci95[0] * 100, ci95[1] * 100],
      medianDays,
      p90Days,
    ],
  };
}
