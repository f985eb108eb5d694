import { Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroup, DuplicateKind } from '../../../core/contract/duplicate.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import classes from './DuplicatesPage.module.css';
import { GroupCard } from './GroupCard.tsx';

const groupsAtOnce = 20;
const groupsAtMost = 100;

/** Groups one below the other, walked through by key: Enter merges, D says they differ. */
export function GroupList({ kind }: { kind: DuplicateKind }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(groupsAtOnce);
  const { data } = useHostQuery('duplicate.list', { kind, limit });
  const groups = data?.groups ?? [];
  const [active, setActive] = useState(0);
  const [survivors, setSurvivors] = useState<ReadonlyMap<number, number>>(new Map());
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(active, Math.max(0, groups.length - 1));
  const { merge, markDistinct } = useDecisions();

  const isEmpty = groups.length === 0;
  useEffect(() => {
    if (!isEmpty) list.current?.focus({ preventScroll: true });
  }, [isEmpty]);
  useEffect(() => {
    list.current?.querySelector(`[data-place="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  if (data === undefined) return null;
  if (isEmpty) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.3} />}
        title={t('duplicate:none.title')}
        hint={t('duplicate:none.hint')}
      />
    );
  }
  const survivorOf = (group: DuplicateGroup) =>
    group.members.find(({ id }) => id === survivors.get(group.place))?.id ??
    group.members[0]?.id ??
    0;
  const choose = (group: DuplicateGroup, id: number) =>
    setSurvivors((known) => new Map(known).set(group.place, id));
  const onKeyDown = (event: KeyboardEvent) => {
    const group = groups[current];
    if (group === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, groups.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else if (step !== 0) {
      const at = group.members.findIndex(({ id }) => id === survivorOf(group));
      const next = group.members[at + step];
      if (next !== undefined) choose(group, next.id);
    } else if (event.key === 'Enter') merge(group, survivorOf(group));
    else if (event.key.toLowerCase() === 'd' || event.code === 'KeyD') markDistinct(group);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of groups of cards, which ul cannot hold
    <div
      ref={list}
      className={classes.list}
      role="group"
      aria-label={t('duplicate:list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys walk through the groups
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {groups.map((group, place) => (
        <GroupCard
          key={group.place}
          group={group}
          place={place}
          isActive={place === current}
          survivorId={survivorOf(group)}
          onActivate={() => setActive(place)}
          onSurvivor={(id) => choose(group, id)}
          onMerge={() => merge(group, survivorOf(group))}
          onDistinct={() => markDistinct(group)}
        />
      ))}
      {data.nextOffset !== null && limit < groupsAtMost && (
        <Button variant="default" onClick={() => setLimit(groupsAtMost)}>
          {t('duplicate:moreGroups')}
        </Button>
      )}
      {data.nextOffset !== null && limit >= groupsAtMost && (
        <Text size="sm" c="dimmed">
          {t('duplicate:list')} …
        </Text>
      )}
    </div>
  );
}

function useDecisions() {
  const { t } = useTranslation();
  const merging = useHostMutation('duplicate.merge', {
    onSuccess: (_, { ids }) => notifyDone(t('duplicate:merged', { count: ids.length })),
  });
  const marking = useHostMutation('duplicate.markDistinct', {
    onSuccess: () => notifyDone(t('duplicate:distinctDone')),
  });
  const busy = merging.isPending || marking.isPending;
  return {
    merge: (group: DuplicateGroup, survivorId: number) => {
      const ids = group.members.flatMap(({ id }) => (id === survivorId ? [] : [id]));
      if (!busy && ids.length > 0) merging.mutate({ survivorId, ids });
    },
    markDistinct: (group: DuplicateGroup) => {
      if (!busy) marking.mutate({ ids: group.members.map(({ id }) => id) });
    },
  };
}
