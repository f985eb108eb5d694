import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconStack2 } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { figure, meanFigure } from './figure.ts';
import classes from './Pool.module.css';
import type { PoolSection } from './pool-sections.ts';

export interface PoolRowProps {
  id: string;
  top: number;
  isCursor: boolean;
  isMarked: boolean;
  isLifted: boolean;
  onPress: (event: MouseEvent) => void;
  onMark: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}

interface StackRowProps extends PoolRowProps {
  section: PoolSection;
  onToggle: () => void;
}

/** The head of a stack: its words, how many cards, and what they weigh together. */
export function StackRow({ id, top, section, isCursor, isMarked, isLifted, ...on }: StackRowProps) {
  const { t, i18n } = useTranslation();
  const { group, size, open } = section;
  const shown = size.toLocaleString(i18n.language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree
    <div
      id={id}
      role="treeitem"
      aria-level={1}
      aria-expanded={open}
      aria-selected={isMarked}
      className={classes.stack}
      data-cursor={isCursor || undefined}
      data-lifted={isLifted || undefined}
      data-depth={Math.min(3, Math.ceil(Math.log10(size + 1)))}
      style={{ top }}
      draggable={size > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        on.onDragStart();
      }}
      onDragEnd={on.onDragEnd}
      onClick={on.onPress}
      onDoubleClick={on.onToggle}
    >
      <ActionIcon
        size="sm"
        tabIndex={-1}
        aria-label={t(open ? 'affinity:pool.close' : 'affinity:pool.open')}
        onClick={(event) => {
          event.stopPropagation();
          on.onToggle();
        }}
      >
        {open ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
      </ActionIcon>
      <span className={classes.words}>
        {group === null ? (
          <span className={classes.restName}>
            {t(section.choice === 'all' ? 'affinity:pool.found' : 'affinity:pool.rest')}
          </span>
        ) : (
          group.words.map((word, place) => (
            <span key={word} className={classes.word} data-first={place === 0 || undefined}>
              {word}
            </span>
          ))
        )}
      </span>
      <span className={classes.figures}>
        <span className={classes.size}>
          <IconStack2 size={13} aria-hidden />
          {t('affinity:pool.size', { shown })}
        </span>
        {group !== null && (
          <span
            className={classes.weight}
            title={t('affinity:pool.weightHow', {
              shown,
              mean: meanFigure(group.meanSeverity, i18n.language),
              value: figure(group.importance, i18n.language),
              alike: meanFigure(group.similarity, i18n.language),
            })}
          >
            {t('affinity:pool.weight', { value: figure(group.importance, i18n.language) })}
          </span>
        )}
      </span>
      <MarkBox isMarked={isMarked} onMark={on.onMark} />
    </div>
  );
}

/** For the mouse; with the keyboard it is X. */
export function MarkBox({ isMarked, onMark }: { isMarked: boolean; onMark: () => void }) {
  const { t } = useTranslation();
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={classes.mark}
      aria-label={t('affinity:pool.mark')}
      checked={isMarked}
      onClick={(event) => event.stopPropagation()}
      onChange={onMark}
    />
  );
}
