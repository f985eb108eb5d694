import { ActionIcon, Button, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { kanoClassOfPair } from '../../../../core/domain/kano/kano-entry.ts';
import { runCommand } from '../../../shared/commands/command-registry.ts';
import { replayCommandOf } from '../../../shared/commands/replay-key.ts';
import { Pages } from '../../../shared/ui/Pages.tsx';
import { digitOf } from '../pairs/pair-keys.ts';
import classes from './Kano.module.css';
import { type KanoPair, type KanoRow, respondentsAPage, useKanoEntry } from './use-kano-entry.ts';

/**
 * Answers typed respondent by respondent: two digits for each WHAT, the one for having it and the one for
 * lacking it, and on to the next cell. After the last cell a new respondent begins.
 */
export function KanoEntry({ house }: { house: HouseView }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const { rows, total, enter, add, rename, remove } = useKanoEntry(house.id, page);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [first, setFirst] = useState<number | null>(null);
  const wantsFocus = useRef(false);
  const grid = useRef<HTMLTableElement>(null);
  // After every drawing: the row to go to may come into being with it.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = cellAt(grid.current, active);
    if (cell === null) return;
    wantsFocus.current = false;
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  if (rows === undefined) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  const whats = house.whats;
  const addOne = () => {
    const taken = new Set(rows.map(({ respondent }) => respondent));
    const drafts = rows.filter(({ isNew }) => isNew).length;
    let number = total + drafts + 1;
    while (taken.has(t('kano:respondent', { number }))) number++;
    add(t('kano:respondent', { number }));
    wantsFocus.current = true;
    // A new respondent comes last, on the page where it will be once it is kept.
    const lastPage = Math.floor(total / respondentsAPage);
    setPage(lastPage);
    setActive({ row: (total % respondentsAPage) + drafts, column: 0 });
  };
  const go = (row: number, column: number) => {
    setFirst(null);
    wantsFocus.current = true;
    setActive({
      row: Math.min(rows.length - 1, Math.max(0, row)),
      column: Math.min(whats.length - 1, Math.max(0, column)),
    });
  };
  const goOn = () => {
    if (active.column + 1 < whats.length) go(active.row, active.column + 1);
    else if (active.row + 1 < rows.length) go(active.row + 1, 0);
    else addOne();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const row = rows[active.row];
    const what = whats[active.column];
    if (row === undefined || what === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const travel: Record<string, () => void> = {
      ArrowUp: () => go(active.row - 1, active.column),
      ArrowDown: () => go(active.row + 1, active.column),
      ArrowLeft: () => go(active.row, active.column - 1),
      ArrowRight: () => go(active.row, active.column + 1),
      Home: () => go(active.row, 0),
      End: () => go(active.row, whats.length - 1),
      Enter: () => (active.row + 1 < rows.length ? go(active.row + 1, 0) : addOne()),
      Escape: () => setFirst(null),
      Delete: () => enter({ respondent: row.respondent, whatId: what.whatId, pair: null }),
      Backspace: () =>
        first === null
          ? enter({ respondent: row.respondent, whatId: what.whatId, pair: null })
          : setFirst(null),
    };
    const digit = digitOf(event);
    if (digit !== null && digit <= 5) {
      event.preventDefault();
      if (first === null) setFirst(digit);
      else {
        enter({ respondent: row.respondent, whatId: what.whatId, pair: [first, digit] });
        setFirst(null);
        goOn();
      }
      return;
    }
    const act = travel[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={classes.entry}>
      <Group px={14} py={8} justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('kano:entryHint')}
        </Text>
        <Group gap={8} wrap="nowrap">
          <Pages
            count={Math.max(page + 1, Math.ceil(total / respondentsAPage))}
            page={page}
            onPage={(next) => {
              setPage(next);
              setActive({ row: 0, column: 0 });
            }}
          />
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={addOne}>
            {t('kano:addRespondent')}
          </Button>
        </Group>
      </Group>
      <div className={classes.grid}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid
          role="grid"
          aria-label={t('kano:grid')}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{t('kano:columns.respondent')}</th>
              {whats.map(({ whatId, number, name }) => (
                <th key={whatId} scope="col" title={name}>
                  {number}
                  <div>{name}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={row.respondent}>
                <th scope="row">
                  <Respondent row={row} onRename={rename} onRemove={remove} />
                </th>
                {whats.map(({ whatId, name }, column) => {
                  const isActive = active.row === place && active.column === column;
                  const pair = row.pairs.get(whatId) ?? null;
                  return (
                    <td
                      key={whatId}
                      data-row={place}
                      data-column={column}
                      tabIndex={isActive ? 0 : -1}
                      aria-label={t('kano:cell', {
                        respondent: row.respondent,
                        name,
                        answer: pairText(pair),
                      })}
                      onFocus={() => {
                        if (!isActive) setFirst(null);
                        setActive({ row: place, column });
                      }}
                    >
                      {isActive && first !== null ? `${first} · _` : <Pair pair={pair} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <Text size="sm" c="dimmed" mt={12}>
            {t('kano:noRespondents')}
          </Text>
        )}
      </div>
    </div>
  );
}

function Pair({ pair }: { pair: KanoPair | null }) {
  if (pair === null) return null;
  return (
    <>
      {pairText(pair)}
      <b>{kanoClassOfPair(pair[0], pair[1])}</b>
    </>
  );
}

function pairText(pair: KanoPair | null): string {
  return pair === null ? '' : `${pair[0]} · ${pair[1]}`;
}

interface RespondentProps {
  row: KanoRow;
  onRename: (row: KanoRow, name: string) => void;
  onRemove: (row: KanoRow) => void;
}

function Respondent({ row, onRename, onRemove }: RespondentProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(row.respondent);
  useEffect(() => setName(row.respondent), [row.respondent]);
  const keep = () => {
    const entered = name.trim();
    if (entered === '') setName(row.respondent);
    else if (entered !== row.respondent) onRename(row, entered);
  };
  return (
    <Group gap={2} wrap="nowrap">
      <input
        className={classes.name}
        aria-label={t('kano:nameOf', { name: row.respondent })}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep();
          const replay = name === row.respondent ? replayCommandOf(event) : null;
          if (replay !== null) {
            event.preventDefault();
            runCommand(replay);
          }
        }}
      />
      <Tooltip label={t('kano:removeRespondent', { name: row.respondent })}>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('kano:removeRespondent', { name: row.respondent })}
          onClick={() => onRemove(row)}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function cellAt(
  grid: HTMLElement | null,
  { row, column }: { row: number; column: number },
): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`td[data-row="${row}"][data-column="${column}"]`) ?? null;
}
