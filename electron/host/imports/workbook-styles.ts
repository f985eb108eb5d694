import { isDateFormat } from '../../../core/domain/import/xlsx-cell.ts';
import { readWholeXml } from './read-xml.ts';
import type { ZipFile } from './zip-file.ts';

/** For every cell style of a workbook, whether it shows a number as a date or a time. */
export async function readDateStyles(zip: ZipFile, part: string): Promise<boolean[]> {
  if (!zip.has(part)) return [];
  const codes = new Map<number, string>();
  const baseFormats: (number | null)[] = [];
  const cellFormats: (number | null)[] = [];
  let list: 'cellStyleXfs' | 'cellXfs' | null = null;
  await readWholeXml(zip.pieces(part), {
    open(tag, attributes) {
      if (tag === 'cellStyleXfs' || tag === 'cellXfs') list = tag;
      if (tag === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        codes.set(Number(numFmtId), formatCode);
      }
      if (tag !== 'xf' || list === null) return;
      const { numFmtId, xfId } = attributes();
      const own = numFmtId === undefined ? null : Number(numFmtId);
      if (list === 'cellStyleXfs') baseFormats.push(own);
      else cellFormats.push(own ?? baseFormats[Number(xfId ?? -1)] ?? null);
    },
    close(tag) {
      if (tag === list) list = null;
    },
  });
  return cellFormats.map((id) => id !== null && isDateFormat(id, codes.get(id) ?? null));
}
