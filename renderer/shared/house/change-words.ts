import type { HouseModel } from '../../../core/domain/house/house-model.ts';
import type { RelationScale } from '../../../core/domain/house/relation-scale.ts';

/** A relation as a person reads it: ◎ 9, or – for none. */
export function relationText(value: number, scale: RelationScale): string {
  if (value === 0) return '–';
  const symbol = scale.levels.find((level) => level.value === value)?.symbol;
  return symbol === undefined || symbol === String(value) ? String(value) : `${symbol} ${value}`;
}

const roofSigns: Readonly<Record<number, string>> = {
  2: '++',
  1: '+',
  0: '–',
  [-1]: '−',
  [-2]: '−−',
};

export function roofText(strength: number): string {
  return roofSigns[strength] ?? String(strength);
}

/** Names of WHATs or HOWs by id, with their codes. */
export function namesOf(nodes: HouseModel['whats'] | HouseModel['hows']): Map<number, string> {
  return new Map(nodes.map(({ id, code, name }) => [id, `${code} ${name}`]));
}
