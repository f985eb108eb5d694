import { Button, Group, Loader, Modal, Progress, Select, Text } from '@mantine/core';
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { ParticipantRow } from '../../../core/contract/judgement.contract.ts';
import type { VoteRoundHead } from '../../../core/contract/workshop.contract.ts';
import { levelText } from './round-results.ts';
import classes from './ScoreEntry.module.css';
import { itemKey, levelsAsked, type ScoreItem, scoreOfKey, scorePages } from './score-pages.ts';
import { useOwnScores } from './use-own-scores.ts';

type Person = ParticipantRow & { scored: number; cells: number };

interface ScoreEntryProps {
  view: HouseView;
  round: VoteRoundHead;
  people: readonly Person[];
  firstId: number;
  onClose: () => void;
}

/**
 * The keyboard goes from hand to hand: between two participants stands a screen that shows nothing, and
 * each sees alone what they type in this turn.
 */
export function ScoreEntry({ view, round, people, firstId, onClose }: ScoreEntryProps) {
  const { t } = useTranslation();
  const [personId, setPersonId] = useState(firstId);
  const [isSeated, setSeated] = useState(false);
  const person = people.find(({ id }) => id === personId);
  if (person === undefined) return null;
  const handOn = () => {
    setSeated(false);
    const after = [...people.slice(people.indexOf(person) + 1), ...people];
    const next = after.find(({ id, scored, cells }) => id !== personId && scored < cells);
    if (next !== undefined) setPersonId(next.id);
  };
  const isAllDone = people.every(({ scored, cells }) => scored === cells);
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      closeOnEscape={false}
      title={t('workshop:round.name', {
        number: round.number,
        subject: t(`workshop:subject.${round.subject}`),
      })}
    >
      {isSeated ? (
        <OwnSheet key={personId} view={view} round={round} person={person} onDone={handOn} />
      ) : (
        <div className={classes.handOver}>
          <h2 className={classes.turn}>{t('workshop:entry.turn', { name: person.name })}</h2>
          <Text c="dimmed" maw={560} ta="center">
            {t(isAllDone ? 'workshop:entry.allDone' : 'workshop:entry.handOver')}
          </Text>
          <Select
            w={280}
            searchable
            allowDeselect={false}
            label={t('workshop:entry.other')}
            data={people.map(({ id, name, scored, cells }) => ({
              value: String(id),
              label: `${name} (${scored} / ${cells})`,
            }))}
            value={String(personId)}
            onChange={(value) => value !== null && setPersonId(Number(value))}
          />
          <Group gap={10}>
            <Button variant="default" size="md" onClick={onClose}>
              {t('workshop:entry.back')}
            </Button>
            <StartButton key={personId} onStart={() => setSeated(true)} />
          </Group>
        </div>
      )}
    </Modal>
  );
}

/** Takes the focus whenever it comes, so that Enter begins. */
function StartButton({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} data-autofocus size="md" onClick={onStart}>
      {t('workshop:entry.start')}
    </Button>
  );
}

interface OwnSheetProps {
  view: HouseView;
  round: VoteRoundHead;
  person: Person;
  onDone: () => void;
}

/** One WHAT at a time with its HOWs; a key scores and goes on. */
function OwnSheet({ view, round, person, onDone }: OwnSheetProps) {
  const { t } = useTranslation();
  const { scores, hidden, set } = useOwnScores(round.id, person.id);
  const { subject, whatIds, howIds, cells } = round;
  const pages = useMemo(
    () => scorePages(view, { subject, whatIds, howIds, cells }, t('workshop:subject.importance')),
    [view, subject, whatIds, howIds, cells, t],
  );
  const levels = useMemo(
    () =>
      levelsAsked(view, { subject }).map((value) => ({
        value,
        text: levelText(value, subject, view),
      })),
    [view, subject],
  );
  const [[page, index], setPlace] = useState<[number, number]>([0, 0]);
  /** Where keys scored one after the other, the last of them at the end: Backspace takes them back. */
  const typed = useRef<[number, number][]>([]);
  const list = useRef<HTMLDivElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const current = pages[page];
  const isReady = scores !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes where the place is
  useEffect(() => focusItem(list.current, index), [page, index, isReady]);
  const enter = useCallback(
    ({ whatId, howId }: ScoreItem, value: number | null) => set({ whatId, howId, value }),
    [set],
  );
  const scoreByPointer = useCallback(
    (item: ScoreItem, value: number | null) => {
      typed.current = [];
      enter(item, value);
    },
    [enter],
  );
  const goTo = useCallback((place: number) => {
    typed.current = [];
    setPlace(([at]) => [at, place]);
  }, []);
  if (scores === null || current === undefined) {
    return <Loader size="sm" aria-label={t('app:loading')} />;
  }
  const step = (by: number) => {
    const inPage = index + by;
    if (inPage >= 0 && inPage < current.items.length) return setPlace([page, inPage]);
    const next = pages[page + by];
    if (next !== undefined) setPlace([page + by, by > 0 ? 0 : next.items.length - 1]);
    else if (by > 0) done.current?.focus();
  };
  /** As in a text: what was typed last goes, and one is there again. Answers whether there was any. */
  const takeBack = (): boolean => {
    const last = typed.current.pop();
    const item = last && pages[last[0]]?.items[last[1]];
    if (last === undefined || item === undefined) return false;
    enter(item, null);
    // After the last of all the place is still that one, and the focus is on the button.
    if (last[0] === page && last[1] === index) focusItem(list.current, index);
    else setPlace(last);
    return true;
  };
  const goToPage = (by: number) => {
    const next = Math.min(pages.length - 1, Math.max(0, page + by));
    setPlace([next, 0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = current.items[index];
    if (event.ctrlKey || event.metaKey || event.altKey || item === undefined) return;
    const own = scores.get(itemKey(item));
    const values = levels.map(({ value }) => value);
    const at = own === undefined ? -1 : values.indexOf(own);
    const acts: Record<string, () => unknown> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => step(1),
      PageDown: () => goToPage(1),
      PageUp: () => goToPage(-1),
      Home: () => setPlace([page, 0]),
      End: () => setPlace([page, current.items.length - 1]),
      Backspace: () => takeBack() || enter(item, null),
      Delete: () => enter(item, null),
      ArrowRight: () => enter(item, values[Math.min(values.length - 1, at + 1)] ?? null),
      ArrowLeft: () => enter(item, values[Math.max(0, at - 1)] ?? null),
    };
    const act = acts[event.key];
    const value = act === undefined ? scoreOfKey(event.key, view, round) : null;
    if (act === undefined && value === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (act !== undefined) {
      if (event.key !== 'Backspace') typed.current = [];
      return act();
    }
    enter(item, value);
    typed.current.push([page, index]);
    step(1);
  };
  const scored = scores.size + hidden.size;
  const total = pages.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div className={classes.sheet}>
      <header className={classes.head}>
        <Text size="sm" c="dimmed">
          {t('workshop:entry.of', { name: person.name })}
          {pages.length > 1 && ` · ${page + 1} / ${pages.length}`}
        </Text>
        <Progress
          flex={1}
          value={(scored / Math.max(1, total)) * 100}
          aria-label={t('workshop:entry.progress')}
        />
        <Text size="sm" role="status">
          {t('workshop:entry.scored', { scored, total })}
        </Text>
      </header>
      <h2 className={classes.what}>
        {current.number !== '' && <span className={classes.number}>{current.number}</span>}
        {current.name}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would have to be undone to be laid out */}
      <div
        ref={list}
        role="group"
        aria-label={current.name}
        className={classes.items}
        onKeyDown={onKeyDown}
      >
        {current.items.map((item, place) => (
          <Item
            key={itemKey(item)}
            item={item}
            place={place}
            isCurrent={place === index}
            levels={levels}
            score={scores.get(itemKey(item)) ?? null}
            isHidden={hidden.has(itemKey(item))}
            onGoTo={goTo}
            onScore={scoreByPointer}
          />
        ))}
      </div>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {hidden.size > 0 && `${t('workshop:entry.hiddenHint')} · `}
          {t(
            round.subject === 'relations'
              ? 'workshop:entry.keysRelations'
              : 'workshop:entry.keysImportance',
            { keys: levels.map(({ value }) => value).join(' · ') },
          )}
        </Text>
        <Group gap={8}>
          {pages.length > 1 && (
            <>
              <Button variant="default" disabled={page === 0} onClick={() => goToPage(-1)}>
                {t('workshop:entry.before')}
              </Button>
              <Button
                variant="default"
                disabled={page === pages.length - 1}
                onClick={() => goToPage(1)}
              >
                {t('workshop:entry.after')}
              </Button>
            </>
          )}
          <Button
            ref={done}
            onClick={onDone}
            onKeyDown={(event) => event.key === 'Backspace' && takeBack()}
          >
            {t('workshop:entry.done')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

function focusItem(list: HTMLElement | null, place: number): void {
  const item = list?.querySelector<HTMLElement>(`[data-item="${place}"]`);
  item?.focus();
  item?.scrollIntoView({ block: 'nearest' });
}

interface ItemProps {
  item: ScoreItem;
  place: number;
  isCurrent: boolean;
  levels: readonly { value: number; text: string }[];
  score: number | null;
  /** Scored before this turn: that alone is shown. */
  isHidden: boolean;
  onGoTo: (place: number) => void;
  onScore: (item: ScoreItem, value: number | null) => void;
}

/** Drawn anew only when its own score changes or it becomes the current one: keys come fast. */
const Item = memo(function Item(props: ItemProps) {
  const { item, place, isCurrent, levels, score, isHidden, onGoTo, onScore } = props;
  const { t } = useTranslation();
  return (
    <div
      role="radiogroup"
      aria-label={isHidden ? `${item.name}, ${t('workshop:entry.hidden')}` : item.name}
      data-item={place}
      tabIndex={isCurrent ? 0 : -1}
      className={classes.item}
      onFocus={() => isCurrent || onGoTo(place)}
    >
      <span className={classes.itemName}>
        <span className={classes.number}>{item.number}</span>
        {item.name}
        {isHidden && (
          <span className={classes.hidden} title={t('workshop:entry.hiddenHint')}>
            ● {t('workshop:entry.hidden')}
          </span>
        )}
      </span>
      <span className={classes.levels}>
        {levels.map(({ value, text }) => (
          // biome-ignore lint/a11y/useSemanticElements: keys are the row's, as on a paper sheet
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={score === value}
            aria-label={value === 0 ? t('workshop:entry.none') : `${text} ${value}`}
            tabIndex={-1}
            className={classes.level}
            onClick={() => onScore(item, score === value ? null : value)}
          >
            {text}
          </button>
        ))}
      </span>
    </div>
  );
});
