import { Buffer } from 'node:buffer';

/** The different values of a column as small numbers; 0 stands for none (NULL). */
export class ColumnDictionary {
  readonly #codes = new Map<string, number>();
  readonly #values: (string | null)[] = [null];
  #ranks: Uint32Array | null = null;

  codeOf(value: string | null): number {
    if (value === null) return 0;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#codes.set(value, code);
    this.#values.push(value);
    this.#ranks = null;
    return code;
  }

  /** undefined for a value that no row ever had. */
  find(value: string): number | undefined {
    return this.#codes.get(value);
  }

  valueOf(code: number): string | null {
    return this.#values[code] ?? null;
  }

  /** At the place of each code. */
  values(): (string | null)[] {
    return [...this.#values];
  }

  /** How many codes there are, 0 among them. */
  get size(): number {
    return this.#values.length;
  }

  /** Place of every code in the order of SQLite: none first, then by the bytes of UTF-8. */
  ranks(): Uint32Array {
    if (this.#ranks !== null) return this.#ranks;
    const bytes = this.#values.map((value) => Buffer.from(value ?? ''));
    const inOrder = [...bytes.keys()]
      .slice(1)
      .sort((one, other) => Buffer.compare(bytes[one] ?? empty, bytes[other] ?? empty));
    const ranks = new Uint32Array(bytes.length);
    for (const [place, code] of inOrder.entries()) ranks[code] = place + 1;
    this.#ranks = ranks;
    return ranks;
  }

  /** A table over all codes, as conditions and facets look them up. */
  table<T extends Uint8Array | Uint32Array>(into: T, of: (value: string | null) => number): T {
    for (const [code, value] of this.#values.entries()) into[code] = of(value);
    return into;
  }
}

const empty = Buffer.alloc(0);
