import { Radio, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeKey } from '../../../core/domain/house/change-conflicts.ts';
import type { FieldValue, HouseDiff } from '../../../core/domain/house/house-diff.ts';
import type { HouseModel } from '../../../core/domain/house/house-model.ts';
import classes from './ChangeTable.module.css';
import { type ChangeLine, changeLines } from './change-lines.ts';

/** Changes that meet another change of the same place, and which of the two is to stay. */
export interface ConflictChoice {
  /** What stands there now. */
  now: ReadonlyMap<ChangeKey, FieldValue>;
  /** Those that the state after is to win. */
  taken: ReadonlySet<ChangeKey>;
  onTake: (keys: readonly ChangeKey[], isTaken: boolean) => void;
}

interface ChangeTableProps {
  /** What the two states are called. */
  names: { before: string; after: string };
  after: HouseModel;
  diff: HouseDiff;
  /** Of what no diff tells; they stand first. */
  others?: readonly ChangeLine[];
  /** Conflicts stand before all other changes. */
  conflicts?: ConflictChoice;
}

/** A page of a list is enough; the counts above say how many there are. */
const mostLines = 500;

/** Every difference between two states of a house in words, one below the other. */
export function ChangeTable({ names, after, diff, others = [], conflicts }: ChangeTableProps) {
  const { t } = useTranslation();
  const lines = useMemo(
    () => [...others, ...changeLines(t, after, diff)],
    [t, after, diff, others],
  );
  const isContested = (line: ChangeLine) => conflicts?.now.has(line.key) ?? false;
  const contested = lines.filter(isContested);
  const shown = [...contested, ...lines.filter((line) => !isContested(line))].slice(0, mostLines);
  const hasChoice = contested.length > 0;
  return (
    <>
      <Table stickyHeader striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('round:list.what')}</Table.Th>
            <Table.Th>{t('round:list.where')}</Table.Th>
            <Table.Th>{names.before}</Table.Th>
            <Table.Th>{names.after}</Table.Th>
            {hasChoice && <Table.Th>{t('round:conflict.choice')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((line) => (
            <Table.Tr key={line.key}>
              <Table.Td className={classes.kind}>{line.what}</Table.Td>
              <Table.Td>{line.where}</Table.Td>
              <Table.Td>{line.before}</Table.Td>
              <Table.Td>{line.after}</Table.Td>
              {hasChoice && (
                <Table.Td>
                  {conflicts !== undefined && isContested(line) && (
                    <Choice line={line} conflicts={conflicts} after={names.after} />
                  )}
                </Table.Td>
              )}
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

interface ChoiceProps {
  line: ChangeLine;
  conflicts: ConflictChoice;
  after: string;
}

function Choice({ line, conflicts: { now, taken, onTake }, after }: ChoiceProps) {
  const { t } = useTranslation();
  const value = now.get(line.key) ?? null;
  const ours = line.textOf?.(value) ?? String(value);
  return (
    <div
      role="radiogroup"
      className={classes.choice}
      aria-label={t('round:conflict.of', { what: line.what, where: line.where })}
    >
      {[
        { isAfter: false, label: t('round:conflict.now', { value: ours }) },
        { isAfter: true, label: t('round:conflict.after', { name: after, value: line.after }) },
      ].map(({ isAfter, label }) => (
        <Radio
          key={String(isAfter)}
          size="xs"
          name={line.key}
          label={label}
          checked={taken.has(line.key) === isAfter}
          onChange={() => onTake([line.key], isAfter)}
        />
      ))}
    </div>
  );
}
