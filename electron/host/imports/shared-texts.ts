import { plainXlsxText } from '../../../core/domain/import/xlsx-cell.ts';
import { TextStore } from '../../../db/text-store.ts';
import { readXml } from './read-xml.ts';
import type { ZipFile } from './zip-file.ts';

/**
 * The texts that the cells of a workbook share, read as far as they are asked for: programs number
 * them as they first occur, so that the first rows of a sheet need the first of them only.
 */
export class SharedTexts {
  readonly #store = new TextStore();
  readonly #reading: AsyncGenerator<void> | null;
  #count = 0;
  #isWhole = false;

  constructor(zip: ZipFile, part: string) {
    const keep = (text: string) => {
      this.#store.add(text);
      this.#count++;
    };
    this.#reading = zip.has(part) ? readXml(zip.pieces(part), sharedStringVisitor(keep)) : null;
  }

  /** Reads on until the text of that number is known, or there are no more. */
  async readUpTo(index: number): Promise<void> {
    while (index >= this.#count && !this.#isWhole) {
      const step = await this.#reading?.next();
      this.#isWhole = step === undefined || step.done === true;
    }
  }

  /** null: not there, or not read yet. */
  get(index: number): string | null {
    return this.#store.get(index);
  }

  async close(): Promise<void> {
    await this.#reading?.return(undefined);
    this.#store.close();
  }
}

/** `<si>` holds one `<t>`, or runs of differing letters `<r><t>`; `<rPh>` tells how Japanese reads. */
function sharedStringVisitor(keep: (text: string) => void) {
  let text: string | null = null;
  let inText = false;
  let inRun = false;
  let inReading = false;
  return {
    open(tag: string) {
      if (tag === 'si') text = '';
      else if (tag === 't') inText = true;
      else if (tag === 'r') inRun = true;
      else if (tag === 'rPh') inReading = true;
    },
    close(tag: string) {
      if (tag === 't') inText = false;
      else if (tag === 'r') inRun = false;
      else if (tag === 'rPh') inReading = false;
      if (tag !== 'si' || text === null) return;
      keep(plainXlsxText(text));
      text = null;
    },
    text(piece: string) {
      if (text === null || !inText || inReading) return;
      text = inRun ? text + piece : piece;
    },
  };
}
