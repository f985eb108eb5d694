/** Saaty's scale: 1 equal, 3 moderately, 5 strongly, 7 very strongly, 9 extremely more important. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const mostImportant = 9;

/** The seventeen values of the scale, from 1/9 to 9. */
export const saatyValues: readonly number[] = [
  ...steps.toReversed().map((step) => 1 / step),
  ...steps.slice(1),
];

/**
 * The value of the scale that is nearest to a ratio above 0, measured in proportion: 1.4 is nearer to 1
 * than to 2, for 1.4 ÷ 1 < 2 ÷ 1.4. Ratios beyond the scale give 9 or 1/9.
 */
export function nearestSaatyValue(ratio: number): number {
  let nearest = 1;
  for (const value of saatyValues) {
    if (factorBetween(value, ratio) < factorBetween(nearest, ratio)) nearest = value;
  }
  return nearest;
}

/** How many times one positive number is the other, the larger by the smaller: ≥ 1. */
export function factorBetween(a: number, b: number): number {
  return Math.max(a / b, b / a);
}

/** What was typed as a comparison; null stands for one that was not made. */
export interface JudgementEntry {
  ratio: number | null;
}

/**
 * A comparison as people write it: `3`, `1/3`, `⅓`, `2.5`, `0.33`, `0,33`, `3:1`. Blank means that it was
 * not made. A decimal of two digits or more that is what rounding or cutting off makes of 1/2 … 1/9 is
 * taken for that fraction (0.33 and 0.333 for 1/3, 0.16 and 0.17 for 1/6), because otherwise the table
 * would not be reciprocal. Null when it is no comparison, or outside 1/9 to 9.
 */
export function parseJudgement(entry: string): JudgementEntry | null {
  const text = entry.normalize('NFKC').replaceAll('⁄', '/').replace(/\s+/g, '');
  if (text === '') return { ratio: null };
  const parts = /^(\d+(?:[.,]\d+)?)(?:[/:](\d+(?:[.,]\d+)?))?$/.exec(text);
  if (parts === null) return null;
  const [, upper = '', lower] = parts;
  const ratio = lower === undefined ? decimalRatio(upper) : numberOf(upper) / numberOf(lower);
  const withinScale = ratio >= 1 / mostImportant - 1e-12 && ratio <= mostImportant;
  return withinScale ? { ratio } : null;
}

/** `3`, `1/3`, `2.5`, `1/2.5`: at most two decimals; reads back as the same value where it has no more. */
export function judgementText(ratio: number): string {
  const rounded = (value: number) => String(Math.round(value * 100) / 100);
  return ratio >= 1 ? rounded(ratio) : `1/${rounded(1 / ratio)}`;
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

function decimalRatio(text: string): number {
  const value = numberOf(text);
  const digits = /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
  if (digits < 2) return value;
  const scale = 10 ** digits;
  const written = Math.round(value * scale);
  const step = steps.find((step) => {
    const exact = scale / step;
    return step > 1 && (Math.round(exact) === written || Math.floor(exact) === written);
  });
  return step === undefined ? value : 1 / step;
}
