import { Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition, IndexDerivation } from '../../../core/contract/csi.contract.ts';
import { ExplanationView } from '../../shared/explanation/ExplanationView.tsx';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';

interface IndexDerivationViewProps {
  index: IndexDefinition;
  waveId: number;
}

/** How one wave's index came about, from the answers on. */
export function IndexDerivationView({ index, waveId }: IndexDerivationViewProps) {
  const { t } = useTranslation();
  const { data, error } = useHostQuery('csi.explainPoint', { indexId: index.id, waveId });
  if (error !== null) return <Text size="sm">{wordsForError(error.toPayload())}</Text>;
  if (data === undefined) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  return <ExplanationView explanation={data.explanation} names={namesOf(index, data)} />;
}

/**
 * The lists that have one entry per item carry their component's name in brackets. Components of one
 * name cannot be told apart by it: their items stay without names rather than get each other's.
 */
function namesOf(
  { components }: IndexDefinition,
  { itemNames }: IndexDerivation,
): Record<string, string[]> {
  return Object.fromEntries(
    components.flatMap(({ name }, c) =>
      components.some((other, place) => place !== c && other.name === name)
        ? []
        : ['x̄ⱼ', 'p̄ⱼ', 'nⱼ'].map((symbol) => [`${symbol} (${name})`, itemNames[c] ?? []]),
    ),
  );
}
