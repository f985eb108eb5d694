import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseMatch } from './find-in-house.ts';
import classes from './HousePage.module.css';

interface FindBarProps {
  words: string;
  onWords: (words: string) => void;
  /** Counts from 0; null before the first is shown. */
  at: number | null;
  matches: readonly HouseMatch[];
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
  /** Another number each time it is asked for: then it takes the focus. */
  asked: number;
}

/** Searches names and notes of the house. Enter goes to the next, Shift+Enter to the one before. */
export function FindBar(props: FindBarProps) {
  const { words, at, matches, onStep, asked } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => field.current?.select(), [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter' || event.key === 'F3') onStep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const shown = at === null ? undefined : matches[at];
  return (
    <search className={classes.findBar}>
      <TextInput
        ref={field}
        w={240}
        aria-label={t('house:find.label')}
        placeholder={t('house:find.placeholder')}
        leftSection={<IconSearch size={14} />}
        value={words}
        onChange={(event) => props.onWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          aria-label={t('house:find.previous')}
          disabled={matches.length === 0}
          onClick={() => onStep(-1)}
        >
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('house:find.next')}
          disabled={matches.length === 0}
          onClick={() => onStep(1)}
        >
          <IconChevronDown size={16} />
        </ActionIcon>
      </Group>
      <Text size="xs" c="dimmed" role="status" className={classes.findStatus}>
        {words.trim() === ''
          ? t('house:find.hint')
          : matches.length === 0
            ? t('house:find.nothing')
            : at === null
              ? t('house:find.count', { count: matches.length })
              : t('house:find.at', { at: at + 1, count: matches.length })}
        {shown?.kind === 'note' && ` · ${t('house:note.title')}: ${shown.text}`}
      </Text>
      <ActionIcon aria-label={t('app:close')} onClick={props.onClose}>
        <IconX size={16} />
      </ActionIcon>
    </search>
  );
}
