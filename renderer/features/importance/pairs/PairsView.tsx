import { Loader } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { leavesOf } from '../../../../core/domain/house/house-tree.ts';
import { EmptyState } from '../../../shared/ui/EmptyState.tsx';
import { useStoreImportance } from '../use-store-importance.ts';
import { PairsEditor } from './PairsEditor.tsx';
import { placeNames } from './place-names.ts';
import { useJudgements } from './use-judgements.ts';

/** The house's own pairwise comparison of its WHATs. */
export function PairsView({ house }: { house: HouseView }) {
  const { t } = useTranslation();
  const judgements = useJudgements(house);
  const names = useMemo(() => placeNames(house), [house]);
  const store = useStoreImportance(house);
  if (judgements === null) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  if (judgements.sets.length === 0) {
    return <EmptyState title={t('importance:pairs.title')} hint={t('importance:pairs.needsTwo')} />;
  }
  const leaves = leavesOf(judgements.nodes);
  return (
    <PairsEditor
      judgements={judgements}
      participantId={null}
      names={names}
      onStore={(weights) =>
        store(
          'ahp',
          leaves.map(({ id }, i) => ({ whatId: id, value: weights[i] ?? 0 })),
        )
      }
    />
  );
}
