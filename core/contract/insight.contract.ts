import { z } from 'zod';
import { dateSchema, idSchema, nothing } from './common.schema.ts';
import { command, edit, read } from './method.ts';
import { vocFilterSchema } from './voc.contract.ts';

/** stop: not a word of interest; synonym: another word for one; keep: a word in any case. */
export const wordRuleKinds = ['stop', 'synonym', 'keep'] as const;
export type WordRuleKind = (typeof wordRuleKinds)[number];

const filter = vocFilterSchema.default({});
/** While many VOC are still being learned, an answer from an even sample of them is welcome. */
const early = z.boolean().default(false);
const wordSchema = z.string().trim().min(1).max(100);

/** Days of receipt, both included. */
const periodSchema = z.strictObject({ from: dateSchema, to: dateSchema });
export type InsightPeriod = z.infer<typeof periodSchema>;

/** Of which VOC an early answer is. */
export interface VocSample {
  /** VOC in the sample, evenly spread; of the filter, those among them are counted. */
  texts: number;
  /** VOC of the workspace. */
  of: number;
}

/** What is asked `early` says of how many VOC it is. */
interface MaybeSampled {
  /** null: of all that the filter selects. */
  sample: VocSample | null;
}

export interface InsightState {
  /** none: nobody asked yet; learning: under way, `jobId` tells how far. */
  status: 'none' | 'learning' | 'ready' | 'failed';
  jobId: string | null;
  texts: number;
  /** Different words that occur. */
  words: number;
}

export interface KeywordLine {
  word: string;
  /** VOC that hold it. */
  count: number;
  /** Of the VOC that the filter selects. */
  share: number;
  /** How people wrote it, most frequent first; over all VOC. */
  surfaces: { text: string; count: number }[];
}

export interface KeywordRanking extends MaybeSampled {
  total: number;
  words: KeywordLine[];
  /** How many other words there are. */
  others: number;
}

export interface RisingWord {
  word: string;
  period: number;
  baseline: number;
  /** What the period would hold at the baseline's rate. */
  expected: number;
  ratio: number | null;
  ratioLow: number;
  ratioHigh: number | null;
  p: number;
  q: number;
  direction: 'rising' | 'falling';
  significant: boolean;
}

export interface RisingWords extends MaybeSampled {
  periodTotal: number;
  baselineTotal: number;
  /** Words that were tested. */
  tested: number;
  words: RisingWord[];
}

export interface WordTrend extends MaybeSampled {
  periods: { from: string; to: string; total: number; partial: boolean }[];
  series: { word: string; counts: number[] }[];
}

export interface WordPairLine {
  first: string;
  second: string;
  both: number;
  firstCount: number;
  secondCount: number;
  expected: number;
  lift: number;
  logLikelihood: number;
  q: number;
}

export interface WordPairs extends MaybeSampled {
  total: number;
  /** Words among which pairs were sought. */
  words: number;
  pairs: WordPairLine[];
}

export interface WeeklyVoc {
  type: 'c' | 'p';
  weeks: {
    from: string;
    to: string;
    count: number;
    whole: number | null;
    partial: boolean;
    /** Null where the week is not charted. */
    value: number | null;
    lower: number | null;
    upper: number | null;
  }[];
  /** The last day, not after today, on which one of the VOC came; null when there is none. */
  lastDay: string | null;
  center: number | null;
  signals: {
    week: number;
    kind: 'above' | 'below' | 'runAbove' | 'runBelow';
    value: number;
    line: number;
    length: number | null;
  }[];
  dispersion: number | null;
  overdispersed: boolean;
}

export interface WordRule {
  id: number;
  kind: WordRuleKind;
  word: string;
  standsFor: string | null;
}

export const insightContract = {
  'insight.state': read<InsightState>()(nothing, ['voc']),
  /** Reads all VOC and learns their words; what is under way already goes on. */
  'insight.learn': command<{ jobId: string | null }>()(nothing),
  'insight.keywords': read<KeywordRanking>()(
    z.object({ filter, limit: z.number().int().min(1).max(500).default(50), early }),
    ['voc', 'requirement', 'setting'],
  ),
  'insight.rising': read<RisingWords>()(
    z.object({
      filter,
      period: periodSchema,
      baseline: periodSchema,
      limit: z.number().int().min(1).max(500).default(50),
      early,
    }),
    ['voc', 'requirement', 'setting'],
  ),
  'insight.trend': read<WordTrend>()(
    z.object({
      filter,
      words: z.array(wordSchema).min(1).max(12),
      unit: z.enum(['week', 'month']).default('week'),
      early,
    }),
    ['voc', 'requirement', 'setting'],
  ),
  'insight.cooccurrence': read<WordPairs>()(
    z.object({ filter, limit: z.number().int().min(1).max(300).default(60), early }),
    ['voc', 'requirement', 'setting'],
  ),
  /** Counts of the filter; with `rateOf`, its share of what that filter selects. */
  'insight.weekly': read<WeeklyVoc>()(z.object({ filter, rateOf: vocFilterSchema.optional() }), [
    'voc',
    'requirement',
  ]),
  'insight.listWordRules': read<WordRule[]>()(nothing, ['setting']),
  /** A word has one rule; another for the same word takes its place. */
  'insight.saveWordRule': edit<{ id: number }>()(
    z.object({
      kind: z.enum(wordRuleKinds),
      word: wordSchema,
      standsFor: wordSchema.nullable().default(null),
    }),
  ),
  'insight.removeWordRule': edit<void>()(z.object({ id: idSchema })),
};
