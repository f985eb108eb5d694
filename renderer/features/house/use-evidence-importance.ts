import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { importanceFromEvidence } from '../../../core/domain/house/evidence-scale.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { HouseOnScreen } from './use-house.ts';

/** Offers to fill the importance of every WHAT from what its evidence weighs, as one step. */
export function useEvidenceImportance(view: HouseView, edit: HouseOnScreen['edit']): void {
  const { t } = useTranslation();
  const latest = useRef(view);
  latest.current = view;
  const isEmpty = view.whats.length === 0;
  useCommands(
    useMemo<Command[]>(() => {
      const fill = async () => {
        const requirements = await host.call('requirement.list', {});
        const { id: houseId, whats: all } = latest.current;
        const weightOf = new Map(requirements.map(({ id, importance }) => [id, importance.value]));
        const whats = all.filter((what) => what.requirementId !== null);
        const scaled = importanceFromEvidence(
          whats.map(({ requirementId }) => weightOf.get(requirementId ?? 0) ?? 0),
        );
        const values = whats.map(({ whatId }, row) => ({ whatId, importance: scaled[row] ?? 1 }));
        if (values.length === 0) return;
        const input = { houseId, values, source: 'evidence' } as const;
        edit({ kind: 'importance', input });
        notifyDone(t('house:importance.filled'));
      };
      if (isEmpty) return [];
      return [
        {
          id: 'house.importanceFromVoc',
          label: t('house:importance.fromVoc'),
          group: t('app:groups.room'),
          run: () => void fill().catch(notifyError),
        },
      ];
    }, [isEmpty, edit, t]),
  );
}
