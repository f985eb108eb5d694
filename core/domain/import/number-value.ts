const missingWords = new Set([
  '',
  '-',
  '.',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  'nil',
  '무응답',
  '응답없음',
  '해당없음',
  '모름',
  '잘모름',
  '결측',
  'dk',
]);

/** What survey files write where nobody answered: blank, NA, -, 무응답, 해당 없음 and the like. */
export function isMissing(text: string): boolean {
  return missingWords.has(text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ''));
}

const plainNumber = /^[+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const scored = /^([+-]?\d+(?:\.\d+)?)\s*점$/u;
const labelledBefore = /^(\d+(?:\.\d+)?)\s*(?:[.):=-]|점\s*[:(]|\()\s*[^\d\s].*$/u;
const labelledAfter = /^[^\d]+\((\d+)\s*점?\)$/u;

/**
 * A number as answers are written: `5`, `5.0`, `1,234`, full-width digits, `⑤`, `5점`, and with its
 * label, `5. 매우 만족`, `5 = very good`, `매우 만족(5)`. null for anything else.
 */
export function parseNumberValue(text: string): number | null {
  const value = text.normalize('NFKC').trim();
  if (value === '') return null;
  const digits = plainNumber.test(value)
    ? value.replaceAll(',', '')
    : (scored.exec(value) ?? labelledBefore.exec(value) ?? labelledAfter.exec(value))?.[1];
  if (digits === undefined || !/\d/.test(digits)) return null;
  const number = Number(digits);
  return Number.isFinite(number) ? number : null;
}

/**
 * A spreadsheet number as a person sees it: at most 15 significant digits, as Excel shows, so that
 * 0.1 + 0.2 is `0.3` and not `0.30000000000000004`.
 */
export function textOfNumber(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return String(number);
  return String(Number(number.toPrecision(15)));
}
