import * as echarts from 'echarts';
import { styles } from './pdf-style.ts';
import type { Measure } from './pdf-text.ts';

/**
 * Draws a chart as SVG without a browser. `measure` lets ECharts lay out texts by the very font they
 * are printed in.
 */
export function chartSvg(
  option: echarts.EChartsOption,
  size: { width: number; height: number },
  measure: Measure,
): string {
  echarts.setPlatformAPI({
    measureText: (text, font) => ({ width: measure(text, styleOfFont(font ?? '')) }),
  });
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    // An undisposed chart keeps the process alive.
    chart.dispose();
  }
}

/** `bold 9.2px Pretendard` as a text style. */
function styleOfFont(font: string) {
  const size = /([\d.]+)px/.exec(font)?.[1];
  return {
    ...styles.cell,
    size: size === undefined ? 12 : Number(size),
    weight: /bold|[6-9]00/.test(font) ? ('bold' as const) : ('regular' as const),
  };
}
