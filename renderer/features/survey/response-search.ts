import type { z } from 'zod';
import type { RespondentFilter } from '../../../core/contract/survey.contract.ts';
import type { responseSearchSchema } from '../../shared/navigation/search-schemas.ts';

export type ResponseSearch = z.infer<typeof responseSearchSchema>;

/** What the address of the page says about which respondents to show. */
export function respondentFilterOf(waveId: number, search: ResponseSearch): RespondentFilter {
  const { branch, region, segmentId, segmentValue, itemId, answerFrom, answerTo } = search;
  return { waveId, branch, region, segmentId, segmentValue, itemId, answerFrom, answerTo };
}

/** An address that shows everybody of the wave. */
export const everybody = {
  branch: undefined,
  region: undefined,
  segmentId: undefined,
  segmentValue: undefined,
  itemId: undefined,
  answerFrom: undefined,
  answerTo: undefined,
} satisfies ResponseSearch;

export function isNarrowed(search: ResponseSearch): boolean {
  return Object.entries(search).some(([key, value]) => key in everybody && value !== undefined);
}

/** Without what only a link says, and in a shape that can be kept. */
export function lastingParts({
  respondentId: _opened,
  indexId: _shown,
  ...lasting
}: ResponseSearch): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(lasting).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
