import type { HouseModel, HouseNode } from '../house/house-model.ts';
import { treePlaces } from '../house/house-tree.ts';
import { parseScaleEntry, scaleText } from '../house/scale-entry.ts';
import { numberOfEntry } from '../house/scale-symbols.ts';
import { importanceVoteLevels } from './vote-figures.ts';

/** A row or column of a score sheet, or a group that stands above some of them. */
export interface SheetLine {
  /** As on paper: 1.2. It names a place and changes when lines are moved. */
  readonly code: string;
  /** What it is called; the first is written, all are understood. */
  readonly names: readonly string[];
  /** Of the rows or columns that are scored, which one; null for a group. */
  readonly place: number | null;
}

/** What a participant's score sheet holds, without anything scored. */
export interface SheetShape {
  readonly title: string;
  readonly rows: readonly SheetLine[];
  /** Only those that are scored. */
  readonly columns: readonly SheetLine[];
  /** The level an entry stands for; null when it is none. Never called with a blank. */
  readonly parse: (entry: string) => number | null;
  readonly write: (value: number) => string;
  /** The levels as they are explained on the sheet. */
  readonly legend: string;
}

/** The relations of a house, WHATs down and HOWs across. */
export function relationSheet(model: HouseModel): SheetShape {
  const { scale } = model;
  const signs = scale.levels.map(({ value, symbol }) => `${symbol} ${value}`);
  return {
    title: model.name,
    rows: linesOf(model.whats),
    columns: linesOf(model.hows).filter(({ place }) => place !== null),
    parse: (entry) => parseScaleEntry(entry, scale),
    // Blank would mean that nobody scored it.
    write: (value) => (value === 0 ? '0' : scaleText(value, scale, 'numbers')),
    legend: [...signs, '0'].join(' · '),
  };
}

/** Names of the one column of a sheet of importances. */
const importanceNames = ['중요도', 'Importance'] as const;

/** The importances of the WHATs of a house, 1 to 5. */
export function importanceSheet(model: HouseModel): SheetShape {
  return {
    title: model.name,
    rows: linesOf(model.whats),
    columns: [{ code: '', names: importanceNames, place: 0 }],
    parse: (entry) => {
      const value = numberOfEntry(entry);
      return value !== null && importanceVoteLevels.includes(value) ? value : null;
    },
    write: String,
    legend: importanceVoteLevels.join(' · '),
  };
}

function linesOf(nodes: readonly HouseNode[]): SheetLine[] {
  return treePlaces(nodes).map(({ node, isLeaf, firstLeaf }) => ({
    code: node.code,
    names: [node.name],
    place: isLeaf ? firstLeaf : null,
  }));
}
