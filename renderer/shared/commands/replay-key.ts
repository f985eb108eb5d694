/** What of a key press is told apart. */
interface PressedKey {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The command of Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z, for fields that have nothing of their own to undo. Keys are
 * known by their place: with Hangul switched on Z arrives as ㅋ.
 */
export function replayCommandOf(pressed: PressedKey): 'edit.undo' | 'edit.redo' | null {
  if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey) return null;
  if (pressed.code === 'KeyZ') return pressed.shiftKey ? 'edit.redo' : 'edit.undo';
  return pressed.code === 'KeyY' && !pressed.shiftKey ? 'edit.redo' : null;
}
