import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { AffinityCard } from '../../../core/contract/affinity.contract.ts';
import classes from './Pool.module.css';
import { MarkBox, type PoolRowProps } from './StackRow.tsx';

interface CardRowProps extends PoolRowProps {
  /** Not there yet while its page is on the way. */
  card: AffinityCard | undefined;
  /** The words of its group, which are marked in the text. */
  words: readonly string[];
}

/** One VOC of a stack. */
export function CardRow({
  id,
  top,
  card,
  words,
  isCursor,
  isMarked,
  isLifted,
  ...on
}: CardRowProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree
    <div
      id={id}
      role="treeitem"
      aria-level={2}
      aria-selected={isMarked}
      className={classes.card}
      data-cursor={isCursor || undefined}
      data-lifted={isLifted || undefined}
      style={{ top }}
      draggable={card !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        on.onDragStart();
      }}
      onDragEnd={on.onDragEnd}
      onClick={on.onPress}
    >
      <span className={classes.text}>
        {card === undefined ? '…' : <WordsMarked text={card.text} words={words} />}
      </span>
      {card !== undefined && (
        <span className={classes.facts}>
          {card.receivedAt.slice(0, 10)} · {t(`voc:channels.${card.channel}`)}
          {card.branch === null ? '' : ` · ${card.branch}`}
          {card.severity !== null && (
            <span className={classes.severity} data-grave={card.severity >= 4 || undefined}>
              {t('affinity:pool.severity', { severity: card.severity })}
            </span>
          )}
        </span>
      )}
      <MarkBox isMarked={isMarked} onMark={on.onMark} />
    </div>
  );
}

/** The text with the group's words marked where they stand as they are. */
function WordsMarked({ text, words }: { text: string; words: readonly string[] }) {
  const stems = words.map(stemOf).filter((stem) => stem.length > 1);
  if (stems.length === 0) return text;
  const pattern = new RegExp(
    `(${stems.map((stem) => stem.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})`,
    'iu',
  );
  return text.split(pattern).map((part, place) =>
    // What was split by stands at the odd places.
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay where they are
      <mark key={place}>{part}</mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay where they are
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}

/** A predicate stands in the text without its 다 (늦다: 늦어요). */
function stemOf(word: string): string {
  return word.length > 2 && word.endsWith('다') ? word.slice(0, -1) : word;
}
