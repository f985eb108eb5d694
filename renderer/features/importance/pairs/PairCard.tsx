import { Button, Kbd, Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgementText, saatyValues } from '../../../../core/domain/ahp/saaty-scale.ts';
import classes from './Pairs.module.css';
import { pairKeyOf, steppedRatio } from './pair-keys.ts';
import { ratioWords } from './ratio-words.ts';

interface PairCardProps {
  left: string;
  right: string;
  ratio: number | null;
  /** What the comparisons made so far say it is; null when they say nothing. */
  suggested: number | null;
  onEnter: (ratio: number | null) => void;
  onTravel: (by: 1 | -1) => void;
}

/** One question: which of two matters more, and how much. A slider that one sets with a digit. */
export function PairCard({ left, right, ratio, suggested, onEnter, onTravel }: PairCardProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<number | null>(ratio);
  const slider = useRef<HTMLDivElement>(null);
  useEffect(() => setDraft(ratio), [ratio]);
  useEffect(() => slider.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pairKeyOf(event);
    if (key === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    switch (key.kind) {
      case 'set':
        return onEnter(key.ratio);
      case 'step':
        return setDraft(steppedRatio(draft, key.by));
      case 'confirm':
        return onEnter(draft ?? 1);
      case 'clear':
        return onEnter(null);
      case 'next':
        return onTravel(1);
      case 'previous':
        return onTravel(-1);
    }
  };
  const words = draft === null ? t('importance:pairs.notYet') : ratioWords(t, draft, left, right);
  return (
    <div className={classes.card}>
      <div className={classes.question}>
        <div className={classes.side} data-leads={draft !== null && draft > 1 + 1e-9}>
          {left}
        </div>
        <span className={classes.versus}>{t('importance:pairs.versus')}</span>
        <div className={classes.side} data-leads={draft !== null && draft < 1 - 1e-9}>
          {right}
        </div>
      </div>
      {/* Mantine's slider takes the digits for itself and knows no two directions. */}
      <div
        ref={slider}
        className={classes.slider}
        role="slider"
        tabIndex={0}
        aria-label={t('importance:pairs.question', { left, right })}
        aria-valuemin={-8}
        aria-valuemax={8}
        aria-valuenow={draft === null ? 0 : stepOf(draft)}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
      >
        {saatyValues.toReversed().map((value) => (
          <button
            key={value}
            type="button"
            tabIndex={-1}
            aria-hidden
            className={classes.tick}
            data-chosen={draft !== null && Math.abs(draft - value) < 1e-9}
            data-suggested={suggested !== null && Math.abs(suggested - value) < 1e-9}
            data-side={value > 1 ? 'left' : value < 1 ? 'right' : 'equal'}
            title={ratioWords(t, value, left, right)}
            onClick={() => {
              slider.current?.focus();
              onEnter(value);
            }}
          >
            {Math.round(Math.max(value, 1 / value))}
          </button>
        ))}
      </div>
      <Text className={classes.words} aria-live="polite">
        {words}
        {draft !== null && !isOnScale(draft) && ` (${judgementText(draft)})`}
      </Text>
      {suggested !== null && ratio === null && (
        <Text size="xs" c="dimmed" ta="center">
          {t('importance:pairs.suggested', { words: ratioWords(t, suggested, left, right) })}
        </Text>
      )}
      <div className={classes.cardFoot}>
        <Button variant="default" size="xs" onClick={() => onTravel(-1)}>
          {t('importance:pairs.previous')}
        </Button>
        <Text size="xs" c="dimmed" component="div">
          <Kbd size="xs">1</Kbd>–<Kbd size="xs">9</Kbd> {t('importance:pairs.keyLeft')} ·{' '}
          <Kbd size="xs">Shift</Kbd>+<Kbd size="xs">1</Kbd>–<Kbd size="xs">9</Kbd>{' '}
          {t('importance:pairs.keyRight')} · <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd>{' '}
          <Kbd size="xs">Enter</Kbd> · <Kbd size="xs">Del</Kbd> {t('importance:pairs.keyClear')}
        </Text>
        <Button variant="default" size="xs" onClick={() => onTravel(1)}>
          {t('importance:pairs.next')}
        </Button>
      </div>
    </div>
  );
}

/** −8 for nine times on the right, 0 for equal, 8 for nine times on the left. */
function stepOf(ratio: number): number {
  return ratio >= 1 ? ratio - 1 : 1 - 1 / ratio;
}

function isOnScale(ratio: number): boolean {
  return saatyValues.some((value) => Math.abs(value - ratio) < 1e-9);
}
