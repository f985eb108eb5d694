import { inflateRawSync } from 'node:zlib';
import { type ZipPart, zipOf } from './zip-builder.ts';

/** A workbook's bytes with numbers typed into cells of its first sheet, as Excel would save them. */
export function withNumbers(workbook: Buffer, numbers: Readonly<Record<string, number>>): Buffer {
  const parts = partsOf(workbook).map((part) =>
    part.name === 'xl/worksheets/sheet1.xml'
      ? { ...part, content: typedInto(part.content.toString('utf8'), numbers) }
      : part,
  );
  return zipOf(parts);
}

function typedInto(xml: string, numbers: Readonly<Record<string, number>>): string {
  let typed = xml;
  for (const [at, value] of Object.entries(numbers)) {
    const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>.*?</c>)`);
    if (!cell.test(typed)) throw new Error(`no cell ${at}`);
    typed = typed.replace(cell, (_whole, attributes: string) => {
      const look = attributes.replace(/ t="[^"]*"/, '');
      return `<c r="${at}"${look}><v>${value}</v></c>`;
    });
  }
  return typed;
}

/** The files in a zip, by the directory at its end. */
export function partsOf(zip: Buffer): (ZipPart & { content: Buffer })[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts: (ZipPart & { content: Buffer })[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const body = zip.readUInt32LE(at + 42);
    const start = body + 30 + zip.readUInt16LE(body + 26) + zip.readUInt16LE(body + 28);
    const packed = zip.subarray(start, start + packedSize);
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      content: method === 0 ? packed : inflateRawSync(packed),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
