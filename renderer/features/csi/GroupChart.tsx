import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { csiByGroupHeight, csiByGroupOption } from '../../../core/charts/csi-by-group.option.ts';
import type { GroupBy, GroupPoint } from '../../../core/contract/csi.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import classes from './CsiPage.module.css';
import { groupFilter } from './group-cut.ts';

interface GroupChartProps {
  points: GroupPoint[];
  groupBy: GroupBy;
  waveId: number;
  indexId: number;
}

export function GroupChart({ points, groupBy, waveId, indexId }: GroupChartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const nobody = t('csi:panels.withoutGroup');
  const option = useMemo(
    () =>
      csiByGroupOption(
        points.map((point) => ({ ...point, group: point.group === '' ? nobody : point.group })),
        text,
        theme,
      ),
    [points, nobody, text, theme],
  );
  return (
    <div className={classes.tall}>
      <Chart
        key={points.length}
        option={option}
        label={t('csi:panels.groups')}
        height={csiByGroupHeight(points.length, theme)}
        onMarkClick={(click) => {
          const link = chartLinkOf(click.data);
          if (link?.to !== 'group') return;
          const group = link.group === nobody ? '' : link.group;
          void navigate({
            to: '/responses',
            search: { waveId, indexId, ...groupFilter(groupBy, group) },
          });
        }}
      />
    </div>
  );
}
