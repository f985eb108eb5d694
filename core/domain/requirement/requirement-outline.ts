export interface RequirementPlace {
  id: number;
  parentId: number | null;
  /** Order among siblings; ties are broken by id. */
  position: number;
}

export interface OutlinePlace {
  /** Outline number from the place in the tree, e.g. `2.1.3`. */
  code: string;
  /** 1 for a root. */
  level: number;
}

/**
 * The CS요소 전개표 as an outline: the place of every requirement by id, in outline order.
 * A requirement whose parent is not in the list, or that is its own ancestor, is left out.
 */
export function outlineOf(places: readonly RequirementPlace[]): Map<number, OutlinePlace> {
  const children = Map.groupBy(places, (place) => place.parentId);
  const outline = new Map<number, OutlinePlace>();
  addLevel(children, null, { code: '', level: 0 }, outline);
  return outline;
}

function addLevel(
  children: ReadonlyMap<number | null, RequirementPlace[]>,
  parentId: number | null,
  parent: OutlinePlace,
  outline: Map<number, OutlinePlace>,
): void {
  const siblings = (children.get(parentId) ?? []).toSorted(
    (a, b) => a.position - b.position || a.id - b.id,
  );
  for (const [i, sibling] of siblings.entries()) {
    const code = parent.code === '' ? String(i + 1) : `${parent.code}.${i + 1}`;
    const place = { code, level: parent.level + 1 };
    outline.set(sibling.id, place);
    addLevel(children, sibling.id, place, outline);
  }
}
