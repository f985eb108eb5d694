import type { Exclusion, Explanation, ExplanationStep } from '../contract/explanation.ts';
import type { Translate } from '../i18n/translate.ts';

/** An explanation that needs no locale file any more: what `csm calc --explain` prints. */
export type WordedExplanation = Omit<Explanation, 'steps' | 'exclusions' | 'handling'> & {
  handling: Explanation['handling'] & { words: { missing: string; weights: string } };
  exclusions: readonly (Exclusion & { words: string })[];
  steps: readonly (ExplanationStep & { title: string })[];
};

/** Puts the words of a language beside every key of an explanation. */
export function worded(explanation: Explanation, translate: Translate): WordedExplanation {
  const { method, handling, exclusions, steps } = explanation;
  return {
    ...explanation,
    handling: {
      ...handling,
      words: {
        missing: translate(`explain:missing.${handling.missing}`),
        weights: translate(`explain:weights.${handling.weights}`),
      },
    },
    exclusions: exclusions.map((exclusion) => ({
      ...exclusion,
      words: translate(`explain:exclusions.${exclusion.reason}`),
    })),
    steps: steps.map((step) => ({
      title: translate(`explain:steps.${method}.${step.id}`),
      ...step,
    })),
  };
}
