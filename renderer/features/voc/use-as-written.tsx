import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { UnmaskedVoc } from '../../../core/contract/privacy.contract.ts';
import type { VocDetail } from '../../../core/contract/voc.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { PurposeDialog } from '../../shared/privacy/PurposeDialog.tsx';
import { useShownBriefly } from '../../shared/privacy/use-shown-briefly.ts';

export interface AsWritten {
  /** The VOC as it may be shown now; the same object while it stays masked. */
  show: (voc: VocDetail) => VocDetail;
  /** Asks for a purpose; `then` runs when the words are there. */
  ask: (voc: VocDetail, then?: () => void) => void;
  hide: () => void;
  dialog: ReactNode;
}

interface Shown {
  voc: UnmaskedVoc;
  /** The VOC as it was when it was asked for: another one's words are not these. */
  state: string;
}

/**
 * Shows one VOC as the customer wrote it, for a purpose: until one goes on to another (`id`), closes
 * it, somebody changes it or takes a change back, or nobody is at the screen any more.
 */
export function useAsWritten(id: number | null, current: VocDetail | undefined): AsWritten {
  const [shown, setShown] = useShownBriefly<Shown>();
  const [asked, setAsked] = useState<{ voc: VocDetail; then: () => void } | null>(null);
  const unmask = useHostMutation('privacy.unmaskVoc');
  const isShown = (voc: VocDetail) =>
    shown !== null && shown.voc.id === voc.id && shown.state === stateOf(voc);
  const isOver = shown !== null && (shown.voc.id !== id || (current && !isShown(current)));
  useEffect(() => {
    if (isOver) setShown(null);
  }, [isOver, setShown]);
  // What is answered after one went on is for nobody.
  const idNow = useRef(id);
  useEffect(() => {
    idNow.current = id;
    setAsked(null);
    return () => {
      idNow.current = null;
    };
  }, [id]);
  return {
    show: (voc) => {
      if (shown === null || !isShown(voc) || voc.id !== id) return voc;
      const { text, extras, replyNote } = shown.voc;
      return { ...voc, text, extras, replyNote, replyMasked: false };
    },
    ask: (voc, then = () => undefined) => setAsked({ voc, then }),
    hide: () => setShown(null),
    dialog: (
      <PurposeDialog
        opened={asked !== null}
        count={1}
        onClose={() => setAsked(null)}
        onConfirm={(purpose) => {
          if (asked === null) return;
          setAsked(null);
          const state = stateOf(asked.voc);
          unmask.mutate(
            { id: asked.voc.id, purpose },
            {
              onSuccess: (voc) => {
                if (idNow.current !== voc.id) return;
                setShown({ voc, state });
                asked.then();
              },
            },
          );
        }}
      />
    ),
  };
}

/** Differs after every change and undo, also of what stays hidden. */
function stateOf({ updatedAt, text, replyNote, extras }: VocDetail): string {
  return JSON.stringify([updatedAt, text, replyNote, extras]);
}
