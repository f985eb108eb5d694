import { useLayoutEffect } from 'react';
import { headRow } from '../matrix-selection.ts';

/** The heads of two columns stand out. They are the matrix's, and stay behind what covers them there. */
export function usePointedHeads(one: number | undefined, other: number | undefined): void {
  useLayoutEffect(() => {
    if (one === undefined || other === undefined) return;
    const heads = [one, other].flatMap((column) => [
      ...document.querySelectorAll(`[data-row="${headRow}"][data-column="${column}"]`),
    ]);
    for (const head of heads) head.setAttribute('data-pointed', '');
    return () => {
      for (const head of heads) head.removeAttribute('data-pointed');
    };
  }, [one, other]);
}
