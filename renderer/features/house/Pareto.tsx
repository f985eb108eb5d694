import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import {
  type HowWeight,
  howWeightsHeight,
  howWeightsOption,
} from '../../../core/charts/how-weights.option.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import classes from './HousePage.module.css';

interface ParetoProps {
  hows: readonly HowWeight[];
  /** The same function at every redraw. */
  onGoToHow: (howId: number) => void;
}

/** The few HOWs that carry most of the weight; a click on a bar goes to its column. */
export const Pareto = memo(function Pareto({ hows, onGoToHow }: ParetoProps) {
  const { t } = useTranslation();
  const { text, theme } = useChartLook();
  const option = useMemo(() => howWeightsOption(hows, text, theme), [hows, text, theme]);
  return (
    <div className={classes.pareto}>
      <Chart
        option={option}
        label={t('house:ranking.paretoLabel')}
        height={howWeightsHeight(hows.length, theme)}
        onMarkClick={({ data }) => {
          const link = chartLinkOf(data);
          if (link?.to === 'how') onGoToHow(link.howId);
        }}
      />
    </div>
  );
});
