import type { TFunction } from 'i18next';
import type { HowStanding } from '../../../core/contract/stability.contract.ts';

/** Quantiles between two ranks are told with one decimal. */
export function rankText(rank: number): string {
  return Number.isInteger(rank) ? String(rank) : rank.toFixed(1);
}

/** "Top 5 in 94 % of 10,000 variants". */
export function topSentence(
  { topK, topPercent, variants }: HowStanding,
  t: TFunction,
  language: string,
): string {
  return t('stability:sentence.top', {
    topK,
    percent: topPercent,
    variants: variants.toLocaleString(language),
  });
}

/** "Rank 2 to 6 in nine variants of ten, median 3". */
export function rangeSentence(
  { rankLow, rankHigh, rankMedian }: HowStanding,
  t: TFunction,
): string {
  return t('stability:sentence.range', {
    low: rankText(rankLow),
    high: rankText(rankHigh),
    median: rankText(rankMedian),
  });
}
