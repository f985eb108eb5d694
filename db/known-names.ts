import { isNameField } from '../core/domain/voc/personal-field.ts';
import { normalizeForSearch } from '../core/domain/voc/voc-search.ts';
import type { RawDatabase } from './connection.ts';

/**
 * Every customer's name that the workspace knows: from the customer file and from columns of names, of
 * merged VOC too. For words that are shown without their text (keywords, names of groups), where the
 * masking of one VOC (`maskingOf` of the host) has nothing to go by.
 */
export class KnownNames {
  readonly #names: ReadonlySet<string>;
  readonly #lengths: readonly number[];

  constructor(names: Iterable<string>) {
    this.#names = new Set(Array.from(names, normalized).filter(isName));
    const lengths = new Set(Array.from(this.#names, (name) => name.length));
    this.#lengths = [...lengths].filter((length) => length >= shortestWithin);
  }

  /**
   * True for a name, and for a word with a whole name of three letters or more in it (홍길동고객). One
   * of two letters within a longer word is more likely a part of that word.
   */
  isIn(word: string): boolean {
    const text = normalized(word);
    if (this.#names.has(text)) return true;
    return this.#lengths.some((length) => {
      for (let at = 0; at + length <= text.length; at++) {
        if (this.#names.has(text.slice(at, at + length))) return true;
      }
      return false;
    });
  }
}

const shortestWithin = 3;

function normalized(name: string): string {
  return normalizeForSearch(name.trim());
}

/** As masking takes a known name: two letters at least, and nothing but letters. */
function isName(name: string): boolean {
  return Array.from(name).length >= 2 && /^[\p{L} .'-]+$/u.test(name);
}

export function readKnownNames(raw: RawDatabase): KnownNames {
  const names = raw.prepare("SELECT name FROM customer WHERE name <> ''").pluck().all();
  const fields = raw.prepare('SELECT id, name FROM extra_field').all() as {
    id: number;
    name: string;
  }[];
  const ofField = raw
    .prepare(
      `SELECT DISTINCT value FROM voc_extra WHERE field_id = @id
       UNION SELECT value FROM merged_voc_extra WHERE field_id = @id`,
    )
    .pluck();
  const columns = fields.filter(({ name }) => isNameField(name));
  return new KnownNames(
    [names, ...columns.map(({ id }) => ofField.all({ id }))].flat().map(String),
  );
}
