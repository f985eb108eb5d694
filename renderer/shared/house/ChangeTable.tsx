import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NodeChange } from '../../../core/domain/house/diff-nodes.ts';
import type { FieldValue, HouseDiff } from '../../../core/domain/house/house-diff.ts';
import type { HouseModel } from '../../../core/domain/house/house-model.ts';
import classes from './ChangeTable.module.css';
import { namesOf, relationText, roofText } from './change-words.ts';

/** One difference in words. */
export interface ChangeLine {
  key: string;
  what: string;
  where: string;
  before: string;
  after: string;
}

interface ChangeTableProps {
  /** What the two states are called. */
  names: { before: string; after: string };
  after: HouseModel;
  diff: HouseDiff;
  /** Of what no diff tells; they stand first. */
  others?: readonly ChangeLine[];
}

/** A page of a list is enough; the counts above say how many there are. */
const mostLines = 500;

/** Every difference between two states of a house in words, one below the other. */
export function ChangeTable({ names, after, diff, others = [] }: ChangeTableProps) {
  const { t } = useTranslation();
  const whats = namesOf(after.whats);
  const hows = namesOf(after.hows);
  const { scale } = after;
  const value = (each: FieldValue, field: string) => {
    if (each === null || each === '') return '–';
    return field === 'direction' ? t(`house:direction.${each}`) : String(each);
  };
  const lines: ChangeLine[] = [
    ...others,
    ...diff.competitorsAdded.map((name) => ({
      key: `+${name}`,
      what: t('round:kind.competitor'),
      where: name,
      before: '–',
      after: t('round:kind.added'),
    })),
    ...diff.competitorsRemoved.map((name) => ({
      key: `-${name}`,
      what: t('round:kind.competitor'),
      where: name,
      before: t('round:kind.present'),
      after: t('round:kind.removed'),
    })),
    ...(['whats', 'hows'] as const).flatMap((side) =>
      diff[side].map((node, place) => ({
        key: `${side}${place}`,
        what: t(`round:kind.${side}`),
        ...nodeLine(node, {
          added: t('round:kind.added'),
          removed: t('round:kind.removed'),
          moved: t('round:kind.moved'),
        }),
      })),
    ),
    ...diff.cells.map((cell) => ({
      key: `c${cell.whatId}:${cell.howId}`,
      what: t('round:kind.cell'),
      where: `${whats.get(cell.whatId) ?? ''} × ${hows.get(cell.howId) ?? ''}`,
      before: relationText(cell.before, scale),
      after: relationText(cell.after, scale),
    })),
    ...diff.whatFields.map((change) => ({
      key: `w${change.id}${change.field}${change.competitor ?? ''}`,
      what: fieldWord(t(`round:field.${change.field}`), change.competitor),
      where: whats.get(change.id) ?? '',
      before: value(change.before, change.field),
      after: value(change.after, change.field),
    })),
    ...diff.howFields.map((change) => ({
      key: `h${change.id}${change.field}${change.competitor ?? ''}`,
      what: fieldWord(t(`round:field.${change.field}`), change.competitor),
      where: hows.get(change.id) ?? '',
      before: value(change.before, change.field),
      after: value(change.after, change.field),
    })),
    ...diff.roof.map((cell) => ({
      key: `r${cell.howId}:${cell.otherHowId}`,
      what: t('round:kind.roof'),
      where: `${hows.get(cell.howId) ?? ''} – ${hows.get(cell.otherHowId) ?? ''}`,
      before: roofText(cell.before),
      after: roofText(cell.after),
    })),
  ];
  return (
    <>
      <Table stickyHeader striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('round:list.what')}</Table.Th>
            <Table.Th>{t('round:list.where')}</Table.Th>
            <Table.Th>{names.before}</Table.Th>
            <Table.Th>{names.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.slice(0, mostLines).map((line) => (
            <Table.Tr key={line.key}>
              <Table.Td className={classes.kind}>{line.what}</Table.Td>
              <Table.Td>{line.where}</Table.Td>
              <Table.Td>{line.before}</Table.Td>
              <Table.Td>{line.after}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length > mostLines && (
        <Text size="sm" c="dimmed" p={8}>
          {t('round:list.more', { count: lines.length - mostLines })}
        </Text>
      )}
    </>
  );
}

function fieldWord(field: string, competitor: string | null): string {
  return competitor === null ? field : `${field} (${competitor})`;
}

function nodeLine(
  node: NodeChange,
  words: { added: string; removed: string; moved: string },
): Pick<ChangeLine, 'where' | 'before' | 'after'> {
  const text = (state: { code: string; name: string }) => `${state.code} ${state.name}`;
  switch (node.kind) {
    case 'added':
      return { where: text(node.after), before: '–', after: words.added };
    case 'removed':
      return { where: text(node.before), before: text(node.before), after: words.removed };
    case 'renamed':
      return { where: text(node.after), before: node.before.name, after: node.after.name };
    case 'moved':
      return {
        where: node.after.name,
        before: node.before.code,
        after: `${node.after.code} (${words.moved})`,
      };
  }
}
