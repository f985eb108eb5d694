import { useCallback, useMemo, useState } from 'react';
import type {
  AffinityCard,
  AffinityGroupChoice,
} from '../../../core/contract/affinity.contract.ts';

/** What was marked to be taken together. */
export interface PoolMarks {
  stacks: ReadonlySet<AffinityGroupChoice>;
  cards: ReadonlyMap<number, AffinityCard>;
  count: number;
  toggleStack: (choice: AffinityGroupChoice) => void;
  toggleCard: (card: AffinityCard) => void;
  clear: () => void;
}

export function usePoolMarks(): PoolMarks {
  const [stacks, setStacks] = useState<ReadonlySet<AffinityGroupChoice>>(new Set());
  const [cards, setCards] = useState<ReadonlyMap<number, AffinityCard>>(new Map());
  const toggleStack = useCallback(
    (choice: AffinityGroupChoice) =>
      setStacks((known) => {
        const next = new Set(known);
        if (!next.delete(choice)) next.add(choice);
        return next;
      }),
    [],
  );
  const toggleCard = useCallback(
    (card: AffinityCard) =>
      setCards((known) => {
        const next = new Map(known);
        if (!next.delete(card.id)) next.set(card.id, card);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => {
    setStacks((known) => (known.size === 0 ? known : new Set()));
    setCards((known) => (known.size === 0 ? known : new Map()));
  }, []);
  const count = stacks.size + cards.size;
  return useMemo(
    () => ({ stacks, cards, count, toggleStack, toggleCard, clear }),
    [stacks, cards, count, toggleStack, toggleCard, clear],
  );
}
