import type { BootstrapSummary } from '../../domain/pls/pls-bootstrap.ts';
import type { PlsNote, PlsNoteReason } from '../../domain/pls/pls-note.ts';

const all = 'The model cannot be estimated and its figures are null:';

/** `{names}`: the constructs a sentence is about. */
const noteWords: Record<PlsNoteReason, string> = {
  oneRow: `${all} one row has no spread.`,
  constantItem: `${all} an item of {names} does not vary, so that it cannot be standardised.`,
  flatScore: `${all} the items of {names} cancel each other out or go with no neighbouring construct.`,
  collinearItems: `${all} items of {names} (mode B) do not vary or follow from each other.`,
  collinearPredictors: `${all} the constructs that act on {names} follow from each other.`,
  collinearPaths:
    'paths to {names} and their r2 are null: the constructs that act on them follow from each other.',
  tooFewRowsForPaths:
    'paths to {names} and their r2 are null: there are not more rows than constructs acting on them.',
  notConverged:
    'The iteration did not converge in 300 rounds; the figures are those of the last round.',
  noLoading: 'A loading, compositeReliability and ave of {names} are null: an item does not vary.',
  noIndex: 'index of {names} is null: the weights sum to 0.',
  negativeWeights:
    'A weight of {names} is negative: its index may lie outside 0-100 and is hard to interpret.',
  alphaOfOneItem: 'alpha of {names} is null: a single item has no internal consistency.',
  alphaWithoutVariance: 'alpha of {names} is null: its items or their sum do not vary.',
  formative:
    'alpha, compositeReliability and ave of {names} are null: items of mode B need not go together.',
};

/** One sentence per reason, naming all constructs it holds for. */
export function plsSentences(notes: readonly PlsNote[]): string[] {
  const reasons = [...new Set(notes.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const names = notes.filter((note) => note.reason === reason).map(({ latent }) => latent);
    return noteWords[reason].replace('{names}', () => names.join(', '));
  });
}

export function bootstrapSentences(summary: BootstrapSummary | null): string[] {
  if (summary === null) return [];
  const { draws, used } = summary;
  return [
    ...(used < draws
      ? [`${draws - used} of ${draws} draws did not converge or could not be estimated: left out.`]
      : []),
    ...(used < 2
      ? ['intervals and standardErrors are null: fewer than two draws could be estimated.']
      : []),
  ];
}
