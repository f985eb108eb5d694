export const findingSeverities = ['serious', 'check', 'hint'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** In the order in which findings of one severity are listed. Words are kept under the same codes. */
export const findingCodes = [
  'emptyRow',
  'emptyColumn',
  'noImportance',
  'roofConflict',
  'roofTension',
  'weakRow',
  'offScale',
  'noEvidence',
  'sameName',
  'sameProfile',
  'nearProfile',
  'strongHouse',
  'strongRow',
  'strongColumn',
  'kanoReverse',
  'kanoQuestionable',
  'oneToOne',
  'separateBlocks',
  'allAlike',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something to look at in a house, and where. */
export interface HouseFinding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Leaf WHATs and HOWs it is about, in display order; both empty for the whole house. */
  readonly whatIds: readonly number[];
  readonly howIds: readonly number[];
  /** Figures for its words: shares are fractions. */
  readonly params: Readonly<Record<string, number>>;
}
