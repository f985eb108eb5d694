import { useMemo, useRef, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { findInHouse, type HouseMatch } from './find-in-house.ts';

export interface FindInMatrix {
  readonly isOpen: boolean;
  readonly words: string;
  readonly matches: readonly HouseMatch[];
  readonly at: number | null;
  readonly asked: number;
  open: () => void;
  close: () => void;
  search: (words: string) => void;
  step: (step: 1 | -1) => void;
}

const noMatches: readonly HouseMatch[] = [];

/** Searching in a house: which match is shown, and the way to the next. */
export function useFind(
  view: HouseView,
  onShow: (match: HouseMatch) => void,
  onClosed: () => void,
): FindInMatrix {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const [asked, setAsked] = useState(0);
  const matches = useMemo(
    () => (isOpen ? findInHouse(view, words) : noMatches),
    [view, words, isOpen],
  );
  const latest = useRef({ onShow, onClosed, matches, at });
  latest.current = { onShow, onClosed, matches, at };
  const ways = useMemo(
    () => ({
      open: () => {
        setOpen(true);
        setAsked((times) => times + 1);
      },
      close: () => {
        setOpen(false);
        setAt(null);
        latest.current.onClosed();
      },
      search: (wanted: string) => {
        setWords(wanted);
        setAt(null);
      },
      step: (step: 1 | -1) => {
        const { matches: found, at: from } = latest.current;
        if (found.length === 0) return;
        const start = from ?? (step > 0 ? -1 : 0);
        const next = (start + step + found.length) % found.length;
        setAt(next);
        const match = found[next];
        if (match !== undefined) latest.current.onShow(match);
      },
    }),
    [],
  );
  const shown = at === null || at >= matches.length ? null : at;
  return { isOpen, words, matches, at: shown, asked, ...ways };
}
