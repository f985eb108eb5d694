import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../core/contract/app-error.ts';

/** No honest workbook that this program can use grows beyond these. */
const limits = {
  ratio: 200,
  /** Small files of little but repetition pack better than any ratio; they do no harm. */
  ratioCountsFrom: 16 * 1024 ** 2,
  directoryBytes: 16 * 1024 ** 2,
  entries: 10_000,
  /** Of an entry that is read as a whole: the list of sheets, not the sheets. */
  wholeEntryBytes: 16 * 1024 ** 2,
} as const;

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
 * A zip file whose entries are unpacked as streams. Its directory must be there (a download that broke
 * off has none), its entries must not be encrypted, and they must not inflate beyond reason. What an
 * entry claims to inflate to is not believed but counted while it is read; what nobody reads is never
 * unpacked. Memory: the directory, and some hundred kilobytes for the entry that is being read.
 */
export class ZipFile {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #size: number;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(
    file: string,
    handle: FileHandle,
    size: number,
    entries: readonly ZipEntry[],
  ) {
    this.#file = file;
    this.#handle = handle;
    this.#size = size;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** @throws AppError `import.fileBroken`, `import.encrypted`, `import.tooLarge` */
  static async open(file: string): Promise<ZipFile> {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const entries = await readDirectory(handle, size);
      if (entries.length > limits.entries) throw new AppError('import.tooLarge');
      if (entries.some((entry) => entry.isEncrypted)) throw new AppError('import.encrypted');
      const claimed = entries.reduce((sum, entry) => sum + entry.inflated, 0);
      refuseBomb(claimed, size);
      return new ZipFile(file, handle, size, entries);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** null: there is no such entry. */
  async text(name: string): Promise<string | null> {
    if (!this.has(name)) return null;
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of this.pieces(name)) {
      size += piece.length;
      if (size > limits.wholeEntryBytes) throw new AppError('import.tooLarge');
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  /** The first bytes of an entry; the rest of it is not unpacked. Empty when there is no such entry. */
  async beginning(name: string, bytes: number): Promise<string> {
    if (!this.has(name)) return '';
    let text = '';
    for await (const piece of this.pieces(name)) {
      text += piece.toString('latin1');
      if (text.length >= bytes) break;
    }
    return text.slice(0, bytes);
  }

  /**
   * What an entry holds, piece by piece. Stopping early is fine.
   *
   * @throws AppError `import.fileBroken`: not there or damaged; `import.tooLarge`: more than it claimed
   */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new AppError('import.fileBroken');
    if (entry.packed === 0) return;
    const start = await dataStart(this.#handle, entry);
    const end = start + entry.packed - 1;
    // A descriptor of its own: a stream that is given up early takes the one it reads from along.
    const packed = createReadStream(this.#file, { start, end });
    if (entry.method !== stored && entry.method !== deflated) {
      throw new AppError('import.fileBroken');
    }
    const inflating =
      entry.method === stored ? packed : packed.pipe(createInflateRaw({ chunkSize: bytesAtOnce }));
    packed.on('error', (error) => inflating.destroy(error));
    let size = 0;
    try {
      for await (const piece of inflating as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > Math.max(entry.inflated, limits.ratioCountsFrom)) {
          throw new AppError('import.tooLarge');
        }
        refuseBomb(size, this.#size);
        yield piece;
      }
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('import.fileBroken');
    } finally {
      packed.destroy();
      inflating.destroy();
    }
  }
}

const bytesAtOnce = 64 * 1024;
const stored = 0;
const deflated = 8;

function refuseBomb(inflated: number, packed: number): void {
  if (inflated > limits.ratioCountsFrom && inflated > packed * limits.ratio) {
    throw new AppError('import.tooLarge');
  }
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

async function bytesAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, start);
  if (bytesRead < length) throw new AppError('import.fileBroken');
  return buffer;
}
