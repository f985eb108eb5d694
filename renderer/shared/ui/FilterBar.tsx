import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './FilterBar.module.css';

/** What a list is narrowed to, in one line above it. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <search className={classes.filters} aria-label={label}>
      {children}
    </search>
  );
}

/** Sends what follows to the right. */
export function FilterGap() {
  return <span className={classes.gap} />;
}

export function ClearFilter({ label, onClear }: { label: string; onClear: () => void }) {
  return (
    <button type="button" className={classes.clear} onClick={onClear}>
      <IconX size={13} aria-hidden />
      {label}
    </button>
  );
}

interface FilterChipProps {
  label: string;
  count: number;
  pressed: boolean;
  warns?: boolean;
  onPress: () => void;
}

export function FilterChip({ label, count, pressed, warns = false, onPress }: FilterChipProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={pressed}
      data-warns={warns || undefined}
      onClick={onPress}
    >
      {warns && <IconAlertTriangle size={13} aria-hidden />}
      {label}
      <span className={classes.chipCount}>{count}</span>
    </button>
  );
}

interface FilterSearchProps {
  label: string;
  value: string;
  onSearch: (search: string) => void;
}

/** What is typed narrows the list at once, and stays what is typed while answers come in. */
export function FilterSearch({ label, value, onSearch }: FilterSearchProps) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  useEffect(() => setText(value), [value]);
  const change = (next: string) => {
    setText(next);
    if (!composing.current) onSearch(next);
  };
  return (
    <TextInput
      w={190}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onSearch(event.currentTarget.value);
      }}
    />
  );
}
