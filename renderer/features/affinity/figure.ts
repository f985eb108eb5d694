/** An importance: whole from 100 on, one decimal below, so that figures in a column line up. */
export function figure(value: number, locale: string): string {
  const digits = value >= 100 ? 0 : 1;
  return value.toLocaleString(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A mean severity or a similarity, with two decimals. */
export function meanFigure(value: number, locale: string): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A share as a percentage with one decimal, e.g. `12.4%`. */
export function percentage(share: number, locale: string): string {
  return share.toLocaleString(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
