import type { SheetLine } from './sheet-shape.ts';

/** What a code and a name on a returned sheet stand for. */
export type LineMatch =
  | { kind: 'line'; line: SheetLine }
  /** Nothing in the house has this name, or this code where there is no name. */
  | { kind: 'unknown' }
  /** Several lines have this name, and the code does not tell which. */
  | { kind: 'unclear' };

/** Finds the rows or columns of a house by what a sheet calls them. */
export interface LineFinder {
  match(code: string, name: string): LineMatch;
  hasName(text: string): boolean;
  hasCode(text: string): boolean;
}

/**
 * A line is known by its name: codes are places and change when lines are moved, so that a code on an old
 * sheet may well belong to another line by now. The code counts only where there is no name, and between
 * lines of the same name. Names are compared without regard to case, width and blanks.
 */
export function lineFinder(lines: readonly SheetLine[]): LineFinder {
  const byName = new Map<string, SheetLine[]>();
  const byCode = new Map<string, SheetLine[]>();
  const put = (map: Map<string, SheetLine[]>, key: string, line: SheetLine) => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), line]);
  };
  for (const line of lines) {
    for (const name of line.names) put(byName, nameKey(name), line);
    put(byCode, codeKey(line.code), line);
  }
  const only = (found: readonly SheetLine[]): LineMatch => {
    const [line, ...others] = found;
    if (line === undefined) return { kind: 'unknown' };
    return others.length === 0 ? { kind: 'line', line } : { kind: 'unclear' };
  };
  return {
    hasName: (text) => byName.has(nameKey(text)),
    hasCode: (text) => byCode.has(codeKey(text)),
    match(code, name) {
      const ofCode = byCode.get(codeKey(code)) ?? [];
      if (nameKey(name) === '') return only(ofCode);
      const ofName = byName.get(nameKey(name)) ?? [];
      if (ofName.length < 2) return only(ofName);
      const both = ofName.filter((line) => ofCode.includes(line));
      return both.length === 1 ? only(both) : { kind: 'unclear' };
    },
  };
}

function nameKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function codeKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/\.$/, '').toLowerCase();
}
