import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition, IndexDerivation } from '../../../core/contract/csi.contract.ts';
import { ExplanationView } from '../../shared/explanation/ExplanationView.tsx';
import { useHostQuery } from '../../shared/host/host-queries.ts';

interface IndexDerivationViewProps {
  index: IndexDefinition;
  waveId: number;
}

/** How one wave's index came about, from the answers on. */
export function IndexDerivationView({ index, waveId }: IndexDerivationViewProps) {
  const { t } = useTranslation();
  const { data } = useHostQuery('csi.explainPoint', { indexId: index.id, waveId });
  if (data === undefined) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  return <ExplanationView explanation={data.explanation} names={namesOf(index, data)} />;
}

/** The lists that have one entry per item carry their component's name in brackets. */
function namesOf(
  { components }: IndexDefinition,
  { itemNames }: IndexDerivation,
): Record<string, string[]> {
  return Object.fromEntries(
    components.flatMap(({ name }, c) =>
      ['x̄ⱼ', 'p̄ⱼ', 'nⱼ'].map((symbol) => [`${symbol} (${name})`, itemNames[c] ?? []]),
    ),
  );
}
