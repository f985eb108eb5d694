import { maskPersonalData } from './mask-personal-data.ts';

/** What stands for a detected stretch once it is gone. */
const removed = '***';

/**
 * Takes personal data out of a customer's words for good. Masking leaves part of each (`김*용`,
 * `010-1234-****`) so that people can still tell whom it is about; after the retention period nobody
 * may. Every stretch that masking touches goes as a whole: the name, the number with all its groups,
 * the whole address. Idempotent; a text without personal data comes back as it was.
 */
export function anonymise(text: string, knownNames: readonly string[] = []): string {
  const masked = maskPersonalData(text, knownNames);
  if (masked === text) return text;
  let result = '';
  let copied = 0;
  for (const { from, to } of hiddenStretches(text, masked)) {
    if (from < copied) continue;
    result += text.slice(copied, from) + removed;
    copied = to;
  }
  return result + text.slice(copied);
}

interface Stretch {
  from: number;
  to: number;
}

/** Runs of stars that masking wrote, each widened to the whole of what it hid a part of. */
function* hiddenStretches(text: string, masked: string): Generator<Stretch> {
  for (let at = 0; at < masked.length; at++) {
    if (masked[at] === text[at]) continue;
    const from = at;
    while (at < masked.length && masked[at] !== text[at]) at++;
    const stretch = widened(text, { from, to: at });
    yield stretch;
    at = stretch.to;
  }
}

const ofNumber = /[\d０-９\-‐‑‒–—―−－ㅡ.()+ ]/u;
const ofAddress = /[A-Za-z0-9._%+\-@＠．]/;

function widened(text: string, hidden: Stretch): Stretch {
  const inside = text.slice(hidden.from, hidden.to);
  if (/\p{Script=Hangul}|\p{L}/u.test(inside) && !reachesAddress(text, hidden)) {
    return nameAround(text, hidden);
  }
  const part = reachesAddress(text, hidden) ? ofAddress : ofNumber;
  let { from, to } = hidden;
  while (from > 0 && part.test(text[from - 1] ?? '')) from--;
  while (to < text.length && part.test(text[to] ?? '')) to++;
  return trimmed(text, { from, to });
}

function reachesAddress(text: string, { from, to }: Stretch): boolean {
  let end = to;
  while (end < text.length && ofAddress.test(text[end] ?? '')) end++;
  return /[@＠]/.test(text.slice(from, end));
}

/** Masking leaves the first syllable of a name and, of three or more, the last. */
function nameAround(text: string, { from, to }: Stretch): Stretch {
  const isTwoLong = to - from === 1 && !isNameLetter(text[to]);
  return { from: Math.max(0, from - 1), to: isTwoLong || !isNameLetter(text[to]) ? to : to + 1 };
}

function isNameLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

/** Blanks and full stops at the edges belong to the sentence, not to the number. */
function trimmed(text: string, { from, to }: Stretch): Stretch {
  let [start, end] = [from, to];
  while (start < end && /[\s.]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s.]/.test(text[end - 1] ?? '')) end--;
  return { from: start, to: end };
}
