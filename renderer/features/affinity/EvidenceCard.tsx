import { IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MarkBox } from './StackRow.tsx';
import classes from './Wall.module.css';
import type { WallRow } from './wall-rows.ts';

interface EvidenceCardProps {
  id: string;
  row: Extract<WallRow, { kind: 'evidence' }>;
  isCursor: boolean;
  isMarked: boolean;
  onPress: () => void;
  onMark: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}

/** A VOC under its requirement. */
export function EvidenceCard({
  id,
  row,
  isCursor,
  isMarked,
  onPress,
  onMark,
  ...on
}: EvidenceCardProps) {
  const { t } = useTranslation();
  const { voc, requirement } = row;
  const isQuote = requirement.quote?.vocId === voc.id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree
    <div
      id={id}
      role="treeitem"
      aria-level={requirement.level + 1}
      aria-selected={isMarked}
      className={classes.evidence}
      data-cursor={isCursor || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        on.onDragStart();
      }}
      onDragEnd={on.onDragEnd}
      onClick={onPress}
    >
      {isQuote && <IconQuote size={12} aria-label={t('requirement:quote.title')} />}
      <span className={classes.text}>{voc.text}</span>
      <MarkBox isMarked={isMarked} onMark={onMark} />
    </div>
  );
}
