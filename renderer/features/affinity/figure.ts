/** At most two decimals, the last zeros left out. */
export function figure(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumFractionDigits: value >= 100 ? 0 : 2 });
}

/** A share as a percentage with one decimal, e.g. `12.4%`. */
export function percentage(share: number, locale: string): string {
  return share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
}
