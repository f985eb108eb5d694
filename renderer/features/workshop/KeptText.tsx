import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './KeptText.module.css';

interface KeptTextProps {
  label: string;
  value: string;
  onKeep: (value: string) => void;
  /** Left blank it goes back to what it was. */
  required?: boolean;
  multiline?: boolean;
  /** In a table: the label is only spoken, the field has no frame. */
  quiet?: boolean;
  placeholder?: string;
}

const fitted = { autosize: true, minRows: 2, maxRows: 12 };

/** A text that is kept when one leaves it (or presses Enter), as one step to undo. */
export function KeptText(props: KeptTextProps) {
  const { label, value, onKeep, placeholder } = props;
  const { required = false, multiline = false, quiet = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    const text = draft?.trim();
    setDraft(null);
    if (text === undefined || text === value || (required && text === '')) return;
    onKeep(text);
  };
  const field = { value: draft ?? value, placeholder, onBlur: keep };
  const name = quiet ? { 'aria-label': label, variant: 'unstyled' } : { label };
  return multiline ? (
    <Textarea
      {...field}
      {...name}
      // A column of a table gets its width late: there the browser fits the height itself.
      {...(quiet ? { rows: 1, classNames: { input: classes.fitted } } : fitted)}
      maxLength={4000}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setDraft(null);
        // In a table Enter is done with the cell, as in its other cells.
        if (event.key !== 'Enter' || !(quiet || event.ctrlKey || event.metaKey)) return;
        if (event.shiftKey) return;
        event.preventDefault();
        keep();
      }}
    />
  ) : (
    <TextInput
      {...field}
      {...name}
      maxLength={200}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setDraft(null);
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
