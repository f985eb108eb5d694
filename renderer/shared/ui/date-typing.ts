/**
 * Reads a date as people type one: `2026-11-21`, `2026.11.21`, `20261121`, `26/11/21`, `11-21` (this
 * year). Answers `YYYY-MM-DD`, an empty string for nothing typed, or null for no date.
 */
export function dateFromTyping(typed: string, today: Date): string | null {
  const text = typed.trim().replace(/\.$/, '');
  if (text === '') return '';
  const parts = /^\d{8}$/.test(text)
    ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
    : text.split(/[-./\s]+/);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const numbers = parts.map(Number);
  if (numbers.length === 2) numbers.unshift(today.getFullYear());
  const [year = 0, month = 0, day = 0] = numbers;
  if (numbers.length !== 3) return null;
  const century = (parts[0]?.length ?? 0) <= 2 && parts.length === 3 ? 2000 : 0;
  return existingDate(century + year, month, day);
}

function existingDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    year >= 1900;
  return exists ? date.toISOString().slice(0, 10) : null;
}
