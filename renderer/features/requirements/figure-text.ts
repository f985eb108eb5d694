/** At most two decimals, none from 100 on. */
export function figureText(value: number, locale: string): string {
  return value.toLocaleString(locale, { maximumFractionDigits: value >= 100 ? 0 : 2 });
}

export function shareText(share: number, locale: string): string {
  return share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
}
