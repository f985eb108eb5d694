import { Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowUpCircle, IconUserCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocDetail, VocStatus } from '../../../../core/contract/voc.contract.ts';
import { isAllowedMove, isWaiting } from '../../../../core/domain/voc/handling.ts';
import { useHostMutation, useHostQuery } from '../../../shared/host/host-queries.ts';
import { DateField } from '../../../shared/ui/DateField.tsx';
import { spokenMoment } from '../moment-typing.ts';
import { dueWords } from './due-words.ts';
import { EscalateDialog } from './EscalateDialog.tsx';
import classes from './Handling.module.css';
import { ReplyBox } from './ReplyBox.tsx';
import { Satisfaction } from './Satisfaction.tsx';
import { StatusSteps } from './StatusSteps.tsx';
import { useHandlingCommands } from './use-handling-commands.ts';
import { type HeldActs, useHeldAct } from './use-held-act.ts';
import { useMyName } from './use-my-name.tsx';
import { WordField } from './WordField.tsx';

interface HandlingPanelProps {
  voc: VocDetail;
  /** The VOC asked for. While it is on its way, a key meant for it must not change this one. */
  askedId: number;
  waiting: boolean;
  held: HeldActs;
  /** Asks to see the VOC as written; `then` runs when it is. */
  onUnmask: (then: () => void) => void;
}

/** Who answers the customer, by when and what; each thing with its key. */
export function HandlingPanel({ voc, askedId, waiting, held, onUnmask }: HandlingPanelProps) {
  const { t } = useTranslation();
  const [replying, setReplying] = useState(false);
  const [escalating, escalation] = useDisclosure(false);
  const ownerField = useRef<HTMLInputElement>(null);
  const dueField = useRef<HTMLInputElement>(null);
  const replyField = useRef<HTMLTextAreaElement>(null);
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const me = useMyName();
  const { mutate: setStatus } = useHostMutation('handling.setStatus');
  const { mutate: assign } = useHostMutation('handling.assign');
  const update = useHostMutation('voc.update');
  const { id, status } = voc;
  const { withName } = me;

  const keys = useMemo(
    () => ({
      move: (to: VocStatus) => {
        if (waiting) held.current = { id: askedId, act: { kind: 'move', to } };
        else if (isAllowedMove(status, to)) setStatus({ ids: [id], status: to });
      },
      assignToMe: () => {
        if (waiting) held.current = { id: askedId, act: { kind: 'assignToMe' } };
        else withName((owner) => assign({ ids: [id], owner }));
      },
      focusOwner: () => focusOn(ownerField.current),
      focusDue: () => focusOn(dueField.current),
      reply: () => {
        setReplying(true);
        // The editor may only now be coming onto the screen.
        requestAnimationFrame(() => focusOn(replyField.current));
      },
      escalate: escalation.open,
    }),
    [id, status, askedId, waiting, held, setStatus, assign, withName, escalation.open],
  );
  useHeldAct(held, id, waiting, keys);
  useHandlingCommands(status, keys);

  return (
    <section className={classes.panel} aria-label={t('handling:pane.handling')}>
      <Stack gap={10}>
        <StatusSteps status={status} onMove={keys.move} />
        {voc.escalatedAt !== null && <Escalated voc={voc} />}
        <div className={classes.pair}>
          <div>
            <WordField
              label={t('handling:pane.owner')}
              value={voc.owner}
              choices={choices?.owners}
              field={ownerField}
              onSave={(owner) => assign({ ids: [id], owner })}
            />
            {me.told !== voc.owner || voc.owner === null ? (
              <AssignToMe name={me.told} onAssign={keys.assignToMe} />
            ) : null}
          </div>
          <div>
            <DateField
              ref={dueField}
              label={t('handling:due.label')}
              value={voc.dueOn ?? ''}
              onChange={(day) =>
                update.mutate({ ids: [id], patch: { dueOn: day === '' ? null : day } })
              }
            />
            <DueState voc={voc} />
          </div>
        </div>
        <ReplyBox
          // Shown as written, the editor begins anew with what is really there.
          key={voc.replyMasked ? 'masked' : 'as written'}
          voc={voc}
          editing={replying}
          onEdit={setReplying}
          onUnmask={onUnmask}
          field={replyField}
        />
        {!isWaiting(status) && <Satisfaction voc={voc} />}
        <Group gap={6}>
          {voc.escalatedAt === null && status !== 'closed' && (
            <Tooltip label={`${t('handling:pane.escalate')} (Shift E)`}>
              <Button
                variant="default"
                size="compact-xs"
                leftSection={<IconArrowUpCircle size={13} />}
                onClick={escalation.open}
              >
                {t('handling:pane.escalate')}
              </Button>
            </Tooltip>
          )}
        </Group>
      </Stack>
      <EscalateDialog ids={[id]} opened={escalating} onClose={escalation.close} />
      {me.dialog}
    </section>
  );
}

function focusOn(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
  field?.scrollIntoView({ block: 'nearest' });
}

function AssignToMe({ name, onAssign }: { name: string | null; onAssign: () => void }) {
  const { t } = useTranslation();
  const label =
    name === null
      ? `${t('handling:pane.assignToMe')} (A)`
      : t('handling:pane.assignToMeHint', { name });
  return (
    <Tooltip label={label}>
      <Button
        variant="subtle"
        size="compact-xs"
        ml={-6}
        mt={2}
        leftSection={<IconUserCheck size={13} />}
        onClick={onAssign}
      >
        {t('handling:pane.assignToMe')}
      </Button>
    </Tooltip>
  );
}

function DueState({ voc }: { voc: VocDetail }) {
  const { t } = useTranslation();
  const due = dueWords(voc, spokenMoment(new Date()).slice(0, 10), t);
  if (due === null) return null;
  return (
    <Text size="xs" mt={4} className={classes.due} data-tone={due.tone}>
      {due.words}
    </Text>
  );
}

function Escalated({ voc }: { voc: VocDetail }) {
  const { t } = useTranslation();
  const remove = useHostMutation('handling.deescalate');
  return (
    <div className={classes.escalated}>
      <span>{t('handling:pane.escalated', { date: voc.escalatedAt?.slice(0, 10) ?? '' })}</span>
      <Button
        variant="subtle"
        color="red"
        size="compact-xs"
        onClick={() => remove.mutate({ ids: [voc.id] })}
      >
        {t('handling:pane.deescalate')}
      </Button>
    </div>
  );
}
