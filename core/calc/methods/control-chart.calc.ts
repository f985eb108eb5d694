import { attributeChart } from '../../domain/control-chart/attribute-chart.ts';
import type {
  ControlChart,
  ControlChartNote,
  VariablesChart,
} from '../../domain/control-chart/chart-signals.ts';
import { xbarRChart } from '../../domain/control-chart/xbar-r-chart.ts';
import { xmrChart } from '../../domain/control-chart/xmr-chart.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { type ChartOutput, explainChart } from '../control-chart/control-chart-explanation.ts';
import { type ChartJson, chartInputSchema } from '../control-chart/control-chart-input.schema.ts';
import { withNotes } from '../with-notes.ts';

const noteWords: Record<ControlChartNote, string> = {
  oneValue:
    'sigma, lower, upper, processSigma and the range are null: one value has no moving range.',
  noSpread: 'Every limit equals the centre: the estimated standard deviation is 0.',
};

function chartOf(input: ChartJson): ControlChart & Partial<VariablesChart> {
  const { type, counts = [], sizes = [], values = [], groups = [] } = input;
  if (type === 'xmr') return xmrChart(values);
  if (type === 'xbar-r') return xbarRChart(groups);
  return attributeChart(type, counts, sizes);
}

export const controlChartCalc = defineCalcMethod({
  name: 'control-chart',
  description:
    'Shewhart control chart (p, np, c, u, XmR, X-bar and R): limits, signals and runs of 7.',
  handling: { missing: 'refused', weights: 'none' },
  input: chartInputSchema,
  run(input) {
    const { notes, ...figures } = chartOf(input);
    return withNotes<ChartOutput>(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain: explainChart,
});
