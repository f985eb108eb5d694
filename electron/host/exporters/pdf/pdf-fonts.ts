import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Weight } from './pdf-style.ts';

export type FontBytes = Record<Weight, Uint8Array>;

const faces: Record<Weight, string> = {
  regular: 'Pretendard-Regular.ttf',
  bold: 'Pretendard-SemiBold.ttf',
};

/** Pretendard from the installed package: the same place from source and in the packaged app. */
export function readReportFonts(): FontBytes {
  const { resolve } = createRequire(import.meta.url);
  const read = (weight: Weight) =>
    readFileSync(resolve(`pretendard/dist/public/static/alternative/${faces[weight]}`));
  return { regular: read('regular'), bold: read('bold') };
}
