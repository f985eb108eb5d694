import type { TFunction } from 'i18next';
import {
  type ChangeKey,
  cellChangeKey,
  fieldChangeKey,
  nameChangeKey,
  roofChangeKey,
} from '../../../core/domain/house/change-conflicts.ts';
import type { NodeChange } from '../../../core/domain/house/diff-nodes.ts';
import type { FieldChange, FieldValue, HouseDiff } from '../../../core/domain/house/house-diff.ts';
import type { HouseModel } from '../../../core/domain/house/house-model.ts';
import { namesOf, relationText, roofText } from './change-words.ts';

/** One difference in words. */
export interface ChangeLine {
  key: ChangeKey;
  what: string;
  where: string;
  before: string;
  after: string;
  /** Any other value of the same place; in words as it is when left out. */
  textOf?: (value: FieldValue) => string;
}

/** Every difference between two states of a house in words, in the order in which it is read. */
export function changeLines(t: TFunction, after: HouseModel, diff: HouseDiff): ChangeLine[] {
  const hows = namesOf(after.hows);
  const whats = namesOf(after.whats);
  const cellText = (value: FieldValue) => relationText(Number(value), after.scale);
  const signText = (value: FieldValue) => roofText(Number(value));
  return [
    ...competitorLines(t, diff),
    ...diff.whats.map((change, place) => nodeLine(t, 'what', change, place)),
    ...diff.hows.map((change, place) => nodeLine(t, 'how', change, place)),
    ...diff.cells.map((cell) => ({
      key: cellChangeKey(cell),
      what: t('round:kind.cell'),
      where: `${whats.get(cell.whatId) ?? ''} × ${hows.get(cell.howId) ?? ''}`,
      before: cellText(cell.before),
      after: cellText(cell.after),
      textOf: cellText,
    })),
    ...diff.whatFields.map((change) => fieldLine(t, 'what', change, whats)),
    ...diff.howFields.map((change) => fieldLine(t, 'how', change, hows)),
    ...diff.roof.map((cell) => ({
      key: roofChangeKey(cell),
      what: t('round:kind.roof'),
      where: `${hows.get(cell.howId) ?? ''} – ${hows.get(cell.otherHowId) ?? ''}`,
      before: signText(cell.before),
      after: signText(cell.after),
      textOf: signText,
    })),
  ];
}

function competitorLines(t: TFunction, diff: HouseDiff): ChangeLine[] {
  const what = t('round:kind.competitor');
  return [
    ...diff.competitorsAdded.map((name) => ({
      key: `+${name}`,
      what,
      where: name,
      before: '–',
      after: t('round:kind.added'),
    })),
    ...diff.competitorsRemoved.map((name) => ({
      key: `-${name}`,
      what,
      where: name,
      before: t('round:kind.present'),
      after: t('round:kind.removed'),
    })),
  ];
}

function fieldLine(
  t: TFunction,
  side: 'what' | 'how',
  change: FieldChange<string>,
  names: ReadonlyMap<number, string>,
): ChangeLine {
  const { id, field, competitor } = change;
  const word = t(`round:field.${field}`);
  const textOf = (value: FieldValue) => {
    if (value === null || value === '') return '–';
    return field === 'direction' ? t(`house:direction.${value}`) : String(value);
  };
  return {
    key: fieldChangeKey(side, change),
    what: competitor === null ? word : `${word} (${competitor})`,
    where: names.get(id) ?? '',
    before: textOf(change.before),
    after: textOf(change.after),
    textOf,
  };
}

function nodeLine(t: TFunction, side: 'what' | 'how', node: NodeChange, place: number): ChangeLine {
  const text = (state: { code: string; name: string }) => `${state.code} ${state.name}`;
  const key = `${side}s:${place}`;
  const what = t(`round:kind.${side}s`);
  switch (node.kind) {
    case 'added':
      return { key, what, where: text(node.after), before: '–', after: t('round:kind.added') };
    case 'removed': {
      const before = text(node.before);
      return { key, what, where: before, before, after: t('round:kind.removed') };
    }
    case 'renamed':
      return {
        key: nameChangeKey(side, node.after.id),
        what,
        where: text(node.after),
        before: node.before.name,
        after: node.after.name,
      };
    case 'moved':
      return {
        key,
        what,
        where: node.after.name,
        before: node.before.code,
        after: `${node.after.code} (${t('round:kind.moved')})`,
      };
  }
}
