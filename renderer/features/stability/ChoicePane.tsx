import {
  Anchor,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Text,
  Textarea,
} from '@mantine/core';
import { IconArrowBackUp, IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { cutMoved, type WeightCut } from '../../../core/domain/house/weight-cut.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { rangeSentence, topSentence } from '../../shared/house/standing-words.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { PaneTitle } from '../../shared/ui/Split.tsx';
import classes from './Stability.module.css';
import type { Pareto, ParetoHow } from './use-pareto.ts';

interface ChoicePaneProps {
  house: HouseView;
  pareto: Pareto;
  active: ParetoHow | null;
  reasonField: RefObject<HTMLTextAreaElement | null>;
}

/** Where the line is, who stands above it, and why these become CSFs. */
export function ChoicePane({ house, pareto, active, reasonField }: ChoicePaneProps) {
  const { t } = useTranslation();
  // Until somebody writes one, the reason says what the cut says.
  const [written, setWritten] = useState<string | null>(null);
  const draft = useDraftReason(pareto);
  const reason = written ?? draft;
  const { picked, byHand, clearHand } = pareto;
  const choose = useHostMutation('csf.choose', {
    onSuccess: ({ ids }, kept) => {
      // What was written while it was being kept is for the next choice.
      setWritten((now) => (now === null || now.trim() === kept.reason ? null : now));
      clearHand();
      notifyDone(t('stability:choice.done', { count: ids.length }));
    },
  });
  const ready = picked.length > 0 && reason.trim() !== '' && !choose.isPending;
  const submit = () => {
    if (!ready) return;
    const howIds = picked.map(({ howId }) => howId);
    choose.mutate({ houseId: house.id, howIds, reason: reason.trim() });
  };
  return (
    <section className={classes.section}>
      {active !== null && <ActiveHow how={active} />}
      <PaneTitle>{t('stability:cut.title')}</PaneTitle>
      <CutFields pareto={pareto} />
      <Textarea
        ref={reasonField}
        label={t('stability:choice.reason')}
        placeholder={t('stability:choice.reasonPlaceholder')}
        description={byHand ? t('stability:choice.byHand') : undefined}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={reason}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Button
        fullWidth
        disabled={!ready}
        loading={choose.isPending}
        leftSection={<IconStarFilled size={14} />}
        onClick={submit}
      >
        {t('stability:choice.submit', { count: picked.length })}
      </Button>
      {pareto.hows.some(({ csfId }) => csfId !== null) && (
        <Anchor size="sm" renderRoot={(rest) => <Link to="/csf" {...rest} />}>
          {t('stability:choice.openList')}
        </Anchor>
      )}
      {byHand && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={clearHand}
        >
          {t('stability:choice.clearHand')}
        </Button>
      )}
    </section>
  );
}

function ActiveHow({ how }: { how: ParetoHow }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes.active} role="status">
      <Text size="sm" fw={650}>
        {how.name}
      </Text>
      <Text size="sm">
        {t('stability:choice.weight', { rank: how.rank, share: formatShare(how.share) })}
      </Text>
      {how.standing !== null && (
        <>
          <Text size="sm">{topSentence(how.standing, t, i18n.language)}</Text>
          <Text size="xs" c="dimmed">
            {rangeSentence(how.standing, t)}
          </Text>
        </>
      )}
    </div>
  );
}

function CutFields({ pareto }: { pareto: Pareto }) {
  const { t } = useTranslation();
  const { cut, setCut, aboveCount, hows, weights } = pareto;
  const reached = hows[aboveCount - 1]?.cumulative ?? 0;
  const kinds = ['count', 'share'] as const;
  const change = (kind: string) =>
    setCut(kind === 'share' ? { kind: 'share', share: round(reached) } : countCut(aboveCount));
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('stability:cut.by')}
        data={kinds.map((value) => ({ value, label: t(`stability:cut.kinds.${value}`) }))}
        value={cut.kind}
        onChange={change}
      />
      <Group gap={8} wrap="nowrap" align="center">
        {cut.kind === 'count' ? (
          <NumberInput
            w={96}
            aria-label={t('stability:cut.count')}
            min={0}
            max={hows.length}
            clampBehavior="strict"
            allowDecimal={false}
            value={aboveCount}
            onChange={(value) => {
              if (typeof value !== 'number') return;
              setCut(countCut(cutMoved(weights, aboveCount, value - aboveCount)));
            }}
          />
        ) : (
          <NumberInput
            w={96}
            aria-label={t('stability:cut.share')}
            min={0}
            max={100}
            step={5}
            clampBehavior="strict"
            decimalScale={1}
            suffix="%"
            value={round(cut.share) * 100}
            onChange={(value) => {
              if (typeof value === 'number') setCut({ kind: 'share', share: value / 100 });
            }}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('stability:cut.value', { count: aboveCount, share: formatShare(reached) })}
        </Text>
      </Group>
    </>
  );
}

/** What a cut says for itself; nothing where somebody ticked others than those above it. */
function useDraftReason({ hows, aboveCount, picked, byHand }: Pareto): string {
  const { t } = useTranslation();
  const last = hows[aboveCount - 1];
  if (byHand || picked.length === 0 || last === undefined) return '';
  return t('stability:choice.draft', { count: aboveCount, share: formatShare(last.cumulative) });
}

function countCut(count: number): WeightCut {
  return { kind: 'count', count };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
