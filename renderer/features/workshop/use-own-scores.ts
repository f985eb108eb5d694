import { useCallback, useEffect, useRef, useState } from 'react';
import type { Score } from '../../../core/contract/workshop.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { itemKey } from './score-pages.ts';

export interface OwnScores {
  /** Typed in this turn; null while it is fetched what was scored before. */
  scores: ReadonlyMap<string, number> | null;
  /** Scored in another turn, by phone or from a sheet: where, but not what. */
  hidden: ReadonlySet<string>;
  set: (score: Score) => void;
}

/** Everything on the screens goes by each answer: so much of typing goes to the host at once. */
const gatheringMs = 150;

/**
 * What one participant scores, for as long as they sit at the keyboard: nothing of it is left on this screen
 * for the next one. What was scored before is told as scored and not shown, for whoever sits here may be
 * somebody else.
 */
export function useOwnScores(roundId: number, participantId: number): OwnScores {
  const [scores, setScores] = useState<ReadonlyMap<string, number> | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const pending = useRef(new Map<string, Score>());
  const sending = useRef(false);
  useEffect(() => {
    let gone = false;
    host
      .call('workshop.scoredCells', { roundId, participantId })
      .then((known) => {
        if (gone) return;
        setHidden(new Set(known.map(itemKey)));
        setScores(new Map());
      })
      .catch(notifyError);
    return () => {
      gone = true;
    };
  }, [roundId, participantId]);

  const due = useRef<ReturnType<typeof setTimeout> | null>(null);
  const send = useCallback(async () => {
    due.current = null;
    if (sending.current) return;
    sending.current = true;
    try {
      // Keys come faster than answers: what was typed meanwhile goes together.
      while (pending.current.size > 0) {
        const scores = [...pending.current.values()];
        pending.current.clear();
        await host.call('workshop.setScores', { roundId, participantId, scores });
      }
    } catch (error) {
      notifyError(error);
    } finally {
      sending.current = false;
    }
  }, [roundId, participantId]);

  const set = useCallback(
    (score: Score) => {
      setHidden((known) => {
        if (!known.has(itemKey(score))) return known;
        const next = new Set(known);
        next.delete(itemKey(score));
        return next;
      });
      setScores((known) => {
        const next = new Map(known);
        if (score.value === null) next.delete(itemKey(score));
        else next.set(itemKey(score), score.value);
        return next;
      });
      pending.current.set(itemKey(score), score);
      due.current ??= setTimeout(() => void send(), gatheringMs);
    },
    [send],
  );
  // Who gets up from the keyboard leaves nothing behind.
  useEffect(
    () => () => {
      if (due.current !== null) clearTimeout(due.current);
      void send();
    },
    [send],
  );
  return { scores, hidden, set };
}
