import type { GridApi } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import type { InputOf } from '../../../core/contract/contract.ts';
import type { VocFilter, VocRow } from '../../../core/contract/voc.contract.ts';
import { copyText } from '../../shared/grid/copy-text.ts';
import { tsvFromRows } from '../../shared/grid/tsv.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { PickedRequirement } from './RequirementPicker.tsx';
import { sortModelOf, type VocRows } from './use-voc-rows.ts';
import { vocCells, vocRows } from './voc-copy.ts';
import { sortOf } from './voc-datasource.ts';
import type { VocSelection } from './voc-selection.ts';

interface VocActionsOptions {
  selection: VocSelection;
  rows: VocRows;
  filter: VocFilter;
  api: GridApi<VocRow> | null;
}

export interface VocActions {
  remove: () => void;
  copy: () => void;
  link: (ids: readonly number[], picked: PickedRequirement) => void;
  change: (patch: InputOf<'voc.update'>['patch']) => void;
}

/** What one does with the ticked VOC, or with the one being read. Each is one step to undo. */
export function useVocActions({ selection, rows, filter, api }: VocActionsOptions): VocActions {
  const { t } = useTranslation();
  return useMemo<VocActions>(() => {
    const guarded = (work: Promise<void>) => void work.catch(notifyError);
    const remove = async () => {
      const ids = [...selection.targets()];
      if (ids.length === 0) return;
      await host.call('voc.remove', { ids });
      rows.leave(ids);
      notifyDone(t('voc:done.removed', { count: ids.length }));
    };
    const copy = async () => {
      const ids = selection.targets();
      if (ids.length === 0) return;
      const found = await vocRows(ids, filter, sortOf(sortModelOf(api)));
      const text = tsvFromRows(found.map((row) => vocCells(row, t)));
      await copyText(text).then(
        () => notifyDone(t('app:clipboard.rows', { rows: found.length })),
        () => notifyError(new AppError('app.clipboardRefused')),
      );
    };
    const link = async (ids: readonly number[], picked: PickedRequirement) => {
      const vocIds = [...ids];
      if ('newName' in picked) {
        await host.call('requirement.create', { name: picked.newName, vocIds });
        notifyDone(t('voc:done.derived', { count: vocIds.length, name: picked.newName }));
        return;
      }
      const { added } = await host.call('requirement.addEvidence', {
        requirementId: picked.id,
        vocIds,
      });
      const key = added === 0 ? 'voc:done.alreadyLinked' : 'voc:done.linked';
      notifyDone(t(key, { count: added, name: picked.name }));
    };
    const change = async (patch: InputOf<'voc.update'>['patch']) => {
      const ids = [...selection.targets()];
      if (ids.length === 0) return;
      await host.call('voc.update', { ids, patch });
      notifyDone(t('voc:done.changed', { count: ids.length }));
    };
    return {
      remove: () => guarded(remove()),
      copy: () => guarded(copy()),
      link: (ids, picked) => guarded(link(ids, picked)),
      change: (patch) => guarded(change(patch)),
    };
  }, [selection, rows, filter, api, t]);
}
