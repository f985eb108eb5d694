import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportSheet } from '../../../core/contract/import.contract.ts';
import { inspectZip } from './zip-guard.ts';

export interface WorkbookFacts {
  sheets: (ImportSheet & { formulaErrors: number })[];
  /** Day numbers count from 1904. */
  from1904: boolean;
}

/** What a workbook says of itself, before its cells are read. Refuses what is unsafe to unpack. */
export async function inspectWorkbook(file: string): Promise<WorkbookFacts> {
  const zip = await inspectZip(file, ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']);
  const [workbook, relations] = zip.texts;
  const targets = relationTargets(relations ?? '');
  const sheets = sheetsOf(workbook ?? '').map(({ name, isHidden, relation }) => {
    const facts = zip.sheets.get(targets.get(relation) ?? '');
    const rows = lastRowOf(facts?.beginning ?? '');
    return { name, isHidden, rows, formulaErrors: facts?.errorCells ?? 0 };
  });
  if (sheets.length === 0) throw new AppError('import.notATable');
  return { sheets, from1904: /\bdate1904="(?:1|true)"/.test(workbook ?? '') };
}

function sheetsOf(workbook: string): { name: string; isHidden: boolean; relation: string }[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => ({
    name: plainText(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    isHidden: /\bstate="(?:hidden|veryHidden)"/.test(attributes),
    relation: /\b\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '',
  }));
}

/** Where each related part lies, from the root of the zip file. */
function relationTargets(relations: string): Map<string, string> {
  const targets = [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(
    ([, attributes = '']): [string, string] => {
      const id = /\bId="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const target = plainText(/\bTarget="([^"]*)"/.exec(attributes)?.[1] ?? '');
      return [id, target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    },
  );
  return new Map(targets);
}

/** `<dimension ref="A1:F1001"/>` stands before the cells; some programs write none, or A1. */
function lastRowOf(beginning: string): number | null {
  const last = /<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(beginning)?.[1];
  return last === undefined ? null : Number(last);
}

const namedCharacters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plainText(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return namedCharacters[name] ?? whole;
  });
}
