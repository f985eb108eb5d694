import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progressOf, tableOfSet } from '../../../../core/domain/ahp/comparison-tree.ts';
import { comparisonsToAsk } from '../../../../core/domain/ahp/comparisons-to-ask.ts';
import {
  type JudgementCheck,
  judgementsToRevise,
} from '../../../../core/domain/ahp/judgements-to-revise.ts';
import { acceptedRatio } from '../../../../core/domain/ahp/priority-vector.ts';
import { prioritiesOfTable } from '../../../../core/domain/ahp/table-priorities.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import { AskOneByOne } from './AskOneByOne.tsx';
import { PairMatrix } from './PairMatrix.tsx';
import classes from './Pairs.module.css';
import { PairsResult } from './PairsResult.tsx';
import { comparisonsOf, type Judgements } from './use-judgements.ts';

/** Beyond this there is no consistency ratio, and so nothing to propose. */
const mostForRevision = 15;
/** Cells beyond this many make a table too slow to type in. */
const mostInMatrix = 60;

export interface NamedPlace {
  number: string;
  name: string;
}

interface PairsEditorProps {
  judgements: Judgements;
  /** null: the judgement of the house itself. */
  participantId: number | null;
  /** Every WHAT and group by its id. */
  names: ReadonlyMap<number, NamedPlace>;
  /** What is done with the result; nothing for a participant's. */
  onStore?: (weights: readonly number[]) => void;
}

/** Comparing in pairs, set by set of the tree: one question at a time or as a matrix, with what it says. */
export function PairsEditor({ judgements, participantId, names, onStore }: PairsEditorProps) {
  const { t } = useTranslation();
  const [look, setLook] = usePreference<string>('importance.pairsLook', 'ask');
  const own = useMemo(
    () => comparisonsOf(judgements.comparisons, participantId),
    [judgements.comparisons, participantId],
  );
  const { sets } = judgements;
  const tables = useMemo(() => sets.map((set) => tableOfSet(set, own)), [sets, own]);
  const [chosen, choose] = useState<number | null>(null);
  const firstOpen = tables.findIndex((table) => {
    const { made, pairs } = progressOf(table);
    return made < pairs;
  });
  const at = Math.min(chosen ?? Math.max(0, firstOpen), sets.length - 1);
  const set = sets[at];
  const table = tables[at];
  const settled = useDeferredValue(table);
  const revisions = useMemo(
    () =>
      settled === undefined || settled.length > mostForRevision
        ? []
        : judgementsToRevise(settled).filter(({ proposed }) => proposed !== null),
    [settled],
  );
  const asks = useMemo(() => (table === undefined ? [] : comparisonsToAsk(table)), [table]);
  if (set === undefined || table === undefined) {
    return (
      <Text size="sm" c="dimmed" m="auto">
        {t('importance:pairs.nothingToCompare')}
      </Text>
    );
  }
  const places = set.members.map((id) => names.get(id) ?? { number: '', name: '' });
  const enter = (entries: { row: number; column: number; ratio: number | null }[]) =>
    judgements.enter(
      participantId,
      entries.map(({ row, column, ratio }) => ({
        whatId: set.members[row] ?? 0,
        otherWhatId: set.members[column] ?? 0,
        ratio,
      })),
    );
  const result = prioritiesOfTable(table);
  const inconsistent =
    result.kind === 'priorities' && (result.consistencyRatio ?? 0) > acceptedRatio;
  const top = inconsistent ? firstToRevise(revisions) : null;
  const accept = () => {
    if (top !== null) enter([{ row: top.row, column: top.column, ratio: top.proposed }]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.code !== 'KeyR' || !isPlain || top === null) return;
    event.preventDefault();
    event.stopPropagation();
    accept();
  };
  const label =
    set.groupId === null ? t('importance:pairs.firstLevel') : (names.get(set.groupId)?.name ?? '');
  return (
    <div className={classes.room}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to keys of the controls within */}
      <div className={classes.work} onKeyDown={onKeyDown}>
        <Toolbar
          judgements={judgements}
          tables={tables}
          names={names}
          at={at}
          onChoose={choose}
          look={look}
          onLook={setLook}
          onClear={own.length === 0 ? null : () => judgements.clear(participantId)}
        />
        {look === 'matrix' ? (
          set.members.length > mostInMatrix ? (
            <Text size="sm" c="dimmed" m="auto">
              {t('importance:matrix.tooLarge', { most: mostInMatrix })}
            </Text>
          ) : (
            <PairMatrix
              key={set.groupId ?? 0}
              label={t('importance:matrix.label', { name: label })}
              names={places}
              table={table}
              revise={top}
              onEnter={enter}
            />
          )
        ) : (
          <AskOneByOne
            key={`${participantId}:${set.groupId ?? 0}`}
            places={places}
            table={table}
            asks={asks}
            result={result}
            top={top}
            onEnter={enter}
            nextSet={nextOpenSet(tables, at)}
            onNextSet={choose}
          />
        )}
      </div>
      <PairsResult
        judgements={judgements}
        tables={tables}
        names={names}
        set={{ label, result, table }}
        top={top}
        places={places}
        onAccept={accept}
        {...(onStore === undefined ? {} : { onStore })}
      />
    </div>
  );
}

/** The one furthest off; of those equally far off, as all three of a triangle are, the one that mends most. */
function firstToRevise(revisions: readonly JudgementCheck[]): JudgementCheck | null {
  const most = revisions[0]?.deviation ?? 1;
  const furthest = revisions.filter(({ deviation }) => deviation > most * 0.999);
  return furthest.toSorted((a, b) => (a.ratioAfter ?? 1) - (b.ratioAfter ?? 1))[0] ?? null;
}

function nextOpenSet(tables: readonly (number | null)[][][], at: number): number | null {
  const order = [...tables.keys()].slice(at + 1).concat([...tables.keys()].slice(0, at));
  return (
    order.find((place) => {
      const { made, pairs } = progressOf(tables[place] ?? []);
      return made < pairs;
    }) ?? null
  );
}

/** What a set is called: the group whose members it compares, the first level, or all of a flat list. */
function setName(
  t: TFunction,
  { sets }: Judgements,
  groupId: number | null,
  names: ReadonlyMap<number, NamedPlace>,
): string {
  const group = groupId === null ? undefined : names.get(groupId);
  if (group !== undefined) return `${group.number} ${group.name}`;
  return t(sets.length > 1 ? 'importance:pairs.firstLevel' : 'importance:pairs.allWhats');
}

interface ToolbarProps {
  judgements: Judgements;
  tables: readonly (number | null)[][][];
  names: ReadonlyMap<number, NamedPlace>;
  at: number;
  onChoose: (at: number) => void;
  look: string;
  onLook: (look: string) => void;
  onClear: (() => void) | null;
}

function Toolbar(props: ToolbarProps) {
  const { judgements, tables, names, at, onChoose, look, onLook, onClear } = props;
  const { t } = useTranslation();
  return (
    <Group p="10px 14px" gap={10} justify="space-between" wrap="nowrap" align="flex-start">
      <fieldset className={classes.sets} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend hidden>{t('importance:pairs.sets')}</legend>
        {judgements.sets.map(({ groupId }, place) => {
          const table = tables[place] ?? [];
          const { made, pairs } = progressOf(table);
          const result = prioritiesOfTable(table);
          const trouble =
            result.kind === 'priorities' && (result.consistencyRatio ?? 0) > acceptedRatio;
          return (
            <button
              key={groupId ?? 0}
              type="button"
              className={classes.set}
              aria-pressed={place === at}
              data-trouble={trouble || undefined}
              onClick={() => onChoose(place)}
            >
              {setName(t, judgements, groupId, names)}
              <span>
                {trouble ? '⚠ ' : ''}
                {made}/{pairs}
              </span>
            </button>
          );
        })}
      </fieldset>
      <Group gap={8} wrap="nowrap">
        {onClear !== null && (
          <Button variant="subtle" color="gray" size="xs" onClick={onClear}>
            {t('importance:pairs.clear')}
          </Button>
        )}
        <SegmentedControl
          aria-label={t('importance:pairs.look')}
          size="xs"
          data={[
            { value: 'ask', label: t('importance:pairs.ask') },
            { value: 'matrix', label: t('importance:pairs.matrix') },
          ]}
          value={look === 'matrix' ? 'matrix' : 'ask'}
          onChange={onLook}
        />
      </Group>
    </Group>
  );
}
