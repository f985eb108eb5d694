import type { WordRuleKind } from '../../contract/insight.contract.ts';
import { normalizeForSearch } from '../voc/voc-search.ts';

export interface WordRuleLine {
  kind: WordRuleKind;
  word: string;
  /** Only of a synonym: the word it stands for. */
  standsFor: string | null;
}

/** Chains of synonyms end here; a ring of them (a → b → a) is cut at the word it began with. */
const longestChain = 20;

/**
 * What people taught: words to leave out, words that mean another, and words to take although the
 * corpus does not bear them out (`keep`). Applied on top of the extraction, so that a change of rules
 * needs no new learning.
 */
export class WordRules {
  readonly #stops = new Set<string>();
  readonly #synonyms = new Map<string, string>();
  /** Words that are taken wherever they begin an eojeol. */
  readonly keeps: ReadonlySet<string>;

  constructor(lines: readonly WordRuleLine[]) {
    const keeps = new Set<string>();
    for (const { kind, word, standsFor } of lines) {
      const own = normalizeForSearch(word);
      if (kind === 'stop') this.#stops.add(own);
      else if (kind === 'keep') keeps.add(own);
      else if (standsFor !== null) this.#synonyms.set(own, normalizeForSearch(standsFor));
    }
    this.keeps = keeps;
  }

  /** The word to show for an extracted one; null when it is to be left out. Idempotent. */
  apply(word: string): string | null {
    let shown = word;
    for (let i = 0; i < longestChain; i++) {
      if (this.#stops.has(shown)) return null;
      const next = this.#synonyms.get(shown);
      if (next === undefined || next === word) break;
      shown = next;
    }
    return this.#stops.has(shown) ? null : shown;
  }
}

export const noWordRules = new WordRules([]);
