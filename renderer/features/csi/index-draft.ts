import {
  type ComponentScore,
  type IndexDefinition,
  type IndexFields,
  indexFieldsSchema,
} from '../../../core/contract/csi.contract.ts';

/** A component while it is being edited: shares in percent, as people say them. */
export interface DraftComponent {
  key: string;
  name: string;
  percent: number;
  score: ComponentScore;
  itemIds: number[];
}

export interface IndexDraft {
  name: string;
  components: DraftComponent[];
}

/** A new index: no name yet, and one component that is the whole of it. */
export function newDraft(componentName: string): IndexDraft {
  return { name: '', components: [{ ...emptyComponent(componentName), percent: 100 }] };
}

export function draftOf(index: IndexDefinition): IndexDraft {
  return {
    name: index.name,
    components: index.components.map(({ name, weight, score, itemIds }) => ({
      key: crypto.randomUUID(),
      name,
      percent: rounded(weight * 100),
      score,
      itemIds,
    })),
  };
}

export function emptyComponent(name: string): DraftComponent {
  return { key: crypto.randomUUID(), name, percent: 0, score: 'mean-0-100', itemIds: [] };
}

/** The same share for every component, the rounding going to the last. */
export function evenShares(draft: IndexDraft): IndexDraft {
  const share = Math.floor(10_000 / draft.components.length) / 100;
  const last = draft.components.length - 1;
  return {
    ...draft,
    components: draft.components.map((component, position) => ({
      ...component,
      percent: position === last ? rounded(100 - share * last) : share,
    })),
  };
}

export function percentSum(draft: IndexDraft): number {
  return rounded(draft.components.reduce((sum, { percent }) => sum + percent, 0));
}

/** What keeps a draft from being saved, as a locale key below `csi:editor.obstacles`. */
export function obstacleOf(draft: IndexDraft): 'name' | 'componentName' | 'items' | 'sum' | null {
  if (draft.name.trim() === '') return 'name';
  if (draft.components.some(({ name }) => name.trim() === '')) return 'componentName';
  if (draft.components.some(({ itemIds }) => itemIds.length === 0)) return 'items';
  return percentSum(draft) === 100 ? null : 'sum';
}

/** What the host takes, or null while something is missing. */
export function fieldsOf(draft: IndexDraft): IndexFields | null {
  if (obstacleOf(draft) !== null) return null;
  const parsed = indexFieldsSchema.safeParse({
    name: draft.name,
    components: draft.components.map(({ name, percent, score, itemIds }) => ({
      name,
      weight: percent / 100,
      score,
      itemIds,
    })),
  });
  return parsed.success ? parsed.data : null;
}

function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
