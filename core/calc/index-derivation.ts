import type { Explanation, ProfileStamp } from '../contract/explanation.ts';
import { type IndexComponent, scoreSample } from '../domain/index/component-score.ts';
import { estimateIndex } from '../domain/index/composite-index.ts';
import { explanationOf } from './explanation.ts';
import { explainIndex } from './index-explanation.ts';
import { compositeIndexCalc } from './methods/composite-index.calc.ts';

/**
 * How an index came about on a wave held in columns: what `csm calc composite-index --explain` says of
 * the same answers. `profile` is the formula that made it.
 */
export function deriveIndex(
  components: readonly IndexComponent[],
  weights: Float64Array,
  profile: ProfileStamp,
): Explanation {
  const sample = scoreSample(components, weights);
  const body = explainIndex(components, sample, estimateIndex(sample), {
    rows: components.map(() => weights.length),
    weights: weights.every((weight) => weight === 1) ? undefined : Array.from(weights),
  });
  return explanationOf(compositeIndexCalc, body, profile);
}
