import { AppError } from '../../../core/contract/app-error.ts';
import type { VocListRow, VocSort } from '../../../core/contract/voc.contract.ts';
import { tsvFromRows } from '../../shared/grid/tsv.ts';
import { host } from '../../shared/host/host-client.ts';
import type { RowStore } from './grid/row-store.ts';
import type { VocColumn } from './voc-columns.tsx';
import type { VocTarget } from './voc-selection.ts';

const largestPage = 1000;
/** A clipboard is no file: more than this is what exports are for. */
const mostCopied = 50_000;
/** VOC fetched one by one at the same time. */
const atOnce = 20;

/** The rows of what is ticked, in the order of the list as far as it is known. Text stays masked. */
export async function rowsOfTarget(
  { selection, count }: VocTarget,
  store: RowStore,
  sort: VocSort,
): Promise<VocListRow[]> {
  if (count > mostCopied) throw new AppError('voc.tooManyToCopy', { most: mostCopied });
  const extraFieldIds = store.query?.extraFieldIds ?? [];
  if ('ids' in selection) return rowsById(selection.ids, store);
  const except = new Set(selection.except);
  const rows: VocListRow[] = [];
  for (let offset = 0; ; offset += largestPage) {
    const page = await host.call('voc.listPage', {
      filter: selection.filter,
      sort,
      offset,
      limit: largestPage,
      extraFieldIds,
    });
    rows.push(...page.rows.filter(({ id }) => !except.has(id)));
    if (page.rows.length < largestPage) return rows;
  }
}

/** Those held first in their order, then the others as they were ticked. */
async function rowsById(ids: readonly number[], store: RowStore): Promise<VocListRow[]> {
  const held: { place: number; row: VocListRow }[] = [];
  const others: number[] = [];
  const places = store.places();
  for (const id of ids) {
    const place = places.get(id);
    const row = place === undefined ? undefined : store.rowAt(place);
    if (place === undefined || row === undefined) others.push(id);
    else held.push({ place, row });
  }
  const rows = held.toSorted((a, b) => a.place - b.place).map(({ row }) => row);
  for (let from = 0; from < others.length; from += atOnce) {
    rows.push(...(await Promise.all(others.slice(from, from + atOnce).map(fetchedRow))));
  }
  return rows;
}

async function fetchedRow(id: number): Promise<VocListRow> {
  const { extras, customer, ...voc } = await host.call('voc.get', { id });
  return { ...voc, extraValues: extras, customerCode: customer?.code ?? null };
}

export interface CopiedBlock {
  text: string;
  /** Beside the text, so that spreadsheets keep digits such as 00123 as they are. */
  html: string;
}

/** Cells as a spreadsheet takes them. */
export function copiedBlock(
  rows: readonly VocListRow[],
  columns: readonly VocColumn[],
  withHeaders: boolean,
): CopiedBlock {
  const cells = rows.map((row) => columns.map((column) => column.text(row)));
  const all = withHeaders ? [columns.map(({ header }) => header), ...cells] : cells;
  const lines = all.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`);
  return { text: tsvFromRows(all), html: `<table>${lines.join('')}</table>` };
}

function htmlCell(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">');
  return `<td style="mso-number-format:'\\@'">${escaped}</td>`;
}
