import { AppError } from '../../contract/app-error.ts';
import type { IndexFields } from '../../contract/csi.contract.ts';
import { scaleSuitsScore } from './component-score.ts';

export interface ItemScale {
  label: string;
  scaleMin: number;
  scaleMax: number;
}

type Components = IndexFields['components'];

/** Whether the sum of an index's shares is 1, but for the rounding of thirds. */
export function isWhole(sumOfShares: number): boolean {
  return Math.abs(sumOfShares - 1) <= 1e-9;
}

/**
 * Whether two definitions give the same figure for every sample: same shares, same scores, same items
 * per component. Names and order say nothing about the figure.
 */
export function isSameFormula(one: Components, other: Components): boolean {
  const a = one.map(formulaOf).sort();
  const b = other.map(formulaOf).sort();
  return a.length === b.length && a.every((formula, i) => formula === b[i]);
}

/**
 * Refuses a definition that could not be computed: `csi.weightsNotOne`, `csi.itemUnknown`,
 * `csi.itemTwice` (in one component; two components may share an item), `csi.scaleTooShort` (counting
 * the top boxes of a scale that has no others).
 */
export function refuseBadIndex(
  components: Components,
  scales: ReadonlyMap<number, ItemScale>,
): void {
  const sum = components.reduce((total, component) => total + component.weight, 0);
  if (!isWhole(sum)) {
    throw new AppError('csi.weightsNotOne', { sum: Number(sum.toFixed(6)) }, 'components');
  }
  for (const component of components) {
    if (new Set(component.itemIds).size < component.itemIds.length) {
      throw new AppError('csi.itemTwice', { component: component.name });
    }
    for (const itemId of component.itemIds) {
      const scale = scales.get(itemId);
      if (scale === undefined) throw new AppError('csi.itemUnknown');
      const { label, scaleMin, scaleMax } = scale;
      if (!scaleSuitsScore(component.score, scaleMin, scaleMax)) {
        throw new AppError('csi.scaleTooShort', { item: label, scaleMin, scaleMax });
      }
    }
  }
}

/** Every item of an index once, in the order of its components. */
export function itemIdsOf(components: Components): number[] {
  return [...new Set(components.flatMap((component) => component.itemIds))];
}

function formulaOf({ weight, score, itemIds }: Components[number]): string {
  return `${weight} ${score} ${itemIds.toSorted((a, b) => a - b).join(',')}`;
}
