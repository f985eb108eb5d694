import { Checkbox, Group, SegmentedControl, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseDiff, RankChange } from '../../../core/domain/house/house-diff.ts';
import { namesOf } from '../../shared/house/change-words.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import type { ComparedHouse } from './compared-house.ts';
import classes from './Rounds.module.css';
import { SlopeChart } from './SlopeChart.tsx';

interface DiffRanksProps {
  after: ComparedHouse;
  diff: HouseDiff;
}

/** Lines of a slope chart that can still be told apart. */
const mostLines = 24;

/** Who rose and who fell: ranks before and after as lines, and beside them as figures. */
export function DiffRanks({ after, diff }: DiffRanksProps) {
  const { t, i18n } = useTranslation();
  const [side, setSide] = useState<'hows' | 'whats'>('hows');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const names = namesOf(after.model[side]);
  const plainNames = new Map(after.model[side].map(({ id, name }) => [id, name]));
  const ranks = (side === 'hows' ? diff.howRanks : diff.whatRanks)
    .filter((rank) => !onlyChanged || rank.rankBefore !== rank.rankAfter)
    .toSorted((a, b) => a.rankAfter - b.rankAfter || a.rankBefore - b.rankBefore);
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const share = (value: number | null) => (value === null ? '–' : percent.format(value));
  return (
    <div className={classes.diff}>
      <Group gap={12} mb={8}>
        <SegmentedControl
          aria-label={t('round:ranks.side')}
          value={side}
          data={(['hows', 'whats'] as const).map((value) => ({
            value,
            label: t(`round:ranks.${value}`),
          }))}
          onChange={setSide}
        />
        <Checkbox
          label={t('round:ranks.onlyChanged')}
          checked={onlyChanged}
          onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
        />
      </Group>
      {ranks.length === 0 ? (
        <EmptyState title={t('round:ranks.none')} hint={t('round:ranks.noneHint')} />
      ) : (
        <div className={classes.ranks}>
          <SlopeChart
            lines={ranks.slice(0, mostLines).map((rank) => ({
              id: rank.id,
              name: plainNames.get(rank.id) ?? '',
              before: rank.rankBefore,
              after: rank.rankAfter,
            }))}
            label={t('round:ranks.chart')}
            heads={{ before: t('round:ranks.before'), after: t('round:ranks.after') }}
          />
          <Table className={classes.rankTable}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t(`round:ranks.${side}`)}</Table.Th>
                <Table.Th ta="right">{t('round:ranks.rank')}</Table.Th>
                <Table.Th ta="right">{t('round:ranks.change')}</Table.Th>
                <Table.Th ta="right">{t('round:ranks.share')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {ranks.map((rank) => (
                <Table.Tr key={rank.id}>
                  <Table.Td>{names.get(rank.id)}</Table.Td>
                  <Table.Td ta="right">
                    {rank.rankBefore === rank.rankAfter
                      ? rank.rankAfter
                      : `${rank.rankBefore} → ${rank.rankAfter}`}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Step rank={rank} />
                  </Table.Td>
                  <Table.Td ta="right">
                    {share(rank.relativeBefore)} → {share(rank.relativeAfter)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}

function Step({ rank: { rankBefore, rankAfter } }: { rank: RankChange }) {
  const { t } = useTranslation();
  const steps = rankBefore - rankAfter;
  if (steps === 0) return <span className={classes.stays}>–</span>;
  const label = t(steps > 0 ? 'round:ranks.up' : 'round:ranks.down', { count: Math.abs(steps) });
  return (
    <span className={steps > 0 ? classes.up : classes.down} title={label}>
      {steps > 0 ? '▲' : '▼'} {Math.abs(steps)}
    </span>
  );
}
