import type { VocMapping, VocTarget } from '../../../core/contract/import.contract.ts';

export function vocTargetOf(mapping: VocMapping, header: string): VocTarget {
  return Object.hasOwn(mapping.columns, header) ? (mapping.columns[header] ?? 'extra') : 'extra';
}

/** Gives a column its target; the column that had it before is kept as an extra field. */
export function withVocTarget(mapping: VocMapping, header: string, target: VocTarget): VocMapping {
  const others = Object.entries(mapping.columns).map(([other, known]): [string, VocTarget] =>
    known === target && target !== 'extra' ? [other, 'extra'] : [other, known],
  );
  return { ...mapping, columns: { ...Object.fromEntries(others), [header]: target } };
}

export function withVocDefault<Field extends keyof VocMapping['defaults']>(
  mapping: VocMapping,
  field: Field,
  value: VocMapping['defaults'][Field],
): VocMapping {
  const defaults = { ...mapping.defaults, [field]: value };
  if (value === undefined || value === '') delete defaults[field];
  return { ...mapping, defaults };
}

export function hasText(mapping: VocMapping): boolean {
  return Object.values(mapping.columns).includes('text');
}

/** A mapping made for another file, for these headers: columns it does not know become extra fields. */
export function fittedVocMapping(mapping: VocMapping, headers: readonly string[]): VocMapping {
  return {
    ...mapping,
    columns: Object.fromEntries(headers.map((header) => [header, vocTargetOf(mapping, header)])),
  };
}
