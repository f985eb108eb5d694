/** As many digits as a narrow cell needs: 4.33, 38.5, 412; nothing for no figure. */
export function figureText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return trimmed(value.toFixed(digits));
}

/** A fraction in per cent with one digit, e.g. `12.5`; the sign stands in the head. */
export function percentText(share: number | null): string {
  return share === null || !Number.isFinite(share) ? '' : (share * 100).toFixed(1);
}

function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
