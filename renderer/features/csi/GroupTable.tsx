import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  formatCount,
  formatDifference,
  formatInterval,
  formatScore,
} from '../../../core/charts/chart-text.ts';
import { bestFirst } from '../../../core/charts/csi-by-group.option.ts';
import type { GroupBy, GroupPoint } from '../../../core/contract/csi.contract.ts';
import classes from './CsiPage.module.css';
import { groupFilter } from './group-cut.ts';

interface GroupTableProps {
  points: GroupPoint[];
  groupBy: GroupBy;
  waveId: number;
  indexId: number;
}

/** The groups in figures, in the order of the chart. */
export function GroupTable({ points, groupBy, waveId, indexId }: GroupTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.tall}>
      <Table className={classes.table} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('csi:columns.group')}</Table.Th>
            <Table.Th ta="right">n</Table.Th>
            <Table.Th ta="right">{t('csi:columns.index')}</Table.Th>
            <Table.Th ta="right">{t('csi:columns.interval')}</Table.Th>
            <Table.Th ta="right">{t('csi:columns.change')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bestFirst(points).map((point) => (
            <Table.Tr key={point.group}>
              <Table.Td>
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link
                      to="/responses"
                      search={{ waveId, indexId, ...groupFilter(groupBy, point.group) }}
                      {...props}
                    />
                  )}
                >
                  {point.group === '' ? t('csi:panels.withoutGroup') : point.group}
                </Anchor>
              </Table.Td>
              <GroupFigures point={point} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function GroupFigures({ point }: { point: GroupPoint }) {
  const { index, previousIndex, ci95 } = point;
  const difference = index === null || previousIndex === null ? null : index - previousIndex;
  return (
    <>
      <Table.Td ta="right" className={classes.figure}>
        {formatCount(point.n)}
      </Table.Td>
      <Table.Td ta="right" fw={650} className={classes.figure}>
        {index === null ? '–' : formatScore(index)}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {ci95 === null ? '–' : formatInterval(ci95)}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {difference === null ? '–' : formatDifference(difference)}
      </Table.Td>
    </>
  );
}
