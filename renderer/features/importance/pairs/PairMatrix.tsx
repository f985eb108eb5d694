import { List, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type JudgementFault,
  readJudgementBlock,
} from '../../../../core/domain/ahp/judgement-block.ts';
import { type JudgementTable, pairsOf } from '../../../../core/domain/ahp/judgement-table.ts';
import { judgementText, parseJudgement } from '../../../../core/domain/ahp/saaty-scale.ts';
import { rowsFromTsv, tsvFromRows } from '../../../shared/grid/tsv.ts';
import { notifyDone } from '../../../shared/ui/notify.ts';
import classes from './Pairs.module.css';
import { digitOf } from './pair-keys.ts';
import { ratioWords } from './ratio-words.ts';

const faultsShown = 8;

interface PairMatrixProps {
  label: string;
  names: readonly { number: string; name: string }[];
  table: JudgementTable;
  /** The comparison that fits the others least; null for none. */
  revise: { row: number; column: number } | null;
  onEnter: (entries: { row: number; column: number; ratio: number | null }[]) => void;
}

/** All comparisons of a set as a matrix one types into: a digit, or a slash and a digit for a fraction. */
export function PairMatrix({ label, names, table, revise, onEnter }: PairMatrixProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, column: 1 });
  const [slashed, setSlashed] = useState(false);
  const size = names.length;
  const go = (row: number, column: number) => {
    const next = {
      row: Math.min(size - 1, Math.max(0, row)),
      column: Math.min(size - 1, Math.max(0, column)),
    };
    setSlashed(false);
    setActive(next);
    box.current
      ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, column } = active;
    const travel: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      Enter: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, size - 1],
    };
    const to = travel[event.key];
    const digit = event.shiftKey ? null : digitOf(event);
    if (to !== undefined) go(...to);
    else if (row === column) return;
    else if (event.key === '/') setSlashed(true);
    else if (digit !== null) {
      onEnter([{ row, column, ratio: slashed ? 1 / digit : digit }]);
      setSlashed(false);
    } else if (event.key === 'Delete' || event.key === 'Backspace')
      onEnter([{ row, column, ratio: null }]);
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    const rows = table.map((row) =>
      row.map((value) => (value === null ? '' : judgementText(value))),
    );
    event.clipboardData.setData('text/plain', tsvFromRows(rows));
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const block = withoutHeads(rowsFromTsv(event.clipboardData.getData('text/plain')), size);
    const { table: read, faults } = readJudgementBlock(block, size);
    const entries = pairsOf(read, (value) => value !== null).map(({ row, column }) => ({
      row,
      column,
      ratio: read[row]?.[column] ?? null,
    }));
    if (entries.length > 0) {
      onEnter(entries);
      notifyDone(t('importance:matrix.pasted', { count: entries.length }));
    }
    if (faults.length > 0 || entries.length === 0) {
      modals.open({
        title: t('importance:matrix.notTaken'),
        children: <Faults faults={faults} names={names} />,
      });
    }
  };
  return (
    <div className={classes.matrixBox}>
      <table
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid
        role="grid"
        aria-label={label}
        className={classes.matrix}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <thead>
          <tr>
            <td aria-hidden style={{ border: 0 }} />
            {names.map(({ number, name }) => (
              <th key={number} scope="col" title={name}>
                {number}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map(({ number, name }, row) => (
            <tr key={number}>
              <th scope="row" title={name}>
                {number} {name}
              </th>
              {names.map((other, column) => {
                const value = table[row]?.[column] ?? null;
                const isActive = active.row === row && active.column === column;
                return (
                  <td
                    key={other.number}
                    data-row={row}
                    data-column={column}
                    data-kind={kindOf(row, column, revise)}
                    tabIndex={isActive ? 0 : -1}
                    title={value === null ? undefined : ratioWords(t, value, name, other.name)}
                    onFocus={() => setActive({ row, column })}
                  >
                    {isActive && slashed ? '1/' : value === null ? '' : judgementText(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt={10}>
        {t('importance:matrix.keys')}
      </Text>
    </div>
  );
}

function kindOf(row: number, column: number, revise: PairMatrixProps['revise']): string {
  if (row === column) return 'own';
  const isRevised =
    revise !== null &&
    Math.min(row, column) === revise.row &&
    Math.max(row, column) === revise.column;
  if (isRevised) return 'revise';
  return column < row ? 'mirror' : 'pair';
}

/** A block copied with its heads is one larger each way, and its corner row and column are names. */
function withoutHeads(block: string[][], size: number): string[][] {
  const isName = (cell: string | undefined) => parseJudgement(cell ?? '') === null;
  const headRow = block.length > size && (block[0] ?? []).slice(1).some(isName);
  const rows = headRow ? block.slice(1) : block;
  const headColumn = rows.length > 0 && rows.every(([first]) => isName(first));
  return headColumn ? rows.map((row) => row.slice(1)) : rows;
}

function Faults({
  faults,
  names,
}: {
  faults: readonly JudgementFault[];
  names: PairMatrixProps['names'];
}) {
  const { t } = useTranslation();
  if (faults.length === 0) return <Text size="sm">{t('importance:matrix.nothing')}</Text>;
  return (
    <List size="sm">
      {faults.slice(0, faultsShown).map((fault) => (
        <List.Item key={`${fault.row}:${fault.column}`}>
          {t(`importance:matrix.faults.${fault.reason}`, {
            row: names[fault.row]?.number ?? fault.row + 1,
            column: names[fault.column]?.number ?? fault.column + 1,
            entry: fault.entry,
          })}
        </List.Item>
      ))}
      {faults.length > faultsShown && (
        <List.Item>
          {t('importance:matrix.andMore', { count: faults.length - faultsShown })}
        </List.Item>
      )}
    </List>
  );
}
