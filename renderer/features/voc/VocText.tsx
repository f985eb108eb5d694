import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocDetail } from '../../../core/contract/voc.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { HitText } from './HitText.tsx';
import classes from './VocPane.module.css';

interface VocTextProps {
  voc: VocDetail;
  search: string;
  /** The text stands here as the customer wrote it: only then may it be changed. */
  asWritten: boolean;
  /** Asks to see it so; `then` runs when it is. */
  onUnmask: (then: () => void) => void;
}

/** The customer's words: to read, and to correct once they are shown as written. */
export function VocText({ voc, search, asWritten, onUnmask }: VocTextProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  if (editing && asWritten) {
    return <TextEditor voc={voc} onDone={() => setEditing(false)} />;
  }
  return (
    <div>
      <div className={classes.text}>
        <HitText text={voc.text} search={search} />
      </div>
      <Group gap={6} px={12} pb={8}>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            if (asWritten) setEditing(true);
            else onUnmask(() => setEditing(true));
          }}
        >
          {t('voc:pane.editText')}
        </Button>
      </Group>
    </div>
  );
}

interface TextEditorProps {
  voc: VocDetail;
  onDone: () => void;
}

function TextEditor({ voc, onDone }: TextEditorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(voc.text);
  const update = useHostMutation('voc.update');
  const save = () => {
    const next = text.trim();
    if (next !== '' && next !== voc.text) {
      update.mutate({ ids: [voc.id], patch: { text: next } });
    }
    onDone();
  };
  return (
    <Textarea
      p={12}
      autosize
      minRows={4}
      maxRows={20}
      autoFocus
      size="md"
      aria-label={t('voc:fields.text')}
      description={t('voc:pane.editHint')}
      inputWrapperOrder={['input', 'description']}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    />
  );
}
