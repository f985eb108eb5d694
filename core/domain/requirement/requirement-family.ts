interface Branch {
  id: number;
  parentId: number | null;
}

/** `ids` and everything above them, in no order; ids that are not in the tree are left out. */
export function withAncestors(tree: readonly Branch[], ids: Iterable<number>): Set<number> {
  const parents = new Map(tree.map((branch) => [branch.id, branch.parentId]));
  const found = new Set<number>();
  for (const start of ids) {
    let id: number | null | undefined = start;
    while (id !== null && id !== undefined && parents.has(id) && !found.has(id)) {
      found.add(id);
      id = parents.get(id);
    }
  }
  return found;
}

/** `ids` and everything below them, in no order; ids that are not in the tree are left out. */
export function withDescendants(tree: readonly Branch[], ids: Iterable<number>): Set<number> {
  const children = Map.groupBy(tree, (branch) => branch.parentId);
  const known = new Set(tree.map((branch) => branch.id));
  const found = new Set<number>();
  const open = [...ids].filter((id) => known.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(children.get(id) ?? []).map((child) => child.id));
  }
  return found;
}
