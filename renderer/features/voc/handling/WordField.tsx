import { Autocomplete } from '@mantine/core';
import type { RefObject } from 'react';
import { useDraft } from '../use-draft.ts';

interface WordFieldProps {
  label: string;
  value: string | null;
  choices: string[] | undefined;
  onSave: (value: string | null) => void;
  field?: RefObject<HTMLInputElement | null>;
}

/** A word of many that are known; saved as one leaves it, and none when it is empty. */
export function WordField({ label, value, choices, onSave, field }: WordFieldProps) {
  const draft = useDraft(value ?? '', (next) => {
    onSave(next.trim() === '' ? null : next.trim());
    return true;
  });
  return (
    <Autocomplete
      ref={field}
      size="xs"
      label={label}
      data={choices ?? []}
      limit={50}
      maxLength={200}
      {...draft.field}
      onChange={draft.change}
      onOptionSubmit={draft.commit}
    />
  );
}
