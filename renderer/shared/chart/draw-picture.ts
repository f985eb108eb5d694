import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { PictureFormat } from '../../../core/contract/export.contract.ts';
import type { ChartOption } from './Chart.tsx';

echarts.use([CanvasRenderer]);

export interface PictureSize {
  width: number;
  height: number;
}

/** Points per point of the screen: sharp when printed. */
const sharpness = 2;

/** Draws a chart out of sight, as SVG text or as PNG in base64. */
export async function drawPicture(
  option: ChartOption,
  format: PictureFormat,
  size: PictureSize,
): Promise<string> {
  // Measured by another font, names would overlap.
  await document.fonts.ready;
  return format === 'svg' ? svgOf(option, size) : pngOf(option, size);
}

function svgOf(option: ChartOption, size: PictureSize): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function pngOf(option: ChartOption, size: PictureSize): string {
  const box = document.createElement('div');
  const chart = echarts.init(box, null, { renderer: 'canvas', ...size });
  try {
    chart.setOption(option);
    const address = chart.getDataURL({ type: 'png', pixelRatio: sharpness });
    return address.slice(address.indexOf(',') + 1);
  } finally {
    chart.dispose();
  }
}
