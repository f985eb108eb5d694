import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ReadOptions, TextEncoding } from '../../../core/contract/import.contract.ts';
import { DelimitedReader } from '../../../core/domain/import/delimited-reader.ts';
import { guessDelimiter } from '../../../core/domain/import/delimiter.ts';
import {
  findDelimitedHeaderRow,
  numberedHeaders,
  uniqueHeaders,
} from '../../../core/domain/import/header-row.ts';
import { countUndecodable, guessEncoding } from '../../../core/domain/import/text-encoding.ts';
import {
  type TableRow,
  type TableSource,
  topRowsShown,
  undecodableRowsShown,
} from './table-source.ts';

/** Enough to tell the encoding also where the first Korean word comes late. */
const bytesForEncoding = 1024 * 1024;
const charactersForDelimiter = 64 * 1024;
const bytesAtOnce = 256 * 1024;
const charactersAtOnce = 16 * 1024;

/** A text file with separated values, read as a stream: never more than a piece of it in memory. */
export class DelimitedFile implements TableSource {
  readonly format = 'csv';
  readonly sheets: string[] = [];
  readonly sheet = null;
  readonly sheetFacts = [];
  readonly formulaErrors = 0;
  readonly from1904 = false;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly headers: string[];
  readonly headerRow: number;
  readonly topRows: string[][];
  readonly #file: string;
  readonly #hash: Hash = createHash('sha256');
  readonly undecodableRows: number[] = [];
  #undecodable = 0;

  private constructor(
    file: string,
    form: Pick<DelimitedFile, 'encoding' | 'delimiter' | 'headers' | 'headerRow' | 'topRows'>,
  ) {
    this.#file = file;
    this.encoding = form.encoding;
    this.delimiter = form.delimiter;
    this.headers = form.headers;
    this.headerRow = form.headerRow;
    this.topRows = form.topRows;
  }

  static async open(file: string, options: ReadOptions): Promise<DelimitedFile> {
    const { bytes, isWhole } = await beginningOf(file);
    const encoding = options.encoding === 'auto' ? guessEncoding(bytes, isWhole) : options.encoding;
    const text = iconv.decode(bytes, encoding);
    const sample = isWhole ? text : text.slice(0, charactersForDelimiter);
    const delimiter = options.delimiter === 'auto' ? guessDelimiter(sample) : options.delimiter;
    const topRows = firstRecords(text, delimiter, isWhole);
    const header = options.headerRow ?? findDelimitedHeaderRow(topRows) + 1;
    const headers =
      header === 0 ? numberedHeaders(topRows) : uniqueHeaders(topRows[header - 1] ?? []);
    if (headers.length === 0) throw new AppError('import.headerMissing');
    return new DelimitedFile(file, { encoding, delimiter, headers, headerRow: header, topRows });
  }

  get undecodableCharacters(): number {
    return this.#undecodable;
  }

  async *batches(): AsyncGenerator<TableRow[]> {
    const decoder = iconv.getDecoder(this.encoding);
    const reader = new DelimitedReader(this.delimiter);
    let rowNumber = -this.headerRow;
    const rowsOf = (records: readonly { cells: string[] }[]): TableRow[] => {
      const rows: TableRow[] = [];
      for (const { cells } of records) {
        rowNumber++;
        // Titles and the header come first.
        if (rowNumber <= 0) continue;
        if (this.#undecodable > 0) this.#noteUndecodable(cells, rowNumber);
        rows.push({ cells: this.#padded(cells), rowNumber });
      }
      return rows;
    };
    for await (const chunk of createReadStream(this.#file, { highWaterMark: bytesAtOnce })) {
      const bytes = chunk as Buffer;
      this.#hash.update(bytes);
      yield rowsOf(reader.push(this.#counted(decoder.write(bytes))));
    }
    yield rowsOf([...reader.push(this.#counted(decoder.end() ?? '')), ...reader.end()]);
  }

  async sha256(): Promise<string> {
    return this.#hash.copy().digest('hex');
  }

  #counted(text: string): string {
    this.#undecodable += countUndecodable(text);
    return text;
  }

  #noteUndecodable(cells: readonly string[], rowNumber: number): void {
    if (this.undecodableRows.length >= undecodableRowsShown) return;
    if (cells.some((cell) => cell.includes('\uFFFD'))) this.undecodableRows.push(rowNumber);
  }

  #padded(cells: string[]): string[] {
    while (cells.length < this.headers.length) cells.push('');
    return cells;
  }
}

async function beginningOf(file: string): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, bytesForEncoding));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead === size };
  } finally {
    await handle.close();
  }
}

function firstRecords(text: string, delimiter: string, isWhole: boolean): string[][] {
  const reader = new DelimitedReader(delimiter);
  const records: string[][] = [];
  const take = (more: readonly { cells: string[] }[]) => {
    for (const { cells } of more) if (records.length < topRowsShown) records.push(cells);
  };
  // Only as much as it takes: a stray quotation mark further down is told when the file is read.
  for (let at = 0; at < text.length && records.length < topRowsShown; at += charactersAtOnce) {
    take(reader.push(text.slice(at, at + charactersAtOnce)));
  }
  if (isWhole && records.length < topRowsShown) take(reader.end());
  return records;
}
