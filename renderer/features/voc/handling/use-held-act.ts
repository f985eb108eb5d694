import { type RefObject, useEffect } from 'react';
import type { VocStatus } from '../../../../core/contract/voc.contract.ts';

/** What a key asked for while the VOC it was meant for was still on its way. */
export interface HeldAct {
  id: number;
  act: { kind: 'move'; to: VocStatus } | { kind: 'assignToMe' };
}

export type HeldActs = RefObject<HeldAct | null>;

interface Acts {
  move: (to: VocStatus) => void;
  assignToMe: () => void;
}

/** Does what was held for this VOC once it is there; what was meant for another is forgotten. */
export function useHeldAct(held: HeldActs, id: number, waiting: boolean, acts: Acts): void {
  useEffect(() => {
    const pressed = held.current;
    if (waiting || pressed === null) return;
    held.current = null;
    if (pressed.id !== id) return;
    if (pressed.act.kind === 'move') acts.move(pressed.act.to);
    else acts.assignToMe();
  }, [held, id, waiting, acts]);
}
