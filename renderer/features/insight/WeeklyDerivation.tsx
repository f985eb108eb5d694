import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { controlChartCalc } from '../../../core/calc/methods/control-chart.calc.ts';
import type { WeeklyVoc } from '../../../core/contract/insight.contract.ts';
import { ExplanationView } from '../../shared/explanation/ExplanationView.tsx';

/** How the limits came about: what `csm calc control-chart` answers for the same counts. */
export function WeeklyDerivation({ weekly }: { weekly: WeeklyVoc }) {
  const { t } = useTranslation();
  const result = useMemo(() => {
    const charted = weekly.weeks.filter(({ value }) => value !== null);
    const counts = charted.map(({ count }) => count);
    const sizes = charted.map(({ whole }) => whole ?? 1);
    const input = weekly.type === 'c' ? { type: 'c', counts } : { type: 'p', counts, sizes };
    return controlChartCalc.calculate(input, { explain: true });
  }, [weekly]);
  if (!result.ok || result.output.explanation === undefined) {
    return <Text size="sm">{t('insight:weekly.tooFew')}</Text>;
  }
  return <ExplanationView explanation={result.output.explanation} />;
}
