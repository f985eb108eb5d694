/** The ending of a workspace file, with its dot. */
export const workspaceExtension = '.csm';

/** Leaves room for the ending, ` (99)` and a backup's stamp within the 255 bytes of most systems. */
const maxBytes = 150;

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * A file name, without ending, that Windows, macOS and Linux all accept, made from what a person
 * called the workspace. Never empty: a name of which nothing is left becomes `workspace`.
 */
export function safeFileName(name: string): string {
  const allowed = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ');
  const trimmed = trimmedEnds(shortened(trimmedEnds(allowed)));
  if (trimmed === '') return 'workspace';
  return reservedOnWindows.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** Windows drops dots and spaces at the end; a dot in front hides the file elsewhere. */
function trimmedEnds(name: string): string {
  return name.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += utf8Length(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
