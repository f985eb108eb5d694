import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import classes from './CellEntry.module.css';

/** Where the active cell goes after an entry; `fill` gives the entry to all that is selected. */
export type EntryEnd = 'down' | 'up' | 'right' | 'left' | 'stay' | 'fill';

interface CellEntryProps {
  /** What the cell says, for those who cannot see it. */
  label: string;
  /** What F2 begins with. */
  value: string;
  /** Why an entry cannot be kept; null when it can. */
  refusal: (entry: string) => string | null;
  onKeep: (entry: string, end: EntryEnd) => void;
  onCancel: () => void;
  /** Names stand sidewise in heads and need more room than their column has. */
  isWide?: boolean;
  /** What is typed here cannot be taken at all; the person is told why. */
  onRefused?: () => void;
}

/**
 * The field of the active cell, unseen until something is typed. It has the focus all the while: an input
 * method begins a Hangul syllable in whatever has it, and a field that only came with the first key
 * would have lost the first letter.
 */
export function CellEntry(props: CellEntryProps) {
  const { label, value, onRefused } = props;
  const [entry, setEntry] = useState<string | null>(null);
  const done = useRef(false);
  const refusal = entry === null ? null : props.refusal(entry);

  const latest = useRef({ entry, refusal, onKeep: props.onKeep });
  latest.current = { entry, refusal, onKeep: props.onKeep };
  // A click on another cell takes this field away before it could blur.
  useEffect(
    () => () => {
      const { entry: left, refusal: reason, onKeep } = latest.current;
      if (left !== null && reason === null && !done.current) onKeep(left, 'stay');
    },
    [],
  );

  const keep = (end: EntryEnd) => {
    if (entry === null || done.current || refusal !== null) return;
    // What stays open after that is a new entry: the next cell has a field of its own.
    done.current = end !== 'stay';
    setEntry(null);
    props.onKeep(entry, end);
  };
  const cancel = () => {
    done.current = true;
    setEntry(null);
    props.onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation();
    if (entry === null) {
      if (event.key !== 'F2' || event.shiftKey) return;
      event.stopPropagation();
      if (onRefused !== undefined) return onRefused();
      done.current = false;
      setEntry(value);
      return;
    }
    // Caret and the field's own undo: the matrix must not see these.
    event.stopPropagation();
    if (event.key === 'Escape') return cancel();
    const end = endOfKey(event);
    if (end === null) return;
    event.preventDefault();
    keep(end);
  };
  return (
    <>
      <input
        data-cell-focus
        data-writing={entry !== null || undefined}
        data-wide={props.isWide || undefined}
        className={classes.entry}
        autoComplete="off"
        maxLength={200}
        value={entry ?? ''}
        aria-label={label}
        aria-invalid={refusal !== null}
        onChange={(event) => {
          if (onRefused !== undefined) {
            // An input method must be interrupted, or it goes on in a field that takes nothing.
            event.currentTarget.blur();
            return onRefused();
          }
          done.current = false;
          setEntry(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (entry === null || done.current) return;
          if (refusal === null) keep('stay');
          else cancel();
        }}
      />
      {refusal !== null && (
        <span role="alert" className={classes.refusal}>
          {refusal}
        </span>
      )}
    </>
  );
}

function endOfKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): EntryEnd | null {
  if (key === 'Enter') return ctrlKey || metaKey ? 'fill' : shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  if (key === 'ArrowDown') return 'down';
  return key === 'ArrowUp' ? 'up' : null;
}
