import { useCallback, useEffect, useRef } from 'react';
import { host } from '../host/host-client.ts';
import { notifyError } from '../ui/notify.ts';

/** What is counted without being asked for: about a second's work for the thread. */
const stepsUnasked = 300_000_000;

interface Countable {
  houseId: number;
  fingerprint: string;
  weightless: boolean;
  steps: number;
  /** Whether the figures are there. */
  known: boolean;
  running: boolean;
}

/**
 * Has variants counted that are not known yet: at once where that is quick, else when `count` is called.
 * What was given up or went wrong is not begun again until the house is another.
 */
export function useVariantCounting(wanted: readonly Countable[]): (houseId: number) => void {
  const tried = useRef(new Set<string>());
  const count = useCallback((houseId: number) => {
    host.call('stability.compute', { houseId }).catch(notifyError);
  }, []);
  useEffect(() => {
    for (const { houseId, fingerprint, weightless, steps, known, running } of wanted) {
      if (known || running || weightless || steps > stepsUnasked) continue;
      if (tried.current.has(fingerprint)) continue;
      tried.current.add(fingerprint);
      count(houseId);
    }
  }, [wanted, count]);
  return count;
}
