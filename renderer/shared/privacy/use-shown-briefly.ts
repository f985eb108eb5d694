import { useEffect, useState } from 'react';

/** A screen that nobody touches for so long may be seen by somebody else. */
const shownForMs = 5 * 60_000;
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Personal data while somebody works with it; gone by itself when nobody does any more. */
export function useShownBriefly<T>(): [T | null, (shown: T | null) => void] {
  const [shown, setShown] = useState<T | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const hide = () => setShown(null);
    let timer = setTimeout(hide, shownForMs);
    const prolong = () => {
      clearTimeout(timer);
      timer = setTimeout(hide, shownForMs);
    };
    for (const sign of signsOfLife) window.addEventListener(sign, prolong, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, prolong);
    };
  }, [shown]);
  return [shown, setShown];
}
