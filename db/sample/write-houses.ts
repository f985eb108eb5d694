import type { SampleDataset, SampleHouse } from '../../core/sample/sample-types.ts';
import type { RawDatabase } from '../connection.ts';
import { insertAll, startOf } from './insert-all.ts';

const first = 1;
const next = 2;

/** The house of the service with what stands around it, the round kept of it, and the house that follows. */
export function writeHouses(raw: RawDatabase, sample: SampleDataset): void {
  const { house, nextHouse, round } = sample;
  insertAll(
    raw,
    'house',
    ['id', 'name', 'position', 'created_at', 'importance_source', 'cascaded_from'],
    [
      [first, house.name, 0, startOf(house.createdOn), 'direct', null],
      [next, nextHouse.name, 1, startOf(nextHouse.createdOn), 'cascade', first],
    ],
  );
  writeSides(raw, house);
  writeCells(raw, house);
  writeCompetitors(raw, house);
  writeNextHouse(raw, sample);
  insertAll(
    raw,
    'house_round',
    ['house_id', 'name', 'reason', 'author', 'at', 'model'],
    [[first, round.name, round.reason, round.author, round.at, JSON.stringify(round.model)]],
  );
}

/** Groups before what is in them, as the nodes stand: a parent must be there first. */
function writeSides(raw: RawDatabase, { whats, hows, whatNodes, howNodes }: SampleHouse): void {
  insertAll(
    raw,
    'what',
    [
      'id',
      'house_id',
      'parent_id',
      'is_group',
      'position',
      'requirement_id',
      'name',
      'importance',
      'current_level',
      'target_level',
      'sales_point',
    ],
    whatNodes.map(({ id, parentId, group }, position) => {
      const what = group === null ? whats[id - 1] : undefined;
      return [
        id,
        first,
        parentId,
        group === null ? 0 : 1,
        position,
        what?.requirementId ?? null,
        group ?? '',
        what?.importance ?? 3,
        what?.current ?? null,
        what?.target ?? null,
        what?.salesPoint ?? 1,
      ];
    }),
  );
  insertAll(
    raw,
    'how',
    [
      'id',
      'house_id',
      'parent_id',
      'is_group',
      'position',
      'name',
      'unit',
      'direction',
      'target_value',
      'owner',
      'difficulty',
      'own_rating',
    ],
    howNodes.map(({ id, parentId, group }, position) => {
      const how = group === null ? hows[id - 1] : undefined;
      return [
        id,
        first,
        parentId,
        group === null ? 0 : 1,
        position,
        group ?? how?.name ?? '',
        how?.unit ?? '',
        how?.direction ?? 'up',
        how?.targetValue ?? '',
        how?.owner ?? '',
        how?.difficulty ?? null,
        how?.ownRating ?? null,
      ];
    }),
  );
}

function writeCells(raw: RawDatabase, { relations, notes, roof }: SampleHouse): void {
  const keyOf = (cell: { whatId: number; howId: number }) => `${cell.whatId} ${cell.howId}`;
  const noteOf = new Map(notes.map((cell) => [keyOf(cell), cell.note]));
  const related = new Set(relations.map(keyOf));
  insertAll(
    raw,
    'house_cell',
    ['what_id', 'how_id', 'value', 'note'],
    [
      ...relations.map((cell) => [
        cell.whatId,
        cell.howId,
        cell.strength,
        noteOf.get(keyOf(cell)) ?? '',
      ]),
      ...notes
        .filter((cell) => !related.has(keyOf(cell)))
        .map(({ whatId, howId, note }) => [whatId, howId, 0, note]),
    ],
  );
  insertAll(
    raw,
    'roof_cell',
    ['how_id', 'other_how_id', 'strength'],
    roof.map(({ howId, otherHowId, strength }) => [howId, otherHowId, strength]),
  );
}

function writeCompetitors(raw: RawDatabase, { competitors, whats, hows }: SampleHouse): void {
  insertAll(
    raw,
    'competitor',
    ['id', 'house_id', 'name', 'position'],
    competitors.map((name, i) => [i + 1, first, name, i]),
  );
  const rated = (sides: readonly { ratings: readonly number[] }[]) =>
    sides.flatMap(({ ratings }, side) => ratings.map((value, i) => [side + 1, i + 1, value]));
  insertAll(raw, 'what_rating', ['what_id', 'competitor_id', 'value'], rated(whats));
  insertAll(raw, 'how_rating', ['how_id', 'competitor_id', 'value'], rated(hows));
}

function writeNextHouse(raw: RawDatabase, { house, nextHouse }: SampleDataset): void {
  const whatId = (place: number) => house.whatNodes.length + place + 1;
  const howId = (place: number) => house.howNodes.length + place + 1;
  insertAll(
    raw,
    'what',
    ['id', 'house_id', 'position', 'source_how_id', 'name', 'importance'],
    nextHouse.whats.map(({ sourceHowId, name, importance }, i) => [
      whatId(i),
      next,
      i,
      sourceHowId,
      name,
      importance,
    ]),
  );
  insertAll(
    raw,
    'importance_value',
    ['what_id', 'source', 'value'],
    nextHouse.whats.map(({ share }, i) => [whatId(i), 'cascade', share]),
  );
  insertAll(
    raw,
    'how',
    ['id', 'house_id', 'position', 'name', 'unit', 'direction', 'target_value', 'owner'],
    nextHouse.hows.map(({ name, unit, direction, targetValue, owner }, i) => [
      howId(i),
      next,
      i,
      name,
      unit,
      direction,
      targetValue,
      owner,
    ]),
  );
  insertAll(
    raw,
    'house_cell',
    ['what_id', 'how_id', 'value'],
    nextHouse.relations.map(({ what, how, strength }) => [whatId(what), howId(how), strength]),
  );
}
