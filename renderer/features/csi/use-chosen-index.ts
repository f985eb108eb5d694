import { getRouteApi } from '@tanstack/react-router';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import { useWorkspacePreference } from '../../shared/host/preferences.ts';

const route = getRouteApi('/csi');

/**
 * The index of the link, else the one looked at last, else the first. A link to an item opens an
 * index that holds it.
 */
export function useChosenIndex(
  indexes: readonly IndexDefinition[],
): [IndexDefinition | null, (id: number) => void] {
  const { indexId, itemId } = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = useWorkspacePreference<number>('csi.indexId', 0);
  const find = (id: number | undefined) => indexes.find((index) => index.id === id);
  const usual = find(remembered) ?? indexes[0] ?? null;
  const holding =
    itemId === undefined || usual === null || holdsItem(usual, itemId)
      ? usual
      : (indexes.find((index) => holdsItem(index, itemId)) ?? usual);
  const choose = (id: number) => {
    remember(id);
    void navigate({ search: { indexId: id } });
  };
  return [find(indexId) ?? holding, choose];
}

function holdsItem(index: IndexDefinition, itemId: number): boolean {
  return index.components.some(({ itemIds }) => itemIds.includes(itemId));
}
