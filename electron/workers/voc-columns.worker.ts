import { parentPort, workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import type { HelperData, ReadSlice } from '../host/voc-index/column-helpers.ts';
import { SliceCounter, SliceReader } from '../host/voc-index/column-slices.ts';

/** Reads slices of all VOC for the thread of the index until there are no more, and ends. */
const { file, lastId, taken }: HelperData = workerData;

const raw = openRaw(file, { readonly: true });
raw.pragma('cache_size = -16384');
const counter = new SliceCounter(lastId, taken);
const reader = new SliceReader(raw);
for (let slice = counter.next(); slice !== null; slice = counter.next()) {
  const packed = reader.read(slice).pack();
  const buffers = Object.values(packed.numbers).map((array) => array.buffer);
  parentPort?.postMessage({ slice, packed } satisfies ReadSlice, buffers);
}
raw.close();
