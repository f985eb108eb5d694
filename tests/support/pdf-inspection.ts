import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/** What a PDF file says of itself, read without a PDF library. */
export interface PdfFacts {
  pages: number;
  fonts: string[];
  rasterImages: number;
  tagged: boolean;
  language: string | null;
  outlineEntries: number;
  /** Every Unicode value that copied text can hold, from the fonts' ToUnicode maps. */
  copyable: string;
}

export function inspectPdf(bytes: Uint8Array): PdfFacts {
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    pages: count(raw, /\/Type \/Page\b(?!s)/g),
    fonts: [
      ...new Set(Array.from(raw.matchAll(/\/FontName \/([\w+-]+)/g), ([, name]) => name ?? '')),
    ],
    rasterImages: count(raw, /\/Subtype \/Image/g),
    tagged: /\/Marked true/.test(raw),
    language: /\/Lang \((\w+)\)/.exec(raw)?.[1] ?? null,
    outlineEntries: count(raw, /\/Title \(/g),
    copyable: streamsOf(bytes)
      .filter((stream) => stream.includes('beginbfrange'))
      .map(unicodeOf)
      .join(''),
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function streamsOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const streams: string[] = [];
  let at = buffer.indexOf('stream\n');
  while (at !== -1) {
    const start = at + 'stream\n'.length;
    const end = buffer.indexOf('endstream', start);
    streams.push(inflated(buffer.subarray(start, end)));
    at = buffer.indexOf('stream\n', end + 'endstream\n'.length);
  }
  return streams;
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}

function unicodeOf(map: string): string {
  const values = Array.from(map.matchAll(/<([0-9a-f]{4})>/gi), ([, hex]) =>
    Number.parseInt(hex ?? '', 16),
  );
  return String.fromCharCode(...values);
}

/** The text of a PDF by poppler's pdftotext, or null where that is not installed. */
export function pdfText(bytes: Uint8Array): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  if (!folders.some((folder) => existsSync(path.join(folder, 'pdftotext')))) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'csm-pdf-'));
  try {
    const file = path.join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
