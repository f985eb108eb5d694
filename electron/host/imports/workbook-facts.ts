import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportSheet } from '../../../core/contract/import.contract.ts';
import { plainXlsxText } from '../../../core/domain/import/xlsx-cell.ts';
import { readWholeXml } from './read-xml.ts';
import type { ZipFile } from './zip-file.ts';

export interface WorkbookFacts {
  sheets: (ImportSheet & { part: string })[];
  /** Day numbers count from 1904. */
  from1904: boolean;
  sharedStrings: string;
  styles: string;
}

/** What a workbook says of itself, before its cells are read. */
export async function readWorkbookFacts(zip: ZipFile): Promise<WorkbookFacts> {
  const { sheets, from1904 } = await readSheetList(zip);
  if (sheets.length === 0) throw new AppError('import.notATable');
  const parts = await readRelations(zip);
  const described = [];
  for (const { name, isHidden, relation } of sheets) {
    const part = parts.byId.get(relation) ?? '';
    const rows = lastRowOf(await zip.beginning(part, bytesBeforeCells));
    described.push({ name, isHidden, part, rows });
  }
  return {
    sheets: described,
    from1904,
    sharedStrings: parts.sharedStrings ?? 'xl/sharedStrings.xml',
    styles: parts.styles ?? 'xl/styles.xml',
  };
}

/** `<dimension>` stands within so many bytes. */
const bytesBeforeCells = 4096;

async function readSheetList(zip: ZipFile) {
  const sheets: { name: string; isHidden: boolean; relation: string }[] = [];
  let from1904 = false;
  const part = 'xl/workbook.xml';
  if (!zip.has(part)) throw new AppError('import.notATable');
  await readWholeXml(zip.pieces(part), {
    open(tag, attributes) {
      if (tag === 'workbookPr') {
        const { date1904 } = attributes();
        from1904 = date1904 === '1' || date1904 === 'true';
      }
      if (tag !== 'sheet') return;
      const { name = '', state, id = '' } = attributes();
      const isHidden = state === 'hidden' || state === 'veryHidden';
      sheets.push({ name: plainXlsxText(name), isHidden, relation: id });
    },
  });
  return { sheets, from1904 };
}

/** Where the related parts lie, from the root of the zip file. */
async function readRelations(zip: ZipFile) {
  const byId = new Map<string, string>();
  const found: { sharedStrings?: string; styles?: string } = {};
  const part = 'xl/_rels/workbook.xml.rels';
  if (!zip.has(part)) throw new AppError('import.fileBroken');
  await readWholeXml(zip.pieces(part), {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      const target = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      byId.set(Id, target);
      if (Type.endsWith('/sharedStrings')) found.sharedStrings = target;
      if (Type.endsWith('/styles')) found.styles = target;
    },
  });
  return { byId, ...found };
}

/** `<dimension ref="A1:F1001"/>` stands before the cells; some programs write none, or A1. */
function lastRowOf(beginning: string): number | null {
  const last = /<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(beginning)?.[1];
  return last === undefined ? null : Number(last);
}
