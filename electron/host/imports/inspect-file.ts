import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ColumnDateOrder, ReadOptions } from '../../../core/contract/import.contract.ts';
import { dateOrderOf } from '../../../core/domain/import/date-value.ts';
import { looksLikeHeader } from '../../../core/domain/import/header-row.ts';
import { guessSurveyMapping } from '../../../core/domain/import/survey-mapping-guess.ts';
import { guessVocMapping } from '../../../core/domain/import/voc-mapping-guess.ts';
import type { FileInspection } from './import-messages.ts';
import { openTable } from './open-table.ts';

const rowsShown = 50;
/** A scale or a set of words is guessed from what occurs; the first rows alone mislead. */
const rowsForGuess = 2_000;
/** Hashed in about a second; a larger file is recognised when it is checked. */
const bytesHashed = 256 * 1024 ** 2;

/** What stands in a file and a first mapping for it, from its first rows. */
export async function inspectFile(file: string, options: ReadOptions): Promise<FileInspection> {
  const table = await openTable(file, options);
  const rows: string[][] = [];
  for await (const batch of table.batches()) {
    for (const { cells } of batch) rows.push(cells);
    if (rows.length >= rowsForGuess) break;
  }
  const sample = rows.slice(0, rowsForGuess);
  const { format, encoding, delimiter, sheets, sheet, sheetFacts, headers } = table;
  return {
    format,
    encoding,
    delimiter,
    sheets,
    sheet,
    sheetFacts,
    headerRow: table.headerRow,
    headerLikely: looksLikeHeader(table.topRows[table.headerRow - 1] ?? []),
    sha256: await smallFileHash(file),
    topRows: table.topRows,
    formulaErrors: table.formulaErrors,
    dateOrders: dateOrdersOf(headers, sample),
    headers,
    sampleRows: sample.slice(0, rowsShown),
    undecodable: table.undecodableCharacters > 0,
    vocMapping: guessVocMapping(headers, sample),
    surveyMapping: guessSurveyMapping(headers, sample),
  };
}

/** For the columns in which most cells are dates that their parts leave open. */
function dateOrdersOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Record<string, ColumnDateOrder> {
  const orders: Record<string, ColumnDateOrder> = {};
  for (const [index, header] of headers.entries()) {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    const order = dateOrderOf(cells);
    if (order !== null) orders[header] = order;
  }
  return orders;
}

async function smallFileHash(file: string): Promise<string | null> {
  if ((await stat(file)).size > bytesHashed) return null;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 ** 2 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
