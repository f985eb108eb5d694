/** NUL characters end strings in other programs and never mean anything. */
export function withoutNul(cell: string): string {
  return cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
}

/** A short field as it is stored: trimmed, one spelling of Hangul, so that equal names are equal. */
export function fieldValue(cell: string | undefined): string | null {
  const value = withoutNul(cell ?? '')
    .trim()
    .normalize('NFC');
  return value === '' ? null : value;
}
