import { type VocKind, vocKinds } from '../contract/voc.contract.ts';
import type { Translate } from '../i18n/translate.ts';

/** The words of all charts. */
export interface ChartText {
  scoreAxis: string;
  interval95: string;
  respondents: string;
  change: string;
  significant: string;
  notSignificant: string;
  noFigure: string;
  previousWave: string;
  relativeWeight: string;
  cumulativeWeight: string;
  chosenAsCsf: string;
  notChosen: string;
  rank: string;
  vocCount: string;
  total: string;
  vocKinds: Record<VocKind, string>;
}

/** Collects the words below `report:charts`; the screen and the reports use the same. */
export function chartTextFrom(t: Translate): ChartText {
  const word = (key: string) => t(`report:charts.${key}`);
  return {
    scoreAxis: word('scoreAxis'),
    interval95: word('interval95'),
    respondents: word('respondents'),
    change: word('change'),
    significant: word('significant'),
    notSignificant: word('notSignificant'),
    noFigure: word('noFigure'),
    previousWave: word('previousWave'),
    relativeWeight: word('relativeWeight'),
    cumulativeWeight: word('cumulativeWeight'),
    chosenAsCsf: word('chosenAsCsf'),
    notChosen: word('notChosen'),
    rank: word('rank'),
    vocCount: word('vocCount'),
    total: word('total'),
    vocKinds: Object.fromEntries(
      vocKinds.map((kind) => [kind, word(`vocKinds.${kind}`)]),
    ) as Record<VocKind, string>,
  };
}

/** A 0–100 score with one decimal, e.g. `72.4`. */
export function formatScore(score: number): string {
  return withoutNoise(score).toFixed(1);
}

/** What a sum leaves in the last digits must not decide how a half is rounded: 6.2499…98 is 6.25. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

/** A difference of scores with its sign, e.g. `+3.1`, `−0.4`; a difference that rounds to 0 has none. */
export function formatDifference(difference: number): string {
  const size = Math.abs(difference).toFixed(1);
  if (size === '0.0') return '0.0';
  return difference > 0 ? `+${size}` : `−${size}`;
}

/** A share 0–1 as percent with one decimal, e.g. `12.5%`. */
export function formatShare(share: number): string {
  return `${formatScore(share * 100)}%`;
}

/** A whole number with thousands separated, e.g. `3,000`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Interval ends, e.g. `70.1–74.6`. */
export function formatInterval([low, high]: readonly [number, number]): string {
  return `${formatScore(low)}–${formatScore(high)}`;
}
