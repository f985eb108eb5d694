import { constants, isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { CalcRefusal } from './cli-fault.ts';
import { existingFile } from './command-arguments.ts';

/** The longest text that Node can hold in one piece; a byte of JSON is at most one character. */
const largestInput = constants.MAX_STRING_LENGTH;

/** The parsed JSON of a calculation's input: of `file`, or of standard input without one. */
export async function readCalcInput(file: string | undefined): Promise<unknown> {
  const bytes = file === undefined ? await readStandardInput() : readInputFile(file);
  return parseInput(bytes, file ?? 'standard input');
}

/** The parsed JSON of a profile's file. */
export function readProfileFile(file: string): unknown {
  return parseInput(readInputFile(file), file);
}

function readInputFile(file: string): Buffer {
  const path = existingFile(file);
  if (statSync(path).size > largestInput) throw tooLarge(file);
  return readFileSync(path);
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What cannot be read in the end need not be collected first.
    if (size > largestInput) throw tooLarge('standard input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function parseInput(bytes: Buffer, source: string): unknown {
  if (isUtf16(bytes) || !isUtf8(bytes)) {
    throw refusal('calc.notUtf8', `${source} is not UTF-8 text. Save it as UTF-8 and try again.`);
  }
  // Editors on Windows put a byte-order mark first, which JSON does not know.
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') {
    throw refusal('calc.emptyInput', `${source} is empty; a calculation needs one JSON object.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal('calc.notJson', notJsonWords(source, error));
  }
}

/** Excel and Notepad write UTF-16 with a mark; without one, every other byte of JSON is 0. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe || bytes.subarray(0, 4).includes(0);
}

function notJsonWords(source: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : '';
  const hint = /NaN|Infinity|after minus/.test(reason) ? ' JSON knows no NaN and no Infinity.' : '';
  return `${source} is not valid JSON: ${reason}.${hint}`;
}

function tooLarge(source: string): CalcRefusal {
  const megabytes = Math.floor(largestInput / 2 ** 20) + 1;
  return refusal(
    'calc.inputTooLarge',
    `${source} is larger than ${megabytes} MB, the most that can be read at once.`,
  );
}

function refusal(code: string, message: string): CalcRefusal {
  return new CalcRefusal({ code, path: '', message });
}
