/** A moment on this computer's clock, written as dates are everywhere: `2026-11-21 23:26`. */
export function momentText(iso: string): string {
  // Swedish is the locale that writes dates so.
  return new Date(iso).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}
