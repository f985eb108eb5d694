/** `mod+shift+Z` as it stands on the keys: `Ctrl Shift Z`, or `⌘ Shift Z` on a Mac. */
export function spokenShortcut(shortcut: string): string {
  const mod = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
  return shortcut
    .split('+')
    .map((key) => (key === 'mod' ? mod : key.length === 1 ? key.toUpperCase() : capitalised(key)))
    .join(' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
