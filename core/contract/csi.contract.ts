import { z } from 'zod';
import { type Interval, idSchema, nameSchema, nothing } from './common.schema.ts';
import type { Explanation } from './explanation.ts';
import { edit, read } from './method.ts';

export const componentScores = ['mean-0-100', 'top-1', 'top-2'] as const;
export type ComponentScore = (typeof componentScores)[number];

export const indexComponentSchema = z.object({
  name: nameSchema,
  /** Share of the component in the index; all shares together are 1 (±1e-9). */
  weight: z.number().min(0).max(1),
  score: z.enum(componentScores),
  itemIds: z.array(idSchema).min(1).max(500),
});

export const indexFieldsSchema = z.object({
  name: nameSchema,
  components: z.array(indexComponentSchema).min(1).max(50),
});
export type IndexFields = z.infer<typeof indexFieldsSchema>;

export interface IndexDefinition extends IndexFields {
  id: number;
  /** Rises by one whenever the formula changes; shown with every figure made by it. */
  version: number;
}

/** An index value with its uncertainty, as computed by core/domain/index. */
export interface IndexEstimate {
  /** Respondents counted. */
  n: number;
  /** (Σw)² / Σw²; equals n when every respondent weighs the same. */
  effectiveN: number;
  /** 0–100; null when there is nothing to count. */
  index: number | null;
  standardError: number | null;
  ci95: Interval | null;
  /** Reasons for a null, as locale keys below `csi:notes`. */
  notes: string[];
}

export interface WavePoint extends IndexEstimate {
  waveId: number;
  waveName: string;
  surveyedOn: string;
  components: { name: string; score: number | null }[];
  /** Against the wave before it; null for the first. */
  change: { difference: number; ci95: Interval; p: number; significant: boolean } | null;
}

export interface GroupPoint extends IndexEstimate {
  group: string;
  /** Same group in the wave before it, when there is one. */
  previousIndex: number | null;
}

export interface ItemPoint {
  itemId: number;
  label: string;
  waves: {
    waveId: number;
    n: number;
    mean: number | null;
    score: number | null;
    ci95: Interval | null;
  }[];
  requirementIds: number[];
}

export const groupBySchema = z.union([
  z.object({ by: z.literal('branch') }),
  z.object({ by: z.literal('region') }),
  z.object({ by: z.literal('segment'), segmentId: idSchema }),
]);
export type GroupBy = z.infer<typeof groupBySchema>;

/** How one figure of the index came about. */
export interface IndexDerivation {
  explanation: Explanation;
  /** itemNames[c][j]: item j of component c, as the lists of the explanation have them. */
  itemNames: string[][];
}

const respondentCut = {
  branch: z.string().optional(),
  region: z.string().optional(),
  segmentId: idSchema.optional(),
  segmentValue: z.string().optional(),
};

export const csiContract = {
  'csi.listIndexes': read<IndexDefinition[]>()(nothing, ['csi', 'survey']),
  'csi.createIndex': edit<{ id: number }>()(indexFieldsSchema),
  'csi.updateIndex': edit<{ version: number }>()(indexFieldsSchema.extend({ id: idSchema })),
  'csi.removeIndex': edit<void>()(z.object({ id: idSchema })),
  /** The index wave by wave, oldest first; one group only when a filter is given. */
  'csi.listWavePoints': read<WavePoint[]>()(z.object({ indexId: idSchema, ...respondentCut }), [
    'csi',
    'survey',
  ]),
  /** The derivation of one wave's index, of one group only when a filter is given. */
  'csi.explainPoint': read<IndexDerivation>()(
    z.object({ indexId: idSchema, waveId: idSchema, ...respondentCut }),
    ['csi', 'survey'],
  ),
  /** One wave cut by branch, region or a segment. */
  'csi.listGroupPoints': read<GroupPoint[]>()(
    z.object({ indexId: idSchema, waveId: idSchema, groupBy: groupBySchema }),
    ['csi', 'survey'],
  ),
  /** Every item of the index over all waves: mean in its own units and 0–100 score. */
  'csi.listItemPoints': read<ItemPoint[]>()(z.object({ indexId: idSchema }), [
    'csi',
    'survey',
    'requirement',
  ]),
};
