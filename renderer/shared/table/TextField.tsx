import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import classes from './EditableTable.module.css';
import type { CellEdit } from './table-column.ts';

interface TextFieldProps<Row> {
  label: string;
  edit: Extract<CellEdit<Row>, { kind: 'text' }>;
  value: string;
  onEdit: (value: string) => void;
}

/**
 * The field of the active cell. While nothing is typed its keys are the table's; once something is,
 * they are the field's until it is kept (Enter, Tab, up, down, leaving) or given up (Escape).
 */
export function TextField<Row>({ label, edit, value, onEdit }: TextFieldProps<Row>) {
  const field = useRef<HTMLInputElement>(null);
  const [entry, setEntry] = useState(value);
  const [writing, setWriting] = useState(false);
  const kept = useRef(false);
  useEffect(() => setEntry(value), [value]);
  const parsed = edit.parse === undefined ? entry.trim() : edit.parse(entry);
  const latest = useRef({ entry, parsed, value, onEdit });
  latest.current = { entry, parsed, value, onEdit };
  const keep = () => {
    const { parsed: wanted, value: known } = latest.current;
    if (kept.current || wanted === null || wanted === known) return;
    kept.current = true;
    latest.current.onEdit(wanted);
  };
  const keepOnLeave = useRef(keep);
  keepOnLeave.current = keep;
  // Going to another cell takes this field away before it could blur.
  useEffect(() => () => keepOnLeave.current(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'F2') {
      event.preventDefault();
      setWriting(true);
      field.current?.setSelectionRange(entry.length, entry.length);
      return;
    }
    if (!writing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      setEntry(value);
      setWriting(false);
      requestAnimationFrame(() => field.current?.select());
      return;
    }
    const leaves = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown'].includes(event.key);
    if (!leaves) {
      // Caret and native undo: the table must not see these.
      event.stopPropagation();
      return;
    }
    if (parsed === null) event.preventDefault();
    else keep();
  };
  return (
    <input
      ref={field}
      data-cell-focus
      className={classes.field}
      aria-label={label}
      aria-invalid={parsed === null}
      title={parsed === null ? edit.refusal : undefined}
      placeholder={edit.placeholder}
      maxLength={edit.maxLength}
      value={entry}
      onChange={(event) => {
        kept.current = false;
        setEntry(event.currentTarget.value);
        setWriting(true);
      }}
      onPointerDown={() => setWriting(true)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
