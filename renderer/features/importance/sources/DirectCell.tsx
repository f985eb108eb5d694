import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseImportanceEntry } from '../../../../core/domain/house/importance-entry.ts';
import { runCommand } from '../../../shared/commands/command-registry.ts';
import { replayCommandOf } from '../../../shared/commands/replay-key.ts';
import { rowsFromTsv } from '../../../shared/grid/tsv.ts';
import type { EnterDirect } from './direct-entry.ts';
import classes from './Sources.module.css';

interface DirectCellProps {
  row: number;
  label: string;
  value: number | null;
  onEnter: EnterDirect;
}

/** A field of the direct column: Enter and the arrows go up and down it, a column from Excel fills it. */
export function DirectCell({ row, label, value, onEnter }: DirectCellProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const shown = value === null ? '' : String(Math.round(value * 100) / 100);
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const changed = draft.trim() !== shown;
  const valid = !changed || parseImportanceEntry(draft) !== null;
  const keep = () => {
    if (!changed) return;
    if (valid) onEnter(row, [draft]);
    else setDraft(shown);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const replay = changed ? null : replayCommandOf(event);
    if (replay !== null) {
      event.preventDefault();
      runCommand(replay);
      return;
    }
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') setDraft(shown);
    if (step === undefined || !valid) return;
    event.preventDefault();
    const next = field.current
      ?.closest('table')
      ?.querySelector<HTMLInputElement>(`input[data-row="${row + step}"]`);
    if (next === null || next === undefined) keep();
    else {
      next.focus();
      next.select();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const rows = rowsFromTsv(event.clipboardData.getData('text/plain'));
    if (rows.length < 2) return;
    event.preventDefault();
    onEnter(
      row,
      rows.map(([first = '']) => first),
    );
  };
  return (
    <input
      ref={field}
      className={classes.direct}
      data-row={row}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={!valid}
      title={valid ? undefined : t('house:matrix.importanceRange')}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={keep}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
