/** Why figures of a PLS model are null or to be read with care. */
export type PlsNoteReason =
  /** Nothing varies in one row. */
  | 'oneRow'
  /** An item of a scaled model does not vary: it has no standard form. */
  | 'constantItem'
  /** The items of a construct cancel out, or none goes with any neighbour. */
  | 'flatScore'
  /** The items of a block of mode B determine each other. */
  | 'collinearItems'
  /** The path scheme regresses on scores that determine each other. */
  | 'collinearPredictors'
  /** Paths to the construct are not determined. */
  | 'collinearPaths'
  | 'tooFewRowsForPaths'
  | 'notConverged'
  /** An item that does not vary correlates with nothing. */
  | 'noLoading'
  /** The weights of a construct sum to 0. */
  | 'noIndex'
  | 'negativeWeights'
  | 'alphaOfOneItem'
  | 'alphaWithoutVariance'
  /** Reliability is a question to reflective blocks. */
  | 'formative';

export interface PlsNote {
  readonly reason: PlsNoteReason;
  /** The construct it is about; null when it is about the whole. */
  readonly latent: string | null;
}
