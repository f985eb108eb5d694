const sampleSize = 50_000;
/** VOC that came one after the other: few pages of the file are read for them. */
const blockSize = 100;

/** Some 50,000 of the ids (ascending), in blocks spread evenly over them; all, when they are no more. */
export function evenSample(ids: Uint32Array): Uint32Array {
  if (ids.length <= sampleSize) return ids;
  const blocks = sampleSize / blockSize;
  const step = ids.length / blocks;
  const sample = new Uint32Array(sampleSize);
  for (let block = 0; block < blocks; block++) {
    const from = Math.min(Math.floor(block * step), ids.length - blockSize);
    sample.set(ids.subarray(from, from + blockSize), block * blockSize);
  }
  return sample;
}
