import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDifference, formatScore, formatShare } from '../../../core/charts/chart-text.ts';
import type { Trail, TrailKind } from '../../../core/contract/trail.contract.ts';
import { closeTrail, followTrail } from '../../shared/trail/trail-store.ts';
import classes from './TrailDrawer.module.css';

interface StationProps {
  trail: Trail;
}

/** One stop of the trail: its name, how many, and a way into the room itself. */
function Station(props: {
  kind: TrailKind;
  trail: Trail;
  count: number;
  open: LinkProps | null;
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const here = props.trail.kind === props.kind;
  return (
    <li className={classes.station} data-here={here || undefined}>
      <Group justify="space-between" wrap="nowrap">
        <h3 className={classes.name}>
          {t(`trail:stations.${props.kind}`)}
          <span className={classes.count}>{props.count.toLocaleString(i18n.language)}</span>
        </h3>
        {props.open !== null && props.count > 0 && (
          <Anchor
            size="xs"
            renderRoot={(rest) => <Link {...props.open} {...rest} onClick={closeTrail} />}
          >
            {t('trail:openRoom')}
          </Anchor>
        )}
      </Group>
      {props.count === 0 ? (
        <Text size="sm" c="dimmed">
          {t(`trail:empty.${props.kind}`)}
        </Text>
      ) : (
        <ul className={classes.entries}>{props.children}</ul>
      )}
    </li>
  );
}

/** A thing one can walk on to. The one the drawer was opened for is plain text. */
function Step(props: { trail: Trail; kind: TrailKind; id: number; children: ReactNode }) {
  if (props.trail.kind === props.kind && props.trail.id === props.id) {
    return <Text size="sm">{props.children}</Text>;
  }
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      c={props.kind === 'voc' ? 'var(--csm-text)' : undefined}
      onClick={() => followTrail({ kind: props.kind, id: props.id })}
    >
      {props.children}
    </Anchor>
  );
}

/** So many of the customers' words leave the stations below in sight. */
const shownVoc = 3;

export function VocStation({ trail }: StationProps) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const { sample, total } = trail.voc;
  const shown = all ? sample : sample.slice(0, shownVoc);
  const here = trail.kind === 'voc';
  return (
    <Station kind="voc" trail={trail} count={total} open={vocLink(trail)}>
      {shown.map((voc) => (
        <li key={voc.id} className={classes.quote}>
          <Step trail={trail} kind="voc" id={voc.id}>
            <span className={here || all ? undefined : classes.short}>“{voc.text}”</span>
          </Step>
          <Text size="xs" c="dimmed">
            {voc.receivedAt.slice(0, 10)}
          </Text>
        </li>
      ))}
      {!all && sample.length > shownVoc && (
        <li>
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
            {t('trail:moreVoc', { formatted: sample.length.toLocaleString(i18n.language) })}
          </Button>
        </li>
      )}
    </Station>
  );
}

/** Where all the VOC of the trail can be read; only a requirement has a list of its own. */
function vocLink(trail: Trail): LinkProps | null {
  if (trail.kind === 'voc') return { to: '/voc', search: { open: trail.id } };
  const only = trail.requirements.length === 1 ? trail.requirements[0] : undefined;
  const requirementId = trail.kind === 'requirement' ? trail.id : only?.id;
  return requirementId === undefined ? null : { to: '/voc', search: { filter: { requirementId } } };
}

/** What a room opens with: the thing the trail is about, or else the first at the stop. */
function shownFirst<T extends { id: number }>(trail: Trail, kind: TrailKind, stop: T[]) {
  const subject = trail.kind === kind ? stop.find(({ id }) => id === trail.id) : undefined;
  return subject ?? stop[0];
}

export function RequirementStation({ trail }: StationProps) {
  const { t, i18n } = useTranslation();
  const shown = shownFirst(trail, 'requirement', trail.requirements);
  return (
    <Station
      kind="requirement"
      trail={trail}
      count={trail.requirements.length}
      open={{ to: '/requirements', search: shown === undefined ? {} : { id: shown.id } }}
    >
      {trail.requirements.map((requirement) => (
        <li key={requirement.id}>
          <div className={classes.entry}>
            <Step trail={trail} kind="requirement" id={requirement.id}>
              {`${requirement.code} ${requirement.name}`.trim()}
            </Step>
            <Anchor
              size="xs"
              className={classes.figure}
              renderRoot={(rest) => (
                <Link
                  to="/voc"
                  search={{ filter: { requirementId: requirement.id } }}
                  {...rest}
                  onClick={closeTrail}
                />
              )}
            >
              {t('trail:vocCount', {
                count: requirement.vocCount,
                formatted: requirement.vocCount.toLocaleString(i18n.language),
              })}
            </Anchor>
          </div>
          {requirement.quote !== null && (
            <blockquote className={classes.chosen} aria-label={t('trail:quote')}>
              <Step trail={trail} kind="voc" id={requirement.quote.vocId}>
                “{requirement.quote.text}”
              </Step>
              <Text size="xs" c="dimmed">
                {t('trail:quote')}
              </Text>
            </blockquote>
          )}
        </li>
      ))}
    </Station>
  );
}

export function HowStation({ trail }: StationProps) {
  const { t } = useTranslation();
  const shown = shownFirst(trail, 'how', trail.hows);
  return (
    <Station
      kind="how"
      trail={trail}
      count={trail.hows.length}
      open={{
        to: '/house',
        search: shown === undefined ? {} : { id: shown.houseId, howId: shown.id },
      }}
    >
      {trail.hows.map((how) => (
        <li key={how.id} className={classes.entry}>
          <Step trail={trail} kind="how" id={how.id}>
            {how.name}
          </Step>
          <Text size="xs" c="dimmed" className={classes.figure}>
            {t('trail:rank', { rank: how.rank, share: formatShare(how.relativeWeight) })}
          </Text>
        </li>
      ))}
    </Station>
  );
}

export function CsfStation({ trail }: StationProps) {
  const { t } = useTranslation();
  const shown = shownFirst(trail, 'csf', trail.csfs);
  return (
    <Station
      kind="csf"
      trail={trail}
      count={trail.csfs.length}
      open={{ to: '/csf', search: shown === undefined ? {} : { id: shown.id } }}
    >
      {trail.csfs.map((csf) => (
        <li key={csf.id}>
          <Group gap={6} wrap="nowrap" justify="space-between">
            <Step trail={trail} kind="csf" id={csf.id}>
              {csf.name}
            </Step>
            <Badge
              variant="light"
              size="sm"
              tt="none"
              color={csf.status === 'agreed' ? 'teal' : 'gray'}
            >
              {t(`csf:statuses.${csf.status}`)}
            </Badge>
          </Group>
          {csf.reason !== '' && (
            <Text size="xs" c="dimmed">
              {csf.reason}
            </Text>
          )}
        </li>
      ))}
    </Station>
  );
}

export function ActionStation({ trail }: StationProps) {
  const { t } = useTranslation();
  const shown = shownFirst(trail, 'action', trail.actions);
  return (
    <Station
      kind="action"
      trail={trail}
      count={trail.actions.length}
      open={{ to: '/actions', search: shown === undefined ? {} : { id: shown.id } }}
    >
      {trail.actions.map((action) => (
        <li key={action.id} className={classes.entry}>
          <Step trail={trail} kind="action" id={action.id}>
            {action.title}
          </Step>
          <Group gap={6} wrap="nowrap" className={classes.figure}>
            {action.overdue && (
              <Badge variant="light" color="red" size="sm" tt="none">
                {t('trail:overdue')}
              </Badge>
            )}
            <Text size="xs" c="dimmed">
              {t(`action:statuses.${action.status}`)}
              {action.dueDate === null ? '' : ` · ${action.dueDate}`}
            </Text>
          </Group>
        </li>
      ))}
    </Station>
  );
}

export function ItemStation({ trail }: StationProps) {
  const { t } = useTranslation();
  const shown = shownFirst(trail, 'item', trail.items);
  return (
    <Station
      kind="item"
      trail={trail}
      count={trail.items.length}
      open={{ to: '/csi', search: shown === undefined ? {} : { itemId: shown.id } }}
    >
      {trail.items.map((item) => (
        <li key={item.id} className={classes.entry}>
          <Step trail={trail} kind="item" id={item.id}>
            {item.label}
            {item.byCsf && (
              <Text span size="xs" c="dimmed">
                {' '}
                · {t('trail:byCsf')}
              </Text>
            )}
          </Step>
          <ItemScores scores={item.scores} />
        </li>
      ))}
    </Station>
  );
}

/** `72.4 → 76.1 (+3.7)`: the last two waves with a figure. */
function ItemScores({ scores }: { scores: Trail['items'][number]['scores'] }) {
  const known = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  const last = known.at(-1);
  const before = known.at(-2);
  if (last === undefined) return null;
  return (
    <Text size="xs" c="dimmed" className={classes.figure}>
      {before === undefined
        ? formatScore(last)
        : `${formatScore(before)} → ${formatScore(last)} (${formatDifference(last - before)})`}
    </Text>
  );
}
