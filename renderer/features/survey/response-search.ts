import type { z } from 'zod';
import type { RespondentFilter } from '../../../core/contract/survey.contract.ts';
import type { responseSearchSchema } from '../../shared/navigation/search-schemas.ts';

export type ResponseSearch = z.infer<typeof responseSearchSchema>;

/** What the address of the page says about which respondents to show. */
export function respondentFilterOf(waveId: number, search: ResponseSearch): RespondentFilter {
  const { branch, region, segmentId, segmentValue, itemId, answerFrom, answerTo } = search;
  return { waveId, branch, region, segmentId, segmentValue, itemId, answerFrom, answerTo };
}
