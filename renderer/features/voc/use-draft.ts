import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface Draft {
  field: {
    value: string;
    onBlur: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
  change: (text: string) => void;
  commit: (text: string) => void;
}

/**
 * A text being changed. It is saved on leaving the field or on Enter and taken back on Escape; a
 * value that changed elsewhere meanwhile (undo, import) is shown. `onSave` answers false for a text that
 * cannot stand; the old one then comes back.
 */
export function useDraft(value: string, onSave: (text: string) => boolean): Draft {
  const [text, setText] = useState(value);
  const saved = useRef(value);
  useEffect(() => {
    saved.current = value;
    setText(value);
  }, [value]);
  const commit = (next: string) => {
    setText(next);
    if (next === saved.current) return;
    if (onSave(next)) saved.current = next;
    else setText(saved.current);
  };
  // Enter on a highlighted choice is the choice's own.
  const isChoosing = (field: HTMLElement) => field.hasAttribute('aria-activedescendant');
  return {
    field: {
      value: text,
      onBlur: () => commit(text),
      onKeyDown: (event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && !isChoosing(event.currentTarget)) commit(text);
        if (event.key === 'Escape') setText(saved.current);
      },
    },
    change: setText,
    commit,
  };
}
