import type { ParsedSearch, SearchPattern, SearchTerm } from './voc-search-query.ts';

/**
 * A search as the index can answer it by itself. `exact`: what it answers is what the search finds;
 * otherwise it is more than that, and each text must be asked (`matchesSearch`).
 */
export type SearchExpression =
  /** The texts that the FTS5 expression matches. */
  | { readonly kind: 'matching'; readonly match: string; readonly exact: boolean }
  /** All texts but those it matches: a search that only says what it is without. */
  | { readonly kind: 'allBut'; readonly match: string; readonly exact: boolean }
  /** The index cannot narrow it (initials alone): every text may be meant. */
  | { readonly kind: 'every'; readonly exact: false };

/** Pure; never empty, as a parsed search is not. */
export function searchExpression(search: ParsedSearch): SearchExpression {
  const required = search.required.map(expressionOf);
  const excluded = search.excluded.map(expressionOf);
  const exact = [...required, ...excluded].every((term) => term.exact);
  const all = required.flatMap(({ match }) => match ?? []);
  // More than an excluded term must not be excluded.
  const none = excluded.flatMap((term) => (term.exact ? (term.match ?? []) : []));
  if (all.length === 0) {
    if (required.length > 0 || none.length === 0) return { kind: 'every', exact: false };
    return { kind: 'allBut', match: none.join(' OR '), exact };
  }
  const match =
    none.length === 0 ? all.join(' AND ') : `(${all.join(' AND ')}) NOT (${none.join(' OR ')})`;
  return { kind: 'matching', match, exact };
}

/**
 * Characters as written in a row, ' ' for white space, as a phrase of the index. One that ends in a
 * single character of a word asks for what begins with it.
 */
export function literalMatch(characters: readonly string[]): string {
  const tokens: string[] = [];
  let open = false;
  for (const [place, character] of characters.entries()) {
    const next = characters[place + 1];
    if (character === ' ') continue;
    if (next === undefined) {
      // The last gram holds it already, unless it begins a word.
      if (place === 0 || characters[place - 1] === ' ') {
        tokens.push(character);
        open = true;
      }
    } else {
      tokens.push(next === ' ' ? character : `${character}${next}`);
    }
  }
  return `"${tokens.join(' ').replaceAll('"', '""')}"${open ? ' *' : ''}`;
}

interface TermExpression {
  /** null when the index cannot narrow it. */
  match: string | null;
  exact: boolean;
}

function expressionOf({ patterns }: SearchTerm): TermExpression {
  const expressions = patterns.map(patternExpression);
  const matches = expressions.flatMap(({ match }) => match ?? []);
  return {
    match: matches.length < expressions.length ? null : anyOf(matches),
    exact: expressions.every(({ exact }) => exact),
  };
}

function patternExpression(pattern: SearchPattern): TermExpression {
  const runs = literalRuns(pattern);
  if (runs.length === 0) return { match: null, exact: false };
  const exact = pattern.every(({ initial }) => !initial);
  const matches = runs.map(literalMatch);
  return { match: matches.length === 1 ? matches.join('') : `(${matches.join(' AND ')})`, exact };
}

/** What stands between the initials. */
export function literalRuns(pattern: SearchPattern): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const { character, initial } of pattern) {
    if (!initial) run.push(character);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function anyOf(matches: readonly string[]): string {
  return matches.length === 1 ? matches.join('') : `(${matches.join(' OR ')})`;
}
