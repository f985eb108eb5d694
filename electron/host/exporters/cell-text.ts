import {
  formatCount,
  formatDifference,
  formatInterval,
  formatScore,
  formatShare,
} from '../../../core/charts/chart-text.ts';
import type { ColumnKind, ReportCell } from '../../../core/reports/report-document.ts';

/** A cell as printed; nothing known is a dash. */
export function cellText(cell: ReportCell, kind: ColumnKind): string {
  if (cell === null) return kind === 'text' ? '' : '–';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return formatInterval(cell);
  return numberText(cell, kind);
}

function numberText(value: number, kind: ColumnKind): string {
  switch (kind) {
    case 'integer':
      return formatCount(value);
    case 'score':
      return formatScore(value);
    case 'difference':
      return formatDifference(value);
    case 'share':
      return formatShare(value);
    case 'number':
      return String(Math.round(value * 100) / 100);
    default:
      return String(value);
  }
}

/** Figures stand right so that their digits stand below each other; words and dates left. */
export function alignmentOf(kind: ColumnKind): 'left' | 'right' {
  return kind === 'text' || kind === 'date' ? 'left' : 'right';
}
