/**
 * Rows that an import wrote through its own connection, as a range of keys: greater than `after`, up
 * to `upTo`. Nothing is kept of them until the import is undone (`imagesOfWritten`).
 */
export interface WrittenRows {
  table: string;
  key: string;
  after: number;
  upTo: number;
}
