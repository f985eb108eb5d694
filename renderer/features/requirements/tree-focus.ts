import { useCallback, useLayoutEffect, useRef } from 'react';

/** A row of the outline: a requirement, or the one about to be made. */
export type RowKey = number | 'draft';

interface TreeFocus {
  /** Gives a row's name field to the tree. */
  register: (key: RowKey) => (field: HTMLInputElement | null) => void;
  focus: (key: RowKey) => void;
  onFocus: () => void;
  onBlur: (event: { relatedTarget: EventTarget | null }) => void;
}

function fieldOf(fields: ReadonlyMap<RowKey, HTMLInputElement>, key: RowKey | null) {
  return key === null ? undefined : fields.get(key);
}

/**
 * Keeps the keys in the outline: a field that was moved or removed loses the focus without anybody
 * having wanted it, and the row the cursor is on then takes it.
 */
export function useTreeFocus(cursor: RowKey | null): TreeFocus {
  const fields = useRef(new Map<RowKey, HTMLInputElement>());
  const isInTree = useRef(false);
  const wanted = useRef<RowKey | null>(null);

  useLayoutEffect(() => {
    const nobodyHasIt = document.activeElement === document.body;
    const forCursor = isInTree.current && nobodyHasIt && cursor !== null;
    const field =
      fieldOf(fields.current, wanted.current) ??
      (forCursor ? fieldOf(fields.current, cursor) : undefined);
    if (field === undefined) return;
    wanted.current = null;
    field.focus();
  });

  const register = useCallback(
    (key: RowKey) => (field: HTMLInputElement | null) => {
      if (field === null) fields.current.delete(key);
      else fields.current.set(key, field);
    },
    [],
  );
  const focus = useCallback((key: RowKey) => {
    const field = fields.current.get(key);
    // A row not yet on screen takes the focus when it gets there.
    wanted.current = field === undefined ? key : null;
    field?.focus();
  }, []);
  return {
    register,
    focus,
    onFocus: () => {
      isInTree.current = true;
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) isInTree.current = false;
    },
  };
}
