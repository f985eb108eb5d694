import type { TextEncoding } from '../../contract/import.contract.ts';

/**
 * Tells the encoding of a text file from its beginning.
 *
 * 1. A byte order mark settles it.
 * 2. Zero bytes occur in UTF-16 only: every Latin letter, digit, separator and line end has one, in
 *    the second byte (LE) or in the first (BE).
 * 3. Text that is valid UTF-8 is UTF-8: Korean in CP949 practically never is. One incomplete
 *    character at the end of a sample is the cut, not a fault.
 * 4. Anything else is taken as CP949, which holds EUC-KR: what Korean Excel and older systems write.
 *
 * `isWhole`: `bytes` is the whole file and not a beginning of it.
 */
export function guessEncoding(bytes: Uint8Array, isWhole: boolean): TextEncoding {
  const sure = encodingByMark(bytes) ?? utf16ByZeroBytes(bytes);
  return sure ?? (isUtf8(bytes, isWhole) ? 'utf-8' : 'cp949');
}

function encodingByMark(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Below this share of zero bytes they are stray NUL characters in an 8-bit file. */
const leastZeroShare = 0.02;
/** One row of UTF-16 has more: separators, a digit, the end of the line. */
const leastZeros = 4;

function utf16ByZeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = bytes.length / 2;
  // U+0000 itself and characters such as U+AC00 put zeros on the other side: a clear lead is asked.
  const least = Math.max(leastZeros, pairs * leastZeroShare);
  if (odd >= least && odd > even * 4) return 'utf-16le';
  if (even >= least && even > odd * 4) return 'utf-16be';
  return null;
}

/** Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
function isUtf8(bytes: Uint8Array, isWhole: boolean): boolean {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(lead);
    if (length === 0) return false;
    const available = Math.min(length, bytes.length - at);
    for (let i = 1; i < available; i++) {
      if (!isContinuation(lead, i, bytes[at + i] ?? 0)) return false;
    }
    if (available < length) return !isWhole;
    at += length;
  }
  return true;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function isContinuation(lead: number, position: number, byte: number): boolean {
  if (position > 1) return byte >= 0x80 && byte <= 0xbf;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

/** U+FFFD in a decoded text: bytes that the encoding has no character for. */
export function countUndecodable(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}
