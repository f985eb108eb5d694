import { knownNameRanges, nameRanges } from './personal-names.ts';

/** A stretch of a text in UTF-16 code units; `to` is not part of it. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * Hides personal data in a customer's words, the one way for every screen, report and file:
 *
 * - phone numbers, mobile, landline and with +82: the last four digits (`010-1234-****`);
 * - e-mail addresses: the local part but its first two characters (`ab***@example.com`);
 * - resident registration numbers: all but birth date and the digit of sex (`900101-1******`);
 * - payment cards: all but the first and last four digits (`1234-****-****-5678`);
 * - names, where the words around them leave no doubt (`김*용 고객님`, `성함: 김*용`).
 *
 * `knownNames` are hidden wherever they stand: a customer's own name needs no title beside it.
 *
 * Every hidden character becomes one `*`, so the length stays. Idempotent. A text without such data
 * comes back as it was. Service numbers of companies (1588-…, 080-…) are not personal and stay.
 */
export function maskPersonalData(text: string, knownNames: readonly string[] = []): string {
  let masked = text;
  // Hiding one thing may lay bare another beside it; each round only adds stars, so it ends.
  for (;;) {
    const next = maskOnce(masked, knownNames);
    if (next === masked) return masked;
    masked = next;
  }
}

function maskOnce(text: string, knownNames: readonly string[]): string {
  const plain = asciiShadow(text);
  const hidden: TextRange[] = [];
  if (/\d/.test(plain)) {
    hidden.push(...residentNumberRanges(plain), ...cardRanges(plain), ...phoneRanges(plain));
  }
  if (plain.includes('@')) hidden.push(...emailRanges(plain));
  hidden.push(...nameRanges(plain), ...knownNameRanges(plain, knownNames));
  return hidden.length === 0 ? text : starred(text, hidden);
}

/** Full-width digits and the many dashes as ASCII, position by position. */
function asciiShadow(text: string): string {
  return text
    .replaceAll(/[０-９＠．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[‐‑‒–—―−－ㅡ]/g, '-')
    .replaceAll(/[\u00a0\u3000\t]/g, ' ');
}

function starred(text: string, ranges: readonly TextRange[]): string {
  const characters = text.split('');
  for (const { from, to } of ranges) characters.fill('*', from, to);
  return characters.join('');
}

/** A separator between the groups of a number, at most one mark with a blank on either side. */
const gap = '(?: ?[-.)] ?| )';

const mobile = new RegExp(
  `(?<!\\d)(?<!\\d[-.])(?:\\+?82${gap}?\\(?0?\\)?|0)1[016789]${gap}?\\d{3,4}${gap}?(\\d{4})(?!\\d)`,
  'dg',
);
const landline = new RegExp(
  `(?<!\\d)(?<!\\d[-.])\\(?(?:\\+?82${gap}?|0)(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\\d)${gap}\\d{3,4}${gap}(\\d{4})(?!\\d)`,
  'dg',
);

function phoneRanges(plain: string): TextRange[] {
  return [...groupRanges(plain, mobile), ...groupRanges(plain, landline)];
}

const residentNumber =
  /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])( ?- ?| |)[1-8](\d{6})(?!\d)/dg;

/**
 * Without a separator only when the check digit is right: an order number often begins with a date.
 * Numbers given since October 2020 have no check digit, and are then found by their hyphen.
 */
function residentNumberRanges(plain: string): TextRange[] {
  return matchesOf(plain, residentNumber).flatMap((match) =>
    match[1] === '' && !hasResidentCheckDigit(match[0]) ? [] : groupRange(match, 2),
  );
}

function hasResidentCheckDigit(digits: string): boolean {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

const groupedCard = /(?<!\d)(?<!\d-)\d{4}([- ])(\d{4}\1\d{4})\1\d{4}(?!\d)(?!-\d)/dg;
const groupedAmex = /(?<!\d)(?<!\d-)3[47]\d{2}([- ])(\d{6}\1\d)\d{4}(?!\d)(?!-\d)/dg;
const bareCard = /(?<!\d)[3-9]\d{3}(\d{7,8})\d{4}(?!\d)/dg;

/** Digits in a row are a card only when the check digit (Luhn, ISO/IEC 7812-1) is right. */
function cardRanges(plain: string): TextRange[] {
  return [
    ...groupRanges(plain, groupedCard, 2).flatMap((range) => digitRuns(plain, range)),
    ...groupRanges(plain, groupedAmex, 2).flatMap((range) => digitRuns(plain, range)),
    ...matchesOf(plain, bareCard).flatMap((match) =>
      hasLuhnCheckDigit(match[0]) ? groupRange(match, 1) : [],
    ),
  ];
}

/** The dashes between the groups stay, so that a card can be told for what it is. */
function digitRuns(plain: string, range: TextRange): TextRange[] {
  return [...plain.slice(range.from, range.to).matchAll(/\d+/g)].map((run) => ({
    from: range.from + run.index,
    to: range.from + run.index + run[0].length,
  }));
}

function hasLuhnCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let fromEnd = 0; fromEnd < digits.length; fromEnd++) {
    const digit = Number(digits[digits.length - 1 - fromEnd]);
    const doubled = fromEnd % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const email = /([A-Za-z0-9._%+-]{1,64})@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/dg;

/** Two characters stay, fewer when the local part has no more than two; its last one never does. */
function emailRanges(plain: string): TextRange[] {
  return matchesOf(plain, email).flatMap((match) =>
    groupRange(match, 1).map(({ from, to }) => ({
      from: from + Math.min(2, to - from - 1),
      to,
    })),
  );
}

function matchesOf(plain: string, pattern: RegExp): RegExpExecArray[] {
  return [...plain.matchAll(pattern)];
}

function groupRanges(plain: string, pattern: RegExp, group = 1): TextRange[] {
  return matchesOf(plain, pattern).flatMap((match) => groupRange(match, group));
}

function groupRange(match: RegExpExecArray, group: number): TextRange[] {
  const span = match.indices?.[group];
  return span === undefined ? [] : [{ from: span[0], to: span[1] }];
}
