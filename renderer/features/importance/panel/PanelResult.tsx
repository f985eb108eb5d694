import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../core/charts/chart-text.ts';
import type { ParticipantRow } from '../../../../core/contract/judgement.contract.ts';
import { consensusGrade } from '../../../../core/domain/ahp/panel-agreement.ts';
import type { TreePanel } from '../../../../core/domain/ahp/panel-of-tree.ts';
import { acceptedRatio } from '../../../../core/domain/ahp/priority-vector.ts';
import shared from '../Importance.module.css';
import type { NamedPlace } from '../pairs/PairsEditor.tsx';
import { WeightBars } from '../WeightBars.tsx';
import classes from './Panel.module.css';

/** A judge who gives a WHAT so many times more, or less, than the group is marked. */
const markedFactor = 2;

interface PanelResultProps {
  /** By the geometric mean of the comparisons, and of the weights. */
  joint: TreePanel;
  mean: TreePanel;
  participants: readonly ParticipantRow[];
  rows: readonly NamedPlace[];
  onStore: (weights: readonly number[]) => void;
}

/** What the group says, how far its members agree, and where they do not. */
export function PanelResult({ joint, mean, participants, rows, onStore }: PanelResultProps) {
  const { t } = useTranslation();
  const judged = joint.judges.filter(({ made }) => made > 0).length;
  const { weights } = joint;
  return (
    <section className={classes.result} aria-label={t('importance:panel.group')}>
      {weights === null ? (
        <Text size="sm" c="dimmed">
          {judged === 0 ? t('importance:panel.nobodyJudged') : t('importance:panel.apart')}
        </Text>
      ) : (
        <>
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <Agreement joint={joint} judged={judged} participants={participants} />
            <Button onClick={() => onStore(weights)} style={{ flexShrink: 0 }}>
              {t('importance:storeAndUse')}
            </Button>
          </Group>
          <section className={shared.section}>
            <h3>{t('importance:panel.weights')}</h3>
            <Text size="xs" c="dimmed">
              {t('importance:panel.methods')} {largestGap(t, joint, mean, rows)}
            </Text>
            <WeightBars
              label={t('importance:panel.weights')}
              otherLabel={t('importance:panel.aip')}
              rows={rows.map((row, i) => ({
                ...row,
                weight: weights[i] ?? 0,
                other: mean.weights?.[i] ?? null,
              }))}
            />
          </section>
          <Differences joint={joint} participants={participants} rows={rows} weights={weights} />
        </>
      )}
    </section>
  );
}

function Agreement({
  joint,
  judged,
  participants,
}: Pick<PanelResultProps, 'joint' | 'participants'> & { judged: number }) {
  const { t } = useTranslation();
  const { consensus, consistencyRatio } = joint;
  const apart = joint.judges.filter(({ outlier }) => outlier);
  const nameOf = (id: number) => participants.find((one) => one.id === id)?.name ?? '';
  return (
    <section className={shared.section}>
      <h3>{t('importance:panel.agreement')}</h3>
      <Text size="sm">
        {t('importance:panel.judged', { count: judged, all: participants.length })}
      </Text>
      {consensus !== null && (
        <Text size="sm">
          {t('importance:panel.consensus', {
            percent: formatShare(consensus),
            grade: t(`importance:panel.grades.${consensusGrade(consensus)}`),
          })}
        </Text>
      )}
      {consistencyRatio !== null && (
        <Text size="sm">
          {t(
            consistencyRatio > acceptedRatio
              ? 'importance:panel.jointInconsistent'
              : 'importance:panel.jointConsistent',
            { ratio: consistencyRatio.toFixed(3) },
          )}
        </Text>
      )}
      {apart.length > 0 && (
        <Text size="sm" c="var(--csm-warn)">
          {t('importance:panel.outliers', { names: apart.map(({ id }) => nameOf(id)).join(', ') })}
        </Text>
      )}
    </section>
  );
}

function largestGap(
  t: TFunction,
  joint: TreePanel,
  mean: TreePanel,
  rows: readonly NamedPlace[],
): string {
  if (joint.weights === null || mean.weights === null) return '';
  const gaps = joint.weights.map((weight, i) => Math.abs(weight - (mean.weights?.[i] ?? weight)));
  const largest = Math.max(...gaps);
  if (largest < 0.0005) return t('importance:panel.sameByBoth');
  const name = rows[gaps.indexOf(largest)]?.name ?? '';
  return t('importance:panel.gap', { name, points: (100 * largest).toFixed(1) });
}

interface DifferencesProps {
  joint: TreePanel;
  participants: readonly ParticipantRow[];
  rows: readonly NamedPlace[];
  weights: readonly number[];
}

/** Everybody's own weights beside the group's; those far off are marked by frame and sign, not by colour alone. */
function Differences({ joint, participants, rows, weights }: DifferencesProps) {
  const { t } = useTranslation();
  const heard = joint.judges.filter((judge) => judge.weights !== null);
  const unheard = joint.judges.filter(({ weights: own, made }) => own === null && made > 0);
  if (heard.length < 2) return null;
  const nameOf = (id: number) => participants.find((one) => one.id === id)?.name ?? '';
  return (
    <section className={shared.section}>
      <h3>{t('importance:panel.differences')}</h3>
      <Text size="xs" c="dimmed">
        {t('importance:panel.differencesHint', { factor: markedFactor })}
      </Text>
      {unheard.length > 0 && (
        <Text size="sm" c="var(--csm-warn)">
          {t('importance:panel.unheard', {
            names: unheard
              .map(({ id, made }) => `${nameOf(id)} (${made}/${joint.pairs})`)
              .join(', '),
          })}
        </Text>
      )}
      <section
        style={{ overflowX: 'auto' }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by key
        tabIndex={0}
        aria-label={t('importance:panel.differences')}
      >
        <table className={classes.heat}>
          <thead>
            <tr>
              <th>{t('importance:columns.what')}</th>
              <th>{t('importance:panel.group')}</th>
              {heard.map(({ id }) => (
                <th key={id} scope="col" title={nameOf(id)}>
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, name }, i) => (
              <tr key={number}>
                <th scope="row" title={name}>
                  {number} {name}
                </th>
                <td>{formatShare(weights[i] ?? 0)}</td>
                {heard.map((judge) => (
                  <OwnWeight key={judge.id} own={judge.weights?.[i] ?? 0} group={weights[i] ?? 0} />
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('importance:panel.similarity')}</th>
              <td />
              {heard.map(({ id, similarity, outlier }) => (
                <td key={id}>
                  {outlier ? '⚠ ' : ''}
                  {similarity === null ? '–' : formatShare(similarity)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </section>
  );
}

function OwnWeight({ own, group }: { own: number; group: number }) {
  const sign =
    own >= group * markedFactor ? 'more' : own <= group / markedFactor ? 'less' : undefined;
  const strength = Math.min(1, Math.abs(Math.log(own / group)) / Math.log(4));
  const tone = own >= group ? 'var(--csm-warn)' : 'var(--csm-accent)';
  return (
    <td
      data-sign={sign}
      style={{
        background: `color-mix(in srgb, ${tone} ${Math.round(22 * strength)}%, transparent)`,
      }}
    >
      {sign === 'more' ? '▲ ' : sign === 'less' ? '▼ ' : ''}
      {formatShare(own)}
    </td>
  );
}
