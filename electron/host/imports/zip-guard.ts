import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../core/contract/app-error.ts';

/** No honest workbook that this program can use grows beyond these. */
const limits = {
  inflatedBytes: 1024 ** 3,
  ratio: 200,
  /** Small files of little but repetition pack better than any ratio; they do no harm. */
  ratioCountsFrom: 16 * 1024 ** 2,
  directoryBytes: 16 * 1024 ** 2,
  entries: 10_000,
} as const;

/** What was seen of a sheet while its size was counted. */
export interface SeenSheet {
  beginning: string;
  /** Cells that hold the failure of a formula (`t="e"`). */
  errorCells: number;
}

interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  inflated: number;
  offset: number;
  isEncrypted: boolean;
}

type FileHandle = Awaited<ReturnType<typeof open>>;

/**
 * Looks at a zip file before anything unpacks it: its directory must be there (a download that broke
 * off has none), its entries must not be encrypted, and they must not inflate beyond reason. What an
 * entry claims to inflate to is not believed but counted.
 *
 * Returns the text of the entries asked for (null for one that is not there), and what the sheets of
 * a workbook show on the way. XML that defines entities of its own is refused: no spreadsheet program
 * writes it, and a few lines of it can stand for gigabytes.
 *
 * @throws AppError `import.fileBroken`, `import.encrypted`, `import.tooLarge`
 */
export async function inspectZip(
  file: string,
  wanted: readonly string[],
): Promise<{ texts: (string | null)[]; sheets: Map<string, SeenSheet> }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const entries = await readDirectory(handle, size);
    if (entries.length > limits.entries) throw new AppError('import.tooLarge');
    if (entries.some((entry) => entry.isEncrypted)) throw new AppError('import.encrypted');
    const claimed = entries.reduce((sum, entry) => sum + entry.inflated, 0);
    refuseBomb(claimed, size);
    const sheets = new Map<string, SeenSheet>();
    let counted = 0;
    for (const entry of entries) {
      const sight = new EntrySight();
      counted += await inflatedSize(handle, entry, sight);
      refuseBomb(counted, size);
      if (sight.definesEntities && entry.name.endsWith('.xml')) {
        throw new AppError('import.fileBroken');
      }
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) sheets.set(entry.name, sight.sheet());
    }
    const texts = await Promise.all(
      wanted.map(async (name) => {
        const entry = entries.find((candidate) => candidate.name === name);
        return entry === undefined ? null : inflateText(handle, entry);
      }),
    );
    return { texts, sheets };
  } finally {
    await handle.close();
  }
}

const beginningBytes = 4096;

/** Looks at an entry piece by piece as it is inflated; marks on the seam of two pieces count too. */
class EntrySight {
  definesEntities = false;
  #beginning = '';
  #errorCells = 0;
  #seam = '';

  see(chunk: Buffer): void {
    // Latin-1 keeps every byte apart, and what is looked for is ASCII.
    const text = this.#seam + chunk.toString('latin1');
    if (this.#beginning.length < beginningBytes) {
      this.#beginning = (this.#beginning + chunk.toString('latin1')).slice(0, beginningBytes);
    }
    this.definesEntities ||= text.includes('<!ENTITY');
    const seam = Math.max(0, text.length - 8);
    for (let at = text.indexOf(' t="e"'); at >= 0; at = text.indexOf(' t="e"', at + 1)) {
      // One that lies wholly in what is kept for the next piece is counted there.
      if (at < seam) this.#errorCells++;
    }
    this.#seam = text.slice(seam);
  }

  sheet(): SeenSheet {
    return { beginning: this.#beginning, errorCells: this.#errorCells };
  }
}

function refuseBomb(inflated: number, packed: number): void {
  const isTooPacked = inflated > limits.ratioCountsFrom && inflated > packed * limits.ratio;
  if (inflated > limits.inflatedBytes || isTooPacked) throw new AppError('import.tooLarge');
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;

async function readDirectory(handle: FileHandle, size: number): Promise<ZipEntry[]> {
  const tail = await bytesAt(
    handle,
    Math.max(0, size - endLength - longestComment),
    Math.min(size, endLength + longestComment),
  );
  const end = lastIndexOfMark(tail);
  if (end < 0) throw new AppError('import.fileBroken');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  // All ones stand for "see the zip64 record": more than 4 GB.
  if (start === 0xffffffff || length > limits.directoryBytes) throw new AppError('import.tooLarge');
  if (start + length > size) throw new AppError('import.fileBroken');
  const directory = await bytesAt(handle, start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryMark) {
      throw new AppError('import.fileBroken');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const skipped = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      inflated: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + skipped;
  }
  return entries;
}

function lastIndexOfMark(tail: Buffer): number {
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endMark) return at;
  }
  return -1;
}

/** Where an entry's data begins: behind its own header, whose lengths may differ from the directory's. */
async function dataStart(handle: FileHandle, entry: ZipEntry): Promise<number> {
  const header = await bytesAt(handle, entry.offset, 30);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function inflatedSize(
  handle: FileHandle,
  entry: ZipEntry,
  sight: EntrySight,
): Promise<number> {
  if (entry.method === 0 || entry.packed === 0) return entry.packed;
  let size = 0;
  await eachInflated(handle, entry, (chunk) => {
    sight.see(chunk);
    size += chunk.length;
    if (size > Math.max(entry.inflated, limits.ratioCountsFrom)) {
      throw new AppError('import.tooLarge');
    }
  });
  return size;
}

async function inflateText(handle: FileHandle, entry: ZipEntry): Promise<string> {
  if (entry.method === 0) {
    return (await bytesAt(handle, await dataStart(handle, entry), entry.packed)).toString('utf8');
  }
  const chunks: Buffer[] = [];
  await eachInflated(handle, entry, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function eachInflated(
  handle: FileHandle,
  entry: ZipEntry,
  visit: (chunk: Buffer) => void,
): Promise<void> {
  const start = await dataStart(handle, entry);
  const packed = handle.createReadStream({
    start,
    end: start + entry.packed - 1,
    autoClose: false,
  });
  try {
    await pipeline(packed, createInflateRaw(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) visit(chunk);
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('import.fileBroken');
  }
}

async function bytesAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, start);
  if (bytesRead < length) throw new AppError('import.fileBroken');
  return buffer;
}
