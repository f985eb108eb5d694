/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';
import { AppError } from '../../../core/contract/app-error.ts';

/** What is done with the XML of one part of a workbook, in the order of the file. */
export interface XmlVisitor {
  /** `name` without its namespace. `attributes` costs time: ask where they are needed. */
  open?(name: string, attributes: () => Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No sheet nests deeper than a dozen. */
const deepest = 64;
/** A cell of Excel holds 32,767 characters at most. */
const longestToken = 1024 ** 2;

/**
 * Reads XML piece by piece; after each piece the caller may take what has gathered. XML that defines
 * entities of its own is refused: no spreadsheet program writes it, and a few lines of it can stand
 * for gigabytes. So is what never ends: a tag or text of a megabyte, tags within tags without end.
 *
 * @throws AppError `import.fileBroken`, `import.tooLarge`
 */
export async function* readXml(
  pieces: AsyncIterable<Buffer>,
  visitor: XmlVisitor,
): AsyncGenerator<void> {
  const decoder = new TextDecoder();
  const parser = new Parser();
  let depth = 0;
  let unfinished = 0;
  parser.on('openTag', (name, attributes, decodeEntities) => {
    unfinished = 0;
    depth++;
    if (depth > deepest) throw new AppError('import.fileBroken');
    visitor.open?.(localName(name), () => plainAttributes(attributes(), decodeEntities));
  });
  parser.on('closeTag', (name) => {
    unfinished = 0;
    depth--;
    visitor.close?.(localName(name));
  });
  parser.on('text', (text, decodeEntities) => {
    unfinished = 0;
    visitor.text?.(decodeEntities(text));
  });
  parser.on('attention', (text) => {
    if (text.includes('<!ENTITY')) throw new AppError('import.fileBroken');
  });
  parser.on('error', () => {
    throw new AppError('import.fileBroken');
  });
  for await (const piece of pieces) {
    const xml = decoder.decode(piece, { stream: true });
    unfinished += xml.length;
    parser.write(xml);
    if (unfinished > longestToken) throw new AppError('import.tooLarge');
    yield;
  }
  parser.end();
  yield;
}

/** All of it at once, for the small parts. */
export async function readWholeXml(
  pieces: AsyncIterable<Buffer>,
  visitor: XmlVisitor,
): Promise<void> {
  for await (const _ of readXml(pieces, visitor));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function plainAttributes(
  attributes: Record<string, string>,
  decodeEntities: (text: string) => string,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    // Without their namespace (`r:id`); a declaration of one is no attribute.
    if (!name.startsWith('xmlns')) plain[localName(name)] = decodeEntities(value);
  }
  return plain;
}
