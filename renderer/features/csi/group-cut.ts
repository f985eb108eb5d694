import type { GroupBy } from '../../../core/contract/csi.contract.ts';
import type { SegmentRow } from '../../../core/contract/survey.contract.ts';

/** A cut as it is remembered: `region`, `branch` or `segment:7`. One that is no more is regions. */
export function groupByOf(cut: string, segments: readonly SegmentRow[]): GroupBy {
  if (cut === 'branch') return { by: 'branch' };
  const segmentId = Number(cut.replace('segment:', ''));
  return segments.some(({ id }) => id === segmentId)
    ? { by: 'segment', segmentId }
    : { by: 'region' };
}

export function cutOf(groupBy: GroupBy): string {
  return groupBy.by === 'segment' ? `segment:${groupBy.segmentId}` : groupBy.by;
}

/** What a link to a group's respondents carries. */
export function groupFilter(groupBy: GroupBy, group: string) {
  switch (groupBy.by) {
    case 'segment':
      return { segmentId: groupBy.segmentId, segmentValue: group };
    case 'branch':
      return { branch: group };
    case 'region':
      return { region: group };
  }
}
