import { type HouseView, howDirections } from '../../../../core/contract/house.contract.ts';
import { evenDecimals } from '../../../../core/domain/house/even-decimals.ts';
import type { HowFigures } from '../../../../core/domain/house/house-figures.ts';
import { lastLeadingRank } from '../../../../core/domain/house/weight-cut.ts';
import { directionSigns } from '../direction-signs.ts';
import type { HowLine } from '../matrix-lines.ts';
import { type BandField, ofLeaf } from '../plan/band-field.ts';
import { entryOf, numberReader } from '../plan/entry-numbers.ts';
import type { FigureWords } from '../plan/side-fields.ts';
import { competitorFields, ratingRange } from './competitor-fields.ts';
import { directionEntry } from './direction-entry.ts';
import type { FootChange } from './foot-change.ts';

export type FootField = BandField<HowLine, HowFigures, FootChange>;

/** The facts of HOWs below their weights. */
export function factFields({ t, figure, weight }: FigureWords): FootField[] {
  const named = (key: string) => ({
    key,
    size: 0,
    zone: 'facts',
    align: 'center' as const,
    label: t(`house:ratings.field.${key}`),
    hint: t(`house:ratings.fieldHint.${key}`),
  });
  const words = (key: 'unit' | 'targetValue', longest: number): FootField => ({
    ...named(key),
    text: ({ leaf }) => leaf?.[key] ?? '',
    input: {
      entry: ({ leaf }) => leaf?.[key] ?? null,
      read: (entry) => (entry.length > longest ? null : { kind: 'facts', patch: { [key]: entry } }),
    },
  });
  return [
    {
      ...named('direction'),
      text: ({ leaf }) => (leaf === null ? '' : directionSigns[leaf.direction]),
      input: {
        entry: ({ leaf }) => (leaf === null ? null : directionSigns[leaf.direction]),
        read: (entry) => {
          const direction = directionEntry(entry);
          return direction === null ? null : { kind: 'facts', patch: { direction } };
        },
        next: (entry) => {
          const now = directionEntry(entry) ?? 'target';
          const at = (howDirections.indexOf(now) + 1) % howDirections.length;
          return directionSigns[howDirections[at] ?? 'up'];
        },
        immediate: true,
      },
    },
    words('unit', 40),
    words('targetValue', 80),
    {
      ...named('difficulty'),
      text: ({ leaf }) => figure(leaf?.difficulty),
      input: {
        entry: ({ leaf }) => (leaf === null ? null : entryOf(leaf.difficulty)),
        read: numberReader(ratingRange, (difficulty) => ({ kind: 'facts', patch: { difficulty } })),
      },
    },
    {
      ...named('perDifficulty'),
      text: (line, { perDifficulty }) =>
        weight(ofLeaf(line, perDifficulty), decimalsOf(perDifficulty)),
      input: null,
    },
    {
      ...named('perDifficultyRank'),
      text: (line, { perDifficultyRank }) => figure(ofLeaf(line, perDifficultyRank)),
      tone: (line, { perDifficultyRank }) => {
        const rank = ofLeaf(line, perDifficultyRank);
        return rank !== null && rank <= lastLeadingOf(perDifficultyRank) ? 'strong' : null;
      },
      input: null,
    },
    {
      ...named('csf'),
      text: ({ leaf }) => (leaf === null || leaf.csfId === null ? '' : '★'),
      input: null,
    },
  ];
}

/** As many ranks as one looks at first. */
const leadingRanks = 3;

type FigureRow = readonly (number | null)[];

const decimalsOf = rememberedOf(evenDecimals);
const lastLeadingOf = rememberedOf((ranks) => lastLeadingRank(ranks, leadingRanks));

/** What is said of a whole row, which every cell of it asks. */
function rememberedOf(reckon: (row: FigureRow) => number): (row: FigureRow) => number {
  const known = new WeakMap<FigureRow, number>();
  return (row) => {
    const value = known.get(row) ?? reckon(row);
    known.set(row, value);
    return value;
  };
}

/** Measured levels of the HOWs: ours and each competitor's. */
export function technicalFields(
  { t, figure }: FigureWords,
  competitors: HouseView['competitors'],
): FootField[] {
  return competitorFields({
    t,
    figure,
    competitors,
    own: { key: 'ownRating', label: t('house:ratings.ownTechnical') },
    rivalKey: 'how',
    look: { zone: 'technical', size: 0, align: 'center' },
    ratingsOf: ({ leaf }: HowLine) =>
      leaf === null ? null : { own: leaf.ownRating, rivals: leaf.ratings },
  });
}
