import type { IndexDefinition } from '../../contract/csi.contract.ts';
import type { FormulaProfile } from './formula-profile.ts';

/**
 * The profile of an index that a workspace defines, so that a company's own index and a published one
 * are told apart, stored and redone in one way. The scales are left open: every item brings its own.
 *
 * Components of the same name are told apart by a number behind it (`서비스 (2)`).
 */
export function profileOfIndex(index: IndexDefinition): FormulaProfile {
  const taken = new Set<string>();
  const components = index.components.map(({ name, weight, score }) => {
    const key = freeName(name, taken);
    taken.add(key);
    return { key, name: { ko: key, en: key }, weight, score };
  });
  return {
    id: `index-${index.id}`,
    version: String(index.version),
    name: { ko: index.name, en: index.name },
    source: `${index.name} (v${index.version})`,
    method: 'composite-index',
    parameters: { components },
  };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}
