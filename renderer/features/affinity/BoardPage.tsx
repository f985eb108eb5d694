import { Button, Group, Kbd, Select, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHierarchy2, IconRefresh, IconSearch, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { RequirementFinder } from '../../shared/requirement/RequirementFinder.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { SplitRoom } from '../../shared/ui/Split.tsx';
import { NoVocYet } from '../../shared/voc/NoVocYet.tsx';
import classes from './Board.module.css';
import { ImportanceNote, UnassignedBar } from './BoardHeader.tsx';
import { NewRequirement } from './NewRequirement.tsx';
import { PoolPane } from './PoolPane.tsx';
import { PoolState } from './PoolState.tsx';
import { ReadingStrip } from './ReadingStrip.tsx';
import { RequirementWall } from './RequirementWall.tsx';
import { useBoard } from './use-board.ts';
import { useBoardCommands } from './use-board-commands.ts';
import { useBoardFilter } from './use-board-filter.ts';
import { useSections } from './use-sections.ts';
import { useSuggestion } from './use-suggestion.ts';

const noRows: RequirementRow[] = [];
const groupCounts = ['12', '24', '48', '96'];

/** The affinity board: from what customers said to what they want, stack by stack. */
export function BoardPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useBoardFilter();
  const [maxGroups, setMaxGroups] = usePreference<number>('affinity.maxGroups', 24);
  const [leftOut, setLeftOut] = usePreference<string[]>('affinity.leftOut', [], isWords);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const searchField = useRef<HTMLInputElement>(null);
  const { data: all } = useHostQuery('voc.count', { filter });
  const { data: open } = useHostQuery('voc.count', { filter: { ...filter, unassigned: true } });
  const { data: requirements = noRows } = useHostQuery('requirement.list', {});
  const [isBusy, setIsBusy] = useState(false);
  const suggestion = useSuggestion({ filter, maxGroups, withoutWords: leftOut }, isBusy);
  const [sections, toggleSection] = useSections(suggestion.id, suggestion.groups, search);
  const board = useBoard({ suggestionId: suggestion.id, search, sections, requirements });
  useEffect(() => setIsBusy(board.isBusy), [board.isBusy]);
  useBoardCommands(board, suggestion.again, searchField);
  const isEmpty = all?.total === 0;
  const isNarrowed = useMemo(() => Object.keys(filter).length > 0, [filter]);

  if (isEmpty && !isNarrowed) return <NoVoc />;
  return (
    <Page
      fill
      title={t('affinity:title')}
      subtitle={
        all !== undefined &&
        open !== undefined && <UnassignedBar total={all.total} unassigned={open.total} />
      }
      actions={
        <>
          <ImportanceNote requirements={requirements} />
          <Button
            variant="default"
            leftSection={<IconHierarchy2 size={14} />}
            renderRoot={(props) => <Link to="/requirements" {...props} />}
          >
            {t('affinity:toTree')}
          </Button>
        </>
      }
    >
      <SplitRoom>
        <section
          className={classes.side}
          aria-label={t('affinity:pool.label')}
          onFocus={() => board.setSide('pool')}
        >
          <div className={classes.bar}>
            <TextInput
              ref={searchField}
              className={classes.search}
              leftSection={<IconSearch size={14} />}
              rightSection={typed === '' ? <Kbd size="xs">/</Kbd> : undefined}
              aria-label={t('affinity:pool.search')}
              placeholder={t('affinity:pool.search')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Escape') setTyped('');
                if (event.key === 'ArrowDown' || event.key === 'Enter') board.pool.current?.focus();
              }}
            />
            <Select
              w={96}
              allowDeselect={false}
              aria-label={t('affinity:pool.maxGroups')}
              data={groupCounts.map((value) => ({
                value,
                label: t('affinity:pool.groups', { shown: value }),
              }))}
              value={String(maxGroups)}
              onChange={(value) => value !== null && setMaxGroups(Number(value))}
            />
            <Button
              variant="default"
              leftSection={<IconRefresh size={14} />}
              onClick={suggestion.again}
              disabled={suggestion.job !== null}
            >
              {t('affinity:pool.again')}
            </Button>
          </div>
          {(isNarrowed || leftOut.length > 0) && (
            <Group className={classes.conditions} gap={6}>
              {isNarrowed && (
                <Condition
                  label={t('affinity:pool.narrowed', { count: Object.keys(filter).length })}
                  onClear={() => setFilter({})}
                />
              )}
              {leftOut.map((word) => (
                <Condition
                  key={word}
                  label={t('affinity:pool.leftOut', { word })}
                  onClear={() => setLeftOut(leftOut.filter((other) => other !== word))}
                />
              ))}
            </Group>
          )}
          <PoolState
            suggestion={suggestion}
            unassigned={open?.total ?? null}
            found={search === '' ? null : (sections[0]?.size ?? null)}
            onShowWhole={() => {
              // What is marked are stacks of the sample, which there will be no more.
              board.marks.clear();
              suggestion.showWhole();
            }}
          />
          <PoolPane
            ref={board.pool}
            suggestionId={suggestion.id}
            search={search}
            sections={sections}
            cursor={board.cursor}
            marks={board.marks}
            isCarrying={board.carried !== null}
            onCursor={board.onCursor}
            onToggle={toggleSection}
            onPickUp={board.pickUp}
            onLeave={() => board.wall.current?.focus()}
            onDragStart={board.dragFromPool}
            onDragEnd={board.endDrag}
            onDrop={board.dragged?.from === 'requirement' ? board.dropOnPool : null}
          />
          <ReadingStrip
            row={board.cursorRow}
            card={board.cursorCard}
            filter={filter}
            onLeaveOut={(word) => setLeftOut([...leftOut, word])}
          />
        </section>
        <section
          className={classes.side}
          data-wide
          aria-label={t('affinity:wall.label')}
          onFocus={() => board.setSide('wall')}
        >
          <RequirementWall
            ref={board.wall}
            requirements={requirements}
            columns={board.columns}
            cursor={board.wallCursor}
            marked={board.marked}
            isCarrying={board.carried !== null}
            isDragging={board.dragged !== null}
            onCursor={board.setWallCursor}
            onToggle={board.toggleRequirement}
            onMark={board.markEvidence}
            onDropOn={board.dropOn}
            onPickUp={board.pickUp}
            onPutBack={board.putBack}
            onLeave={() => board.pool.current?.focus()}
            onDragStart={board.dragFromWall}
            onDragEnd={board.endDrag}
          />
        </section>
      </SplitRoom>
      <Text size="xs" c="dimmed" className={classes.keys}>
        {t(board.carried === null ? 'affinity:keys' : 'affinity:keysCarrying')}
      </Text>
      <VisuallyHidden component="output" aria-live="polite">
        {board.said}
      </VisuallyHidden>
      <RequirementFinder
        title={board.choosing?.title ?? null}
        requirements={board.choosing?.requirements ?? noRows}
        onClose={board.closeChoosing}
        onPick={(requirement) => board.choosing?.onChoose(requirement)}
        nothing={t('affinity:choose.none')}
      />
      <NewRequirement
        plan={board.naming}
        requirements={requirements}
        onClose={board.closeNaming}
        onCreate={board.create}
      />
    </Page>
  );
}

function Condition({ label, onClear }: { label: string; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.leaveOut}
      aria-label={t('affinity:pool.clear', { label })}
      onClick={onClear}
    >
      {label}
      <IconX size={11} aria-hidden />
    </button>
  );
}

function NoVoc() {
  const { t } = useTranslation();
  return (
    <Page fill title={t('affinity:title')}>
      <NoVocYet hint={t('affinity:empty.hint')} />
    </Page>
  );
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}
