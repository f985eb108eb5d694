import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseImportanceEntry } from '../../../core/domain/house/relation-entry.ts';
import classes from './HouseMatrix.module.css';

interface ImportanceEditorProps {
  name: string;
  initial: string;
  /** Called with an entry that is an importance. */
  onEntered: (entry: string, then: 'down' | 'right' | 'stay') => void;
  onCancelled: () => void;
}

/** Types an importance in its cell. An entry that is none stays, marked, until it is mended. */
export function ImportanceEditor({ name, initial, onEntered, onCancelled }: ImportanceEditorProps) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(initial);
  const done = useRef(false);
  const valid = parseImportanceEntry(entry) !== null;
  const enter = (then: 'down' | 'right' | 'stay') => {
    if (done.current || !valid) return;
    done.current = true;
    onEntered(entry, then);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      done.current = true;
      onCancelled();
    }
    if (event.key === 'Enter') enter('down');
    if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      enter('right');
    }
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it appears because a person began to type here
      autoFocus
      className={classes.importanceEditor}
      inputMode="decimal"
      value={entry}
      aria-label={t('house:matrix.importanceEntry', { name })}
      aria-invalid={!valid}
      title={valid ? undefined : t('house:matrix.importanceRange')}
      onChange={(event) => setEntry(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (valid) enter('stay');
        else if (!done.current) onCancelled();
      }}
    />
  );
}
