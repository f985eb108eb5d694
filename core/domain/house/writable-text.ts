/**
 * Without the characters that XML 1.0 (2.2, Char) has no place for or discourages, and U+FFFD, which stands
 * for what could not be read: no workbook and no SVG holds them.
 */
export function withoutUnwritable(text: string): string {
  return text.replace(
    /[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFC\u{10000}-\u{10FFFF}]/gu,
    '',
  );
}
