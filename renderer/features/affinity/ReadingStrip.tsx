import { Anchor, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AffinityCard } from '../../../core/contract/affinity.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import classes from './Board.module.css';
import { figure, meanFigure } from './figure.ts';
import type { PoolRow } from './pool-sections.ts';

interface ReadingStripProps {
  row: PoolRow | null;
  card: AffinityCard | undefined;
  filter: VocFilter;
  onLeaveOut: (word: string) => void;
}

/** What the cursor is on, whole: the text of a card, or what a stack is made of. */
export function ReadingStrip({ row, card, filter, onLeaveOut }: ReadingStripProps) {
  const { t } = useTranslation();
  if (row === null) return null;
  return (
    <section className={classes.strip} aria-label={t('affinity:strip.label')}>
      {row.kind === 'card' ? (
        card !== undefined && <WholeCard card={card} />
      ) : (
        <StackFacts row={row} filter={filter} onLeaveOut={onLeaveOut} />
      )}
    </section>
  );
}

function WholeCard({ card }: { card: AffinityCard }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.whole}>{card.text}</p>
      <Group justify="space-between" gap={8}>
        <Text size="xs" c="dimmed">
          {card.receivedAt.replace('T', ' ')} · {t(`voc:kinds.${card.kind}`)} ·{' '}
          {t(`voc:channels.${card.channel}`)}
        </Text>
        <Anchor
          size="xs"
          renderRoot={(props) => <Link to="/voc" search={{ open: card.id }} {...props} />}
        >
          {t('affinity:strip.open')}
        </Anchor>
      </Group>
    </>
  );
}

function StackFacts({
  row,
  filter,
  onLeaveOut,
}: Pick<ReadingStripProps, 'filter' | 'onLeaveOut'> & { row: PoolRow }) {
  const { t, i18n } = useTranslation();
  const { group, size } = row.section;
  const shown = size.toLocaleString(i18n.language);
  if (group === null) {
    return (
      <Text size="sm" c="dimmed">
        {t(row.section.choice === 'all' ? 'affinity:strip.found' : 'affinity:strip.rest', {
          shown,
        })}
      </Text>
    );
  }
  const searched = searchedWord(group.words);
  return (
    <>
      <Text size="sm">
        {t('affinity:pool.weightHow', {
          shown,
          mean: meanFigure(group.meanSeverity, i18n.language),
          value: figure(group.importance, i18n.language),
          alike: meanFigure(group.similarity, i18n.language),
        })}
      </Text>
      <Group gap={6} mt={6}>
        <Text size="xs" c="dimmed">
          {t('affinity:strip.leaveOut')}
        </Text>
        {group.words.map((word) => (
          <button
            key={word}
            type="button"
            className={classes.leaveOut}
            title={t('affinity:strip.leaveOutHow', { word })}
            onClick={() => onLeaveOut(word)}
          >
            {word}
            <IconX size={11} aria-hidden />
          </button>
        ))}
        <Anchor
          size="xs"
          ml="auto"
          renderRoot={(props) => (
            <Link
              to="/voc"
              search={{ filter: { ...filter, unassigned: true, search: searched } }}
              {...props}
            />
          )}
        >
          {t('affinity:strip.find', { words: searched })}
        </Anchor>
      </Group>
    </>
  );
}

/** The first that stands in texts as it is; a predicate is found without its 다 (기다리다: 기다려). */
function searchedWord(words: readonly string[]): string {
  const asIs = words.find((word) => !word.endsWith('다'));
  return asIs ?? words[0]?.slice(0, -1) ?? '';
}
