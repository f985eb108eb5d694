import type { VoteSubject } from '../../contract/workshop.contract.ts';
import type { HouseModel } from '../house/house-model.ts';
import { leavesOf } from '../house/house-tree.ts';
import { importanceSheet, relationSheet, type SheetLine, type SheetShape } from './sheet-shape.ts';

/**
 * The score sheet of a round: of the house, only what is asked, below its groups. Places of rows and columns
 * are those in `whatIds` and `howIds`, which stand in display order; codes stay those of the whole house, so
 * that a sheet can be read back as one of all of it too.
 */
export function roundSheet(
  model: HouseModel,
  round: { subject: VoteSubject; whatIds: readonly number[]; howIds: readonly number[] },
): SheetShape {
  const shape = round.subject === 'importance' ? importanceSheet(model) : relationSheet(model);
  const rows = askedLines(shape.rows, leavesOf(model.whats), round.whatIds);
  if (round.subject === 'importance') return { ...shape, rows };
  return { ...shape, rows, columns: askedLines(shape.columns, leavesOf(model.hows), round.howIds) };
}

function askedLines(
  lines: readonly SheetLine[],
  leaves: readonly { id: number }[],
  ids: readonly number[],
): SheetLine[] {
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const asked = lines.flatMap((line) => {
    if (line.place === null) return [line];
    const place = placeOf.get(leaves[line.place]?.id ?? 0);
    return place === undefined ? [] : [{ ...line, place }];
  });
  return asked.filter(
    (line) =>
      line.place !== null ||
      asked.some(({ place, code }) => place !== null && code.startsWith(`${line.code}.`)),
  );
}
