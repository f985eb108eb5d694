import type { ImportSheet, TextEncoding } from '../../../core/contract/import.contract.ts';

export interface TableRow {
  cells: string[];
  /** 1-based row of data, the header not counted. */
  rowNumber: number;
}

/** So many rows from the top tell where the header is, and let a person choose another one. */
export const topRowsShown = 30;

export const undecodableRowsShown = 20;

/** A file as a header and rows of text, whatever its format. Read once, from front to back. */
export interface TableSource {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | null;
  readonly delimiter: string | null;
  readonly sheets: string[];
  readonly sheet: string | null;
  readonly sheetFacts: ImportSheet[];
  /** 1-based among the file's rows. */
  readonly headerRow: number;
  readonly topRows: string[][];
  /** Day numbers count from 1904. */
  readonly from1904: boolean;
  /** Cells whose formula failed. */
  readonly formulaErrors: number;
  /** Unique names of the columns. Known from the start. */
  readonly headers: string[];
  /** Some thousand rows at a time; every row has at least as many cells as there are headers. */
  batches(): AsyncIterable<TableRow[]>;
  /** Characters that could not be decoded in what was read so far. */
  readonly undecodableCharacters: number;
  /** Numbers of the first rows that hold such characters, at most `undecodableRowsShown`. */
  readonly undecodableRows: number[];
  /** Of the whole file, once it was read to its end. */
  sha256(): Promise<string>;
}
