/**
 * The beginning of a text on one line, at most `longest` characters (code points, so that no emoji is
 * cut in half), with `…` in place of the rest.
 */
export function excerptOf(text: string, longest: number): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  if (characters.length <= longest) return characters.join('');
  return `${characters.slice(0, longest).join('').trimEnd()}…`;
}
