import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocDetail } from '../../../../core/contract/voc.contract.ts';
import { isWaiting } from '../../../../core/domain/voc/handling.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import classes from './Handling.module.css';

interface ReplyBoxProps {
  voc: VocDetail;
  /** Writing, either for the first time or again. */
  editing: boolean;
  onEdit: (editing: boolean) => void;
  onUnmask: (then: () => void) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What the customer was told: written while the VOC waits, read afterwards. */
export function ReplyBox({ voc, editing, onEdit, onUnmask, field }: ReplyBoxProps) {
  const { t } = useTranslation();
  const waits = isWaiting(voc.status);
  // What shows stars would be written back with them.
  if ((!waits && !editing) || voc.replyMasked) {
    return (
      <div>
        <Text size="xs" fw={500}>
          {t('handling:pane.reply')}
        </Text>
        <p className={classes.reply}>{voc.replyNote === '' ? '–' : voc.replyNote}</p>
        <Button
          variant="subtle"
          size="compact-xs"
          ml={-6}
          onClick={() => (voc.replyMasked ? onUnmask(() => onEdit(true)) : onEdit(true))}
        >
          {t('handling:pane.replyEdit')}
        </Button>
      </div>
    );
  }
  return <ReplyEditor voc={voc} waits={waits} onDone={() => onEdit(false)} field={field} />;
}

interface ReplyEditorProps {
  voc: VocDetail;
  waits: boolean;
  onDone: () => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

function ReplyEditor({ voc, waits, onDone, field }: ReplyEditorProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState(voc.replyNote);
  const reply = useHostMutation('handling.reply', { onSuccess: onDone });
  const send = () => {
    if (note.trim() === '' || reply.isPending) return;
    reply.mutate({ id: voc.id, note: note.trim() });
    field.current?.blur();
  };
  const cancel = () => {
    setNote(voc.replyNote);
    field.current?.blur();
    onDone();
  };
  return (
    <div>
      <Textarea
        ref={field}
        label={t('handling:pane.reply')}
        placeholder={t('handling:pane.replyPlaceholder')}
        description={t('handling:pane.replyKeys')}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          if (event.key === 'Escape') cancel();
        }}
      />
      <Group gap={6} mt={6}>
        <Button
          size="compact-xs"
          leftSection={<IconSend size={13} />}
          disabled={note.trim() === ''}
          loading={reply.isPending}
          onClick={send}
        >
          {t(waits ? 'handling:pane.replyDone' : 'handling:pane.replySave')}
        </Button>
        {!waits && (
          <Button variant="subtle" size="compact-xs" onClick={cancel}>
            {t('app:cancel')}
          </Button>
        )}
      </Group>
    </div>
  );
}
