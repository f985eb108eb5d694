import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { runCommand } from '../../shared/commands/command-registry.ts';
import { replayCommandOf } from '../../shared/commands/replay-key.ts';
import classes from './RequirementTree.module.css';

export type TreeKey =
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'fold'
  | 'unfold'
  | 'indent'
  | 'outdent'
  | 'moveUp'
  | 'moveDown'
  | 'newBelow'
  | 'remove'
  | 'leave';

interface NameCellProps {
  ref: (field: HTMLInputElement | null) => void;
  name: string;
  label: string;
  tabIndex: 0 | -1;
  placeholder?: string;
  /** A new requirement: there is no name to go back to. */
  isDraft?: boolean;
  onFocus: () => void;
  /** Called with a name that differs and is not empty. */
  onRename: (name: string) => void;
  /** Enter in a draft: the name may be empty. */
  onEnterDraft?: (name: string) => void;
  onDropDraft?: () => void;
  onKey: (key: TreeKey) => void;
}

/**
 * A name in the outline. It is a text field at all times, also while one only moves about: the first
 * jamo of a Hangul word is composed by the field that has the focus when the key goes down, so a
 * field that appears afterwards would lose it. While nothing is typed the whole name is marked, which
 * makes typing replace it, as in a spreadsheet.
 */
export function NameCell(props: NameCellProps) {
  const { ref, name, label, tabIndex, placeholder, isDraft = false, onFocus } = props;
  const [typed, setTyped] = useState<string | null>(isDraft ? '' : null);
  const dropped = useRef(false);
  const isEditing = typed !== null;
  const field = useRef<HTMLInputElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name takes the marking away
  useLayoutEffect(() => {
    if (!isEditing && document.activeElement === field.current) field.current?.select();
  }, [isEditing, name]);

  const commit = () => {
    const next = (typed ?? '').trim();
    setTyped(isDraft ? typed : null);
    if (next !== '' && next !== name) props.onRename(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys of a composition belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === imeKeyCode) return;
    if (event.key === 'F2') {
      setTyped(typed ?? name);
      event.currentTarget.setSelectionRange(name.length, name.length);
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      dropped.current = isDraft;
      if (isDraft) props.onDropDraft?.();
      else if (isEditing) setTyped(null);
      else props.onKey('leave');
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (isDraft) {
        props.onEnterDraft?.((typed ?? '').trim());
        setTyped('');
      } else if (isEditing) commit();
      else props.onKey('newBelow');
      return;
    }
    if ((typed ?? '') === '' && undoes(event)) return;
    // In an empty draft there is no text for the keys to move in.
    const key = treeKeyOf(event, isEditing && typed !== '');
    if (key === null) return;
    event.preventDefault();
    if (isEditing && !isDraft) commit();
    props.onKey(key);
  };

  return (
    <input
      ref={(input) => {
        field.current = input;
        ref(input);
      }}
      className={classes.name}
      data-editing={isEditing || undefined}
      aria-label={label}
      tabIndex={tabIndex}
      placeholder={placeholder}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      value={typed ?? name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onMouseDown={(event) => {
        // The click that brings the focus marks the name; only the next one places the caret.
        if (document.activeElement !== event.currentTarget) {
          event.preventDefault();
          event.currentTarget.focus();
        } else if (!isEditing) setTyped(name);
      }}
      onFocus={(event) => {
        if (!isEditing) event.currentTarget.select();
        onFocus();
      }}
      onBlur={() => {
        if (isEditing && !dropped.current) commit();
        if (isDraft) props.onDropDraft?.();
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** What browsers report for a key that an input method has taken. */
const imeKeyCode = 229;

function treeKeyOf(event: KeyboardEvent, isEditing: boolean): TreeKey | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (key === 'Tab') return shiftKey ? 'outdent' : 'indent';
  if (ctrlKey || metaKey) return null;
  if (key === 'ArrowUp') return altKey ? 'moveUp' : 'up';
  if (key === 'ArrowDown') return altKey ? 'moveDown' : 'down';
  if (isEditing || altKey) return null;
  const whileMoving: Record<string, TreeKey> = {
    ArrowLeft: 'fold',
    ArrowRight: 'unfold',
    Home: 'first',
    End: 'last',
    Delete: 'remove',
  };
  return whileMoving[key] ?? null;
}

/** Ctrl+Z undoes in the workspace while nothing is typed that the field itself could undo. */
function undoes(event: KeyboardEvent): boolean {
  const replay = replayCommandOf(event);
  if (replay === null) return false;
  event.preventDefault();
  runCommand(replay);
  return true;
}
