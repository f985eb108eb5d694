import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progressOf } from '../../../../core/domain/ahp/comparison-tree.ts';
import type { OpenComparison } from '../../../../core/domain/ahp/comparisons-to-ask.ts';
import { type JudgementTable, pairsOf } from '../../../../core/domain/ahp/judgement-table.ts';
import type { JudgementCheck } from '../../../../core/domain/ahp/judgements-to-revise.ts';
import type { TablePriorities } from '../../../../core/domain/ahp/table-priorities.ts';
import { PairCard } from './PairCard.tsx';
import classes from './Pairs.module.css';
import type { NamedPlace } from './PairsEditor.tsx';
import { verdictOf } from './verdict.ts';

interface Pair {
  row: number;
  column: number;
}

interface AskOneByOneProps {
  places: readonly NamedPlace[];
  table: JudgementTable;
  asks: readonly OpenComparison[];
  result: TablePriorities;
  /** The comparison to revise first; null when the set is consistent enough. */
  top: JudgementCheck | null;
  onEnter: (entries: { row: number; column: number; ratio: number | null }[]) => void;
  /** Another set with comparisons to make; null for none. */
  nextSet: number | null;
  onNextSet: (at: number) => void;
}

/** The questions of a set, the one that tells most first; when all are asked, what came of it. */
export function AskOneByOne(props: AskOneByOneProps) {
  const { places, table, asks, result, top, onEnter, nextSet, onNextSet } = props;
  const { t } = useTranslation();
  /** A pair gone back to; null follows what is to be asked. */
  const [visited, visit] = useState<Pair | null>(null);
  const { made, pairs } = progressOf(table);
  const pair = visited ?? asks[0] ?? null;
  const all = pairsOf(table, () => true);
  const travel = (by: 1 | -1) => {
    const at = pair === null ? all.length : all.findIndex((other) => isSame(other, pair));
    visit(all[(at + by + all.length) % all.length] ?? null);
  };
  const nameAt = (place: number) => places[place]?.name ?? '';
  return (
    <div className={classes.ask}>
      <Group maw={860} w="100%" mx="auto" mb={14} gap={10} wrap="nowrap">
        <Progress
          flex={1}
          value={pairs === 0 ? 0 : (100 * made) / pairs}
          aria-label={t('importance:pairs.progressLabel')}
        />
        <Text size="xs" c="dimmed">
          {t('importance:pairs.progress', { made, pairs })}
        </Text>
      </Group>
      {pair === null ? (
        <AllAsked
          result={result}
          size={table.length}
          onRevise={top === null ? null : () => visit(top)}
          onNextSet={nextSet === null ? null : () => onNextSet(nextSet)}
          onBack={() => travel(-1)}
        />
      ) : (
        <PairCard
          key={`${pair.row}:${pair.column}`}
          left={nameAt(pair.row)}
          right={nameAt(pair.column)}
          ratio={table[pair.row]?.[pair.column] ?? null}
          suggested={asks.find((other) => isSame(other, pair))?.suggested ?? null}
          onEnter={(ratio) => {
            onEnter([{ ...pair, row: pair.row, column: pair.column, ratio }]);
            visit(ratio === null ? { row: pair.row, column: pair.column } : null);
          }}
          onTravel={travel}
        />
      )}
    </div>
  );
}

interface AllAskedProps {
  result: TablePriorities;
  size: number;
  onRevise: (() => void) | null;
  onNextSet: (() => void) | null;
  onBack: () => void;
}

function AllAsked({ result, size, onRevise, onNextSet, onBack }: AllAskedProps) {
  const { t } = useTranslation();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <Stack align="center" gap={12}>
      <Title order={3}>{t('importance:pairs.allAsked')}</Title>
      <Text size="sm" ta="center" maw={520}>
        {verdictOf(t, result, size).text}
      </Text>
      <Group gap={8}>
        {onRevise !== null && (
          <Button ref={first} onClick={onRevise}>
            {t('importance:pairs.seeWorst')}
          </Button>
        )}
        {onNextSet !== null && (
          <Button
            ref={onRevise === null ? first : undefined}
            variant={onRevise === null ? 'filled' : 'default'}
            onClick={onNextSet}
          >
            {t('importance:pairs.nextSet')}
          </Button>
        )}
        <Button
          ref={onRevise === null && onNextSet === null ? first : undefined}
          variant="default"
          onClick={onBack}
        >
          {t('importance:pairs.goBack')}
        </Button>
      </Group>
    </Stack>
  );
}

function isSame(a: Pair, b: Pair): boolean {
  return a.row === b.row && a.column === b.column;
}
