/** Which records a mark of a chart stands for, so that a click can walk to them. */
export type ChartLink =
  | { to: 'wave'; waveId: number }
  | { to: 'group'; group: string }
  | { to: 'item'; itemId: number; waveId: number }
  | { to: 'vocMonth'; month: string; kind: string }
  | { to: 'vocPeriod'; from: string; until: string }
  | { to: 'vocWord'; word: string; from: string; until: string }
  | { to: 'vocWords'; words: string[] }
  | { to: 'vocFacet'; value: string }
  | { to: 'how'; howId: number; csfId: number | null };

/** Reads the link from the `data` of an ECharts mouse event; null where a mark stands for nothing. */
export function chartLinkOf(data: unknown): ChartLink | null {
  if (typeof data !== 'object' || data === null || !('link' in data)) return null;
  return isChartLink(data.link) ? data.link : null;
}

function isChartLink(value: unknown): value is ChartLink {
  return typeof value === 'object' && value !== null && 'to' in value;
}
