import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type {
  KeywordRanking,
  RisingWords,
  WordPairs,
  WordTrend,
} from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import type { WordRuleLine } from '../../../core/domain/words/word-rules.ts';

export interface WordsTask {
  file: string;
  /** Only about so many VOC, evenly spread, read once; null for all, kept in step with the file. */
  sampleSize: number | null;
}

/** Every question about a filter: the filter, and the host's own calendar date. */
interface FilterAsk {
  filter: VocFilter;
  today: string;
  /** Whether a sample will do while not all is known: says which thread is asked. */
  early: boolean;
}

interface Period {
  from: string;
  to: string;
}

/** Of how many VOC an answer is, is known by who chose the thread. */
export type OfAll<Answer> = Omit<Answer, 'sample'>;

/** What the words worker is asked, and what it answers. */
export interface WordQuestions {
  learn: { ask: Record<never, never>; answer: { texts: number; words: number } };
  keywords: { ask: FilterAsk & { limit: number }; answer: OfAll<KeywordRanking> };
  rising: {
    ask: FilterAsk & { period: Period; baseline: Period; limit: number };
    answer: OfAll<RisingWords>;
  };
  trend: {
    ask: FilterAsk & { words: string[]; unit: 'week' | 'month' };
    answer: OfAll<WordTrend>;
  };
  cooccurrence: { ask: FilterAsk & { limit: number }; answer: OfAll<WordPairs> };
  /** Ids of the VOC that hold the keyword, ascending. */
  idsWith: { ask: { keyword: string }; answer: Uint32Array };
}

export type QuestionName = keyof WordQuestions;
export type FilterQuestionName = Exclude<QuestionName, 'learn' | 'idsWith'>;

/** `rules`: as they are when it is asked. */
export type WordRequest = {
  [Name in QuestionName]: {
    id: number;
    name: Name;
    ask: WordQuestions[Name]['ask'];
    rules: WordRuleLine[];
    /** VOC that were written since the question before; null when they are too many to name. */
    changed: number[] | null;
    /** Not 0 once the question is to be given up. */
    cancelFlag: SharedArrayBuffer;
  };
}[QuestionName];

export type WordReply =
  | { id: number; kind: 'progress'; phase: string; done: number; total: number | null }
  | { id: number; kind: 'answer'; answer: WordQuestions[QuestionName]['answer'] }
  | { id: number; kind: 'failed'; error: ErrorPayload };
