import type { RoundModel } from '../../../contract/round.contract.ts';
import type { HouseModel } from '../house-model.ts';
import type { HouseReading } from './read-house-workbook.ts';
import type { TableSheet } from './workbook-description.ts';

/** Marks the rows of the hidden sheet that hold a piece of the record. */
export const recordMark = 'record';

/** A cell of Excel holds 32,767 characters. */
const pieceLength = 30_000;

/**
 * A house's record in pieces that a cell holds. Plain ASCII without underscores, so that no spreadsheet
 * takes a part of it for an escape of its own, and no piece ends within a character.
 */
export function recordPieces(record: RoundModel): string[] {
  const plain = JSON.stringify(record).replace(
    /[^\x20-\x5E\x60-\x7E]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const count = Math.ceil(plain.length / pieceLength);
  return Array.from({ length: count }, (_, piece) =>
    plain.slice(piece * pieceLength, (piece + 1) * pieceLength),
  );
}

/** What stands in the pieces, not checked for anything; null where nothing can be read. */
export function keptRecordOf(sheets: readonly TableSheet[]): unknown {
  const pieces = sheets.flatMap(({ rows }) =>
    rows.flatMap(([mark, piece]) => (mark === recordMark && piece !== undefined ? [piece] : [])),
  );
  if (pieces.length === 0) return null;
  try {
    return JSON.parse(pieces.join(''));
  } catch {
    return null;
  }
}

export interface RecordReading {
  readonly record: RoundModel;
  /** Names of WHATs that were given another name than their requirement's. */
  readonly unlinked: readonly string[];
}

/**
 * The record that a workbook was made of, with what was changed on its sheets. What has no place on a sheet
 * (notes, owners, importance by source, where a WHAT comes from) stays with its WHAT, HOW or cell; it goes
 * where those are gone. A WHAT with another name is no longer its requirement, whose name it would bear.
 */
export function recordAfter(before: RoundModel, { model }: HouseReading): RecordReading {
  const whatsBefore = new Map(before.whats.map((what) => [what.id, what]));
  const howsBefore = new Map(before.hows.map((how) => [how.id, how]));
  const unlinked: string[] = [];
  const whats = withGroupMarks(model.whats).map((what): RoundModel['whats'][number] => {
    const own = whatsBefore.get(what.id);
    const isRenamed =
      own !== undefined && own.requirementId !== null && own.name.trim() !== what.name;
    if (isRenamed) unlinked.push(what.name);
    return {
      ...what,
      ratings: [...what.ratings],
      importanceBySource: own?.importanceBySource ?? {},
      requirementId: isRenamed ? null : (own?.requirementId ?? null),
      sourceHowId: own?.sourceHowId ?? null,
    };
  });
  const hows = withGroupMarks(model.hows).map((how) => ({
    ...how,
    ratings: [...how.ratings],
    owner: howsBefore.get(how.id)?.owner ?? '',
  }));
  const rows = leafIds(whats);
  const columns = leafIds(hows);
  return {
    record: {
      ...before,
      ...taken(model),
      whats,
      hows,
      notes: before.notes.filter(({ whatId, howId }) => rows.has(whatId) && columns.has(howId)),
    },
    unlinked,
  };
}

function taken(model: HouseModel): Pick<RoundModel, 'name' | 'competitors' | 'relations' | 'roof'> {
  return {
    name: model.name,
    competitors: [...model.competitors],
    relations: model.relations.map((row) => [...row]),
    roof: model.roof.map((cell) => ({ ...cell })),
  };
}

/** What others belong to is a group. */
function withGroupMarks<Node extends { id: number; parentId: number | null }>(
  nodes: readonly Node[],
): (Node & { isGroup: boolean })[] {
  const parents = new Set(nodes.map(({ parentId }) => parentId));
  return nodes.map((node) => ({ ...node, isGroup: parents.has(node.id) }));
}

function leafIds(nodes: readonly { id: number; isGroup: boolean }[]): Set<number> {
  return new Set(nodes.flatMap(({ id, isGroup }) => (isGroup ? [] : [id])));
}
