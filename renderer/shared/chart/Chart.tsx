import { useComputedColorScheme } from '@mantine/core';
import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([
  BarChart,
  LineChart,
  CustomChart,
  GraphChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  TitleComponent,
  MarkLineComponent,
  DataZoomComponent,
  AriaComponent,
  SVGRenderer,
]);

export type ChartOption = Parameters<echarts.EChartsType['setOption']>[0];

/** What a click on a mark tells: which series, which mark, and the data item with its ids. */
export interface ChartClick {
  seriesName: string;
  dataIndex: number;
  name: string;
  data: unknown;
}

interface ChartProps {
  option: ChartOption;
  /** Names the picture; what it shows is said by the description in its option. */
  label: string;
  height?: number | string;
  onMarkClick?: (click: ChartClick) => void;
}

/** An ECharts chart that follows its box and the colour scheme. */
export function Chart({ option, label, height = 300, onMarkClick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.EChartsType | null>(null);
  const scheme = useComputedColorScheme('light');
  const clicked = useRef(onMarkClick);
  clicked.current = onMarkClick;

  useEffect(() => {
    if (box.current === null) return;
    const made = echarts.init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) =>
      clicked.current?.({
        seriesName: event.seriesName ?? '',
        dataIndex: event.dataIndex ?? -1,
        name: event.name ?? '',
        data: event.data,
      }),
    );
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  // ECharts describes the figures on the element it draws in, so the name stands on one around it.
  return (
    <figure aria-label={label} data-scheme={scheme} style={{ margin: 0, width: '100%', height }}>
      <div
        ref={box}
        role="img"
        aria-label={label}
        style={{
          width: '100%',
          height: '100%',
          cursor: onMarkClick === undefined ? 'default' : 'pointer',
        }}
      />
    </figure>
  );
}
