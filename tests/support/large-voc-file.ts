import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { VocMapping } from '../../core/contract/import.contract.ts';

/** The columns of a file as a call centre's system writes it, and what they mean. */
export const largeVocMapping: VocMapping = {
  columns: {
    접수번호: 'externalId',
    접수일시: 'receivedAt',
    채널: 'channel',
    유형: 'kind',
    지점: 'branch',
    고객유형: 'customerType',
    심각도: 'severity',
    제품: 'product',
    담당자: 'owner',
    내용: 'text',
  },
  defaults: {},
};

const channels = ['전화', '웹', '앱', '지점', '우편', 'SNS', '설문', '모니터링'];
const kinds = ['불만', '제안', '문의', '칭찬'];
const customerTypes = ['일반', 'VIP', '법인'];
const products = ['정수기', '냉장고', '세탁기', '에어컨', 'TV', '청소기'];
const endings = [
  '',
  '',
  '이',
  '가',
  '을',
  '를',
  '은',
  '는',
  '에서',
  '으로',
  '했는데',
  '합니다',
  '해요',
];
const days = 1_000;
const rowsPerWrite = 5_000;

/**
 * Writes the same file on every computer: CP949, ids that never repeat (`prefix` and a number), texts
 * of 4 to 24 words in which few words are frequent and most are seldom, as in real ones.
 */
export async function writeLargeVocFile(file: string, rows: number, prefix = 'V'): Promise<void> {
  const random = randomNumbers(20_261_121);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = vocabulary(random);
  const text = () => {
    const count = 4 + Math.floor(random() * 21);
    // The square makes the first words of the list frequent.
    const word = () => words[Math.floor(random() ** 2 * words.length)] ?? '';
    return Array.from({ length: count }, () => `${word()}${oneOf(endings)}`).join(' ');
  };
  const output = createWriteStream(file);
  const write = async (lines: readonly string[]) => {
    const bytes = iconv.encode(lines.map((line) => `${line}\r\n`).join(''), 'cp949');
    if (!output.write(bytes)) await once(output, 'drain');
  };
  await write([Object.keys(largeVocMapping.columns).join(',')]);
  let lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const minutes = Math.floor(random() * days * 1_440);
    const at = new Date(Date.UTC(2024, 0, 1) + minutes * 60_000).toISOString();
    lines.push(
      [
        `${prefix}${row}`,
        `${at.slice(0, 10)} ${at.slice(11, 16)}`,
        oneOf(channels),
        oneOf(kinds),
        `${Math.floor(random() * 120)}호점`,
        oneOf(customerTypes),
        1 + Math.floor(random() * 5),
        oneOf(products),
        `담당${Math.floor(random() * 30)}`,
        `"${text()}"`,
      ].join(','),
    );
    if (lines.length < rowsPerWrite) continue;
    await write(lines);
    lines = [];
  }
  await write(lines);
  output.end();
  await finished(output);
}

const syllableCount = 1_200;
const wordCount = 12_000;

function vocabulary(random: () => number): string[] {
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from));
  // Syllables that EUC-KR has: CP949 writes the others too, but nobody speaks them.
  const syllables = Array.from({ length: syllableCount }, () =>
    iconv.decode(Buffer.from([pick(0xb0, 0xc8), pick(0xa1, 0xfe)]), 'cp949'),
  );
  return Array.from({ length: wordCount }, () =>
    Array.from({ length: pick(1, 5) }, () => syllables[pick(0, syllableCount)]).join(''),
  );
}

/** A linear congruential generator (Numerical Recipes): from 0 to below 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
