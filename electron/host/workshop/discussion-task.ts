import {
  agreedValues,
  roundDiscussion,
  type ScoredRound,
  type WeighedModel,
} from '../../../core/domain/workshop/round-discussion.ts';

/** What is worked out of the votes of a round. */
export type DiscussionWork =
  | { kind: 'order'; round: ScoredRound; model: WeighedModel; topK: number }
  | { kind: 'agreed'; round: ScoredRound };

export interface DiscussionAnswers {
  order: ReturnType<typeof roundDiscussion>;
  agreed: ReturnType<typeof agreedValues>;
}

export function discuss(work: DiscussionWork): DiscussionAnswers[DiscussionWork['kind']] {
  return work.kind === 'order'
    ? roundDiscussion(work.model, work.round, work.topK)
    : agreedValues(work.round);
}
