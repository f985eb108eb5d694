import type { TFunction } from 'i18next';
import type { HouseWhat } from '../../../core/contract/house.contract.ts';
import type { HouseSource } from './sources/house-sources.ts';

const mostNamed = 3;

/** WHATs that a source says nothing about: they keep their importance when it is used. None where it says nothing at all. */
export function whatsWithout<What>(
  whats: readonly What[],
  { values, usable }: Pick<HouseSource, 'values' | 'usable'>,
): What[] {
  return usable ? whats.filter((_, row) => (values[row] ?? null) === null) : [];
}

/** Which of them kept the importance that they had; nothing to say when there are none. */
export function keptWords(
  t: TFunction,
  without: readonly Pick<HouseWhat, 'number' | 'name'>[],
): string {
  if (without.length === 0) return '';
  const names = without.slice(0, mostNamed).map(({ number, name }) => `${number} ${name}`);
  const rest = without.length - names.length;
  const more = rest === 0 ? '' : ` ${t('importance:keptMore', { count: rest })}`;
  return t('importance:keptBefore', {
    count: without.length,
    names: names.join(', ') + more,
  });
}
