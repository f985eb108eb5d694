import { ActionIcon, Anchor, Badge, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { ShareBar } from '../../shared/ui/ShareBar.tsx';
import { figure, meanFigure, percentage } from './figure.ts';
import classes from './Wall.module.css';
import { mostLaidOpen } from './wall-rows.ts';

interface RequirementCardProps {
  id: string;
  requirement: RequirementRow;
  open: boolean;
  /** The importance of the weightiest requirement: its bar is full. */
  heaviest: number;
  isCursor: boolean;
  target: object;
  onPress: () => void;
  onToggle: () => void;
}

/** A requirement that takes cards: its importance grows as they come in. */
export function RequirementCard({
  id,
  requirement,
  open,
  heaviest,
  isCursor,
  target,
  onPress,
  onToggle,
}: RequirementCardProps) {
  const { t, i18n } = useTranslation();
  const { importance, vocCount, ownVocCount, kano, weight, quote, level } = requirement;
  const shown = vocCount.toLocaleString(i18n.language);
  const how =
    importance.meanSeverity === null
      ? t('affinity:wall.noEvidence')
      : t('affinity:wall.how', {
          shown,
          mean: meanFigure(importance.meanSeverity, i18n.language),
          value: figure(importance.value, i18n.language),
          share: percentage(importance.share ?? 0, i18n.language),
          siblings: percentage(importance.siblingShare ?? 0, i18n.language),
        });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-expanded={open}
      aria-selected={false}
      className={classes.requirement}
      data-level={level}
      data-cursor={isCursor || undefined}
      {...target}
      onClick={onPress}
      onDoubleClick={onToggle}
    >
      <div className={classes.head}>
        <span className={classes.code}>{requirement.code}</span>
        <span className={classes.name}>{requirement.name}</span>
        {kano !== null && (
          <Badge size="xs" variant="light" tt="none" title={t('requirement:kano.title')}>
            {t(`requirement:kano.${kano}`)}
          </Badge>
        )}
        {weight !== null && (
          <Badge size="xs" variant="outline" color="gray" tt="none">
            {t('affinity:wall.given', { weight: weight.toLocaleString(i18n.language) })}
          </Badge>
        )}
        {(ownVocCount > 0 || open) && (
          <ActionIcon
            size="xs"
            tabIndex={-1}
            aria-label={t(open ? 'affinity:wall.close' : 'affinity:wall.open')}
            onClick={(event) => {
              event.stopPropagation();
              onToggle();
            }}
          >
            {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          </ActionIcon>
        )}
      </div>
      <Tooltip label={how} multiline maw={340}>
        <div className={classes.importance}>
          <ShareBar share={heaviest === 0 ? 0 : importance.value / heaviest} />
          <span className={classes.figures}>
            <span>{t('affinity:pool.size', { shown })}</span>
            <strong>{figure(importance.value, i18n.language)}</strong>
          </span>
        </div>
      </Tooltip>
      {open && (
        <span className={classes.some}>
          {ownVocCount > mostLaidOpen &&
            t('affinity:wall.some', {
              some: mostLaidOpen,
              shown: ownVocCount.toLocaleString(i18n.language),
            })}{' '}
          <Anchor
            size="xs"
            tabIndex={-1}
            renderRoot={(props) => (
              <Link
                to="/voc"
                search={{ filter: { requirementIds: [requirement.id] } }}
                {...props}
              />
            )}
          >
            {t('affinity:wall.all')}
          </Anchor>
        </span>
      )}
      {quote !== null && (
        <p className={classes.quote}>
          <IconQuote size={12} aria-hidden />
          {quote.text}
        </p>
      )}
    </div>
  );
}
