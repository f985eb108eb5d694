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
  /** Without its bar the match takes the focus. */
  onShow: (match: HouseMatch, takesFocus: boolean) => void,
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
  const now = { view, words, isOpen, onShow, onClosed, matches, at };
  const latest = useRef(now);
  latest.current = now;
  const ways = useMemo(() => {
    const open = () => {
      setOpen(true);
      setAsked((times) => times + 1);
    };
    return {
      open,
      close: () => {
        setOpen(false);
        latest.current.onClosed();
      },
      search: (wanted: string) => {
        setWords(wanted);
        setAt(null);
      },
      step: (step: 1 | -1) => {
        const { view: house, words: wanted, at: from, ...shown } = latest.current;
        // F3 goes on with the last search after its bar was closed.
        const found = shown.isOpen ? shown.matches : findInHouse(house, wanted);
        if (found.length === 0) return open();
        const start = from ?? (step > 0 ? -1 : 0);
        const next = (start + step + found.length) % found.length;
        setAt(next);
        const match = found[next];
        if (match !== undefined) latest.current.onShow(match, !shown.isOpen);
      },
    };
  }, []);
  const shown = at === null || at >= matches.length ? null : at;
  return { isOpen, words, matches, at: shown, asked, ...ways };
}
