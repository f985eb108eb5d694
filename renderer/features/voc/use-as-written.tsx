import { type ReactNode, useState } from 'react';
import type { UnmaskedVoc } from '../../../core/contract/privacy.contract.ts';
import type { VocDetail } from '../../../core/contract/voc.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { PurposeDialog } from '../../shared/privacy/PurposeDialog.tsx';

export interface AsWritten {
  /** The VOC as it may be shown now. */
  show: (voc: VocDetail) => VocDetail;
  isShown: (id: number) => boolean;
  /** Asks for a purpose; `then` runs when the words are there. */
  ask: (voc: VocDetail, then?: () => void) => void;
  hide: () => void;
  /** One changed the words while they were shown. */
  corrected: (text: string) => void;
  dialog: ReactNode;
}

/** Shows one VOC as the customer wrote it, for a purpose, until one goes on to another. */
export function useAsWritten(): AsWritten {
  const [shown, setShown] = useState<(UnmaskedVoc & { answered: string }) | null>(null);
  const [asked, setAsked] = useState<{ voc: VocDetail; then: () => void } | null>(null);
  const unmask = useHostMutation('privacy.unmaskVoc');
  return {
    show: (voc) =>
      shown?.id !== voc.id
        ? voc
        : {
            ...voc,
            text: shown.text,
            extras: shown.extras,
            // Another answer was given since, or an undo took it back: what was shown is out of date.
            ...(voc.replyNote === shown.answered && {
              replyNote: shown.replyNote,
              replyMasked: false,
            }),
          },
    isShown: (id) => shown?.id === id,
    ask: (voc, then = () => undefined) => setAsked({ voc, then }),
    hide: () => setShown(null),
    corrected: (text) => setShown((known) => (known === null ? null : { ...known, text })),
    dialog: (
      <PurposeDialog
        opened={asked !== null}
        count={1}
        onClose={() => setAsked(null)}
        onConfirm={(purpose) => {
          if (asked === null) return;
          setAsked(null);
          unmask.mutate(
            { id: asked.voc.id, purpose },
            {
              onSuccess: (voc) => {
                setShown({ ...voc, answered: asked.voc.replyNote });
                asked.then();
              },
            },
          );
        }}
      />
    ),
  };
}
