import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DateField.module.css';
import { dateFromTyping } from './date-typing.ts';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  /** Called with a whole date, or with an empty string when it was cleared. */
  onChange: (date: string) => void;
}

/** A date written as `2026-11-21` in every language; typed in any common way, or picked. */
export function DateField({ value, onChange, onBlur, onKeyDown, ...props }: DateFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [refused, setRefused] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setTyped(value);
    setRefused(false);
  }, [value]);
  const commit = () => {
    const date = dateFromTyping(typed, new Date());
    setRefused(date === null);
    if (date === null) return;
    setTyped(date);
    if (date !== value) onChange(date);
  };
  return (
    <TextInput
      placeholder={t('app:dates.pattern')}
      {...props}
      value={typed}
      error={refused ? t('app:dates.refused') : props.error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={(event) => {
        commit();
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        onKeyDown?.(event);
      }}
      rightSection={
        <>
          <input
            ref={picker}
            type="date"
            className={classes.picker}
            value={value}
            tabIndex={-1}
            aria-hidden
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <ActionIcon
            size="sm"
            tabIndex={-1}
            aria-label={t('app:dates.pick')}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={14} />
          </ActionIcon>
        </>
      }
    />
  );
}
