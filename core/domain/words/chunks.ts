import { isPlain, normalizeForSearch } from '../voc/voc-search.ts';

/** A stretch of a text between white space and punctuation: Hangul, or Latin letters with what hangs on. */
export interface Chunk {
  /** Latin letters (and digits after them); '' when the chunk is Hangul alone. */
  latin: string;
  hangul: string;
}

/** A/S and the like are one term; letters may carry digits (lg전자, h2o, 5g is dropped: it begins with one). */
const pieces = /a\/s|[0-9][0-9.,:%~-]*[a-z가-힣]*|[a-z][a-z0-9]*[가-힣]*|[가-힣]+/g;

/** Addresses of mail and pages are no words. */
const addresses = /\S*@\S*|(?:https?:|www\.)\S+/g;

/** A unit that counts something after a number (3만원, 두 번은 not: no digit), and the rest behind it. */
const unitAfterNumber =
  /^(?:년대|년|개월|월달|월|일|주일|주|시간|시|분|초|만원|천원|억원|원|만|천|백|억|번째|번|회|차|개|명|인분|인|대|건|점|점대|층|호점|호|호실|위|등|살|세|부|편|탄|도|미리|센티|미터|키로|리터|평|프로|퍼센트|박|단계|종|가지|장|통|권|줄|배|급|자리|쪽|학년|반|곳|군데|차례|달|박스|팩|병|잔|그램|기가|메가|인치|와트|볼트|키로그램|킬로|여)+/;

/**
 * Words of a text by white space and punctuation, normalised as the search does it, in order. Numbers
 * with their units, single Hangul letters (ㅋㅋ, ㅠㅠ), signs and emoji are left out.
 */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const piece of spokenPart(text).match(pieces) ?? []) {
    if (piece === 'a/s') chunks.push({ latin: 'as', hangul: '' });
    else if (piece >= '가') chunks.push({ latin: '', hangul: piece });
    else if (piece < ':') pushAfterNumber(piece, chunks);
    else pushLatin(piece, chunks);
  }
  return chunks;
}

/**
 * Whether a text holds Hangul syllables and plain signs only, as most do: no Latin letter and no digit,
 * no address, nothing that another spelling stands for. Then its chunks are its runs of syllables.
 */
export function isHangulAndSigns(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSyllable(code)) continue;
    if (isWhiteSpace(code)) continue;
    if (!isPlain(code) || isLetterOrDigit(code) || code === atSign) return false;
  }
  return true;
}

const atSign = 0x40;

function isSyllable(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isLetterOrDigit(code: number): boolean {
  if (code <= 0x39) return code >= 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function spokenPart(text: string): string {
  const plain = normalizeForSearch(text);
  const hasAddress = plain.includes('@') || plain.includes('http') || plain.includes('www.');
  return hasAddress ? plain.replaceAll(addresses, ' ') : plain;
}

function pushLatin(piece: string, chunks: Chunk[]): void {
  const start = piece.search(/[가-힣]/);
  if (start < 0) chunks.push({ latin: piece, hangul: '' });
  else chunks.push({ latin: piece.slice(0, start), hangul: piece.slice(start) });
}

/** What stands behind a number and its unit is a word again only when no particle can be meant. */
function pushAfterNumber(piece: string, chunks: Chunk[]): void {
  const start = piece.search(/[가-힣]/);
  if (start < 0) return;
  const hangul = piece.slice(start);
  const rest = hangul.replace(unitAfterNumber, '');
  if (rest.length === hangul.length && rest.length >= 2) chunks.push({ latin: '', hangul: rest });
  else if (rest.length >= 4) chunks.push({ latin: '', hangul: rest });
}
