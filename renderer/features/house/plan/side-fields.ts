import type { TFunction } from 'i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { kanoClasses } from '../../../../core/contract/requirement.contract.ts';
import type { WhatFigures } from '../../../../core/domain/house/house-figures.ts';
import type { WhatLine } from '../matrix-lines.ts';
import { competitorFields } from '../ratings/competitor-fields.ts';
import { type BandField, ofLeaf } from './band-field.ts';
import { entryAfter, entryOf, kanoEntry, numberReader } from './entry-numbers.ts';
import type { SideChange } from './side-change.ts';

export type SideField = BandField<WhatLine, WhatFigures, SideChange>;

/** Figures as the person's language writes them. */
export interface FigureWords {
  t: TFunction;
  figure: (value: number | null | undefined) => string;
  /** With as many decimals as its row has. */
  weight: (value: number | null | undefined, decimals: number) => string;
  percent: (share: number | null | undefined) => string;
}

const level = { above: 0, upTo: 100 };
const salesPoints = ['1', '1.2', '1.5'];

/** The columns of the quality plan. */
export function planFields(
  { t, figure, percent }: FigureWords,
  kanoAdjusted: boolean,
): SideField[] {
  const named = (key: string, size: number) => ({
    key,
    size,
    zone: 'plan',
    align: 'end' as const,
    label: t(`house:plan.field.${key}`),
    hint: t(`house:plan.hint.${key}`),
  });
  const computed = (
    key: string,
    size: number,
    text: SideField['text'],
    tone?: SideField['tone'],
  ): SideField => ({ ...named(key, size), text, input: null, ...(tone && { tone }) });
  const levelField = (key: 'current' | 'target'): SideField => ({
    ...named(key, 52),
    text: ({ leaf }) => figure(leaf?.[key]),
    input: {
      entry: ({ leaf }) => (leaf === null ? null : entryOf(leaf[key])),
      read: numberReader(level, (value) => ({ kind: 'plan', patch: { [key]: value } })),
    },
  });
  return [
    levelField('current'),
    levelField('target'),
    computed('ratio', 56, (line, { improvementRatio }) => figure(ofLeaf(line, improvementRatio))),
    {
      ...named('salesPoint', 56),
      text: ({ leaf }) => figure(leaf?.salesPoint),
      input: {
        entry: ({ leaf }) => (leaf === null ? null : String(leaf.salesPoint)),
        // A WHAT always has one; none is 1.
        read: numberReader({ above: 0, upTo: 10 }, (value) => ({
          kind: 'plan',
          patch: { salesPoint: value ?? 1 },
        })),
        next: (entry) => entryAfter(entry, salesPoints),
      },
    },
    {
      ...named('kano', 52),
      align: 'center',
      text: ({ leaf }) => leaf?.kano ?? '',
      input: {
        entry: ({ leaf }) => (leaf === null ? null : (leaf.kano ?? '')),
        read: (entry) => {
          const kano = kanoEntry(entry);
          return kano === undefined ? null : { kind: 'plan', patch: { kano } };
        },
        next: (entry) => entryAfter(entry, ['', ...kanoClasses]),
        immediate: true,
      },
    },
    ...(kanoAdjusted
      ? [computed('adjusted', 60, (line, { adjustedRatio }) => figure(ofLeaf(line, adjustedRatio)))]
      : []),
    computed('absolute', 60, (line, { absolute }) => figure(sumOf(line, absolute))),
    computed(
      'relative',
      60,
      (line, { relative }) => percent(sumOf(line, relative)),
      () => 'strong',
    ),
    computed('rank', 44, (line, { rank, relative }) => {
      const own = ofLeaf(line, rank);
      return own === null || ofLeaf(line, relative) === null ? '' : String(own);
    }),
  ];
}

/** What customers say of us and of each competitor. */
export function ratingFields(
  { t, figure }: FigureWords,
  competitors: HouseView['competitors'],
): SideField[] {
  return competitorFields({
    t,
    figure,
    competitors,
    own: { key: 'own', label: t('house:ratings.own') },
    rivalKey: 'rival',
    look: { zone: 'ratings', size: 48, align: 'end' },
    ratingsOf: ({ leaf }: WhatLine) =>
      leaf === null ? null : { own: leaf.current, rivals: leaf.ratings },
  });
}

/** Of a leaf its own, of a collapsed group what its leaves have together. */
function sumOf(
  { firstLeaf, leafCount }: WhatLine,
  values: readonly (number | null)[],
): number | null {
  let sum = 0;
  for (const value of values.slice(firstLeaf, firstLeaf + leafCount)) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
