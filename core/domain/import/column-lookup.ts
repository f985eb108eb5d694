import { AppError } from '../../contract/app-error.ts';
import { normalizeHeader } from './header-row.ts';

/** Finds columns by the headers that a mapping names, whatever its spaces and Hangul form. */
export class ColumnLookup {
  readonly #places: ReadonlyMap<string, number>;

  constructor(headers: readonly string[]) {
    this.#places = new Map(headers.map((header, index) => [header, index]));
  }

  /** @throws AppError `import.headerUnknown` */
  indexOf(header: string): number {
    const index = this.#places.get(normalizeHeader(header)) ?? this.#places.get(header);
    if (index === undefined) throw new AppError('import.headerUnknown', { header });
    return index;
  }
}
