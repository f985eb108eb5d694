import { formatCount, formatShare } from '../../../../core/charts/chart-text.ts';
import type { ImportanceSource } from '../../../../core/contract/house.contract.ts';

/** A value of a source in its own unit. */
export function valueText(source: ImportanceSource, value: number | null): string {
  if (value === null) return '–';
  switch (source) {
    case 'ahp':
    case 'groupAhp':
      return formatShare(value);
    case 'survey':
      return value.toFixed(1);
    case 'evidence':
      return value >= 100 ? formatCount(value) : String(Math.round(value * 10) / 10);
    case 'direct':
    case 'cascade':
      return String(Math.round(value * 100) / 100);
  }
}
