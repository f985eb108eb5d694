import type { ItemSample } from './item-sample.ts';

/** A variance below this share of the mean square is rounding: the item does not vary. */
const noVariance = 1e-13;

/**
 * Population covariances (÷ n) of the items, or their correlations when `scaled`; width × width, row by
 * row, in units of `sample.unit`². `counts` says how often each respondent is taken, as in a bootstrap
 * draw; each once when absent. Their sum is n.
 *
 * A constant item has 0 in its row and column, on the diagonal too.
 */
export function itemCovariances(
  sample: Pick<ItemSample, 'n' | 'width' | 'values'>,
  scaled: boolean,
  counts?: ArrayLike<number>,
): Float64Array {
  const { n, width, values } = sample;
  const products = new Float64Array(width * width);
  const sums = new Float64Array(width);
  for (let r = 0; r < n; r++) {
    const count = counts === undefined ? 1 : (counts[r] as number);
    if (count === 0) continue;
    const row = r * width;
    for (let i = 0; i < width; i++) {
      const value = (values[row + i] as number) * count;
      sums[i] = (sums[i] as number) + value;
      const to = i * width;
      for (let j = 0; j <= i; j++) {
        products[to + j] = (products[to + j] as number) + value * (values[row + j] as number);
      }
    }
  }
  return scaled ? toCorrelations(centred(products, sums, n)) : centred(products, sums, n);
}

/** Σxy ÷ n − x̄·ȳ. The items are centred on the whole sample, so that x̄ is small and nothing cancels. */
function centred(products: Float64Array, sums: Float64Array, n: number): Float64Array {
  const width = sums.length;
  for (let i = 0; i < width; i++) {
    const mean = (sums[i] as number) / n;
    const square = (products[i * width + i] as number) / n;
    const varies = square - mean * mean > noVariance * square;
    for (let j = 0; j <= i; j++) {
      const covariance = (products[i * width + j] as number) / n - mean * ((sums[j] as number) / n);
      const known = varies && products[j * width + j] !== 0;
      products[i * width + j] = known ? covariance : 0;
      products[j * width + i] = products[i * width + j] as number;
    }
  }
  return products;
}

function toCorrelations(covariances: Float64Array): Float64Array {
  const width = Math.sqrt(covariances.length);
  const deviations = new Float64Array(width);
  for (let i = 0; i < width; i++) deviations[i] = Math.sqrt(covariances[i * width + i] as number);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) {
      const spread = (deviations[i] as number) * (deviations[j] as number);
      const at = i * width + j;
      if (spread > 0) covariances[at] = i === j ? 1 : (covariances[at] as number) / spread;
    }
  }
  return covariances;
}
