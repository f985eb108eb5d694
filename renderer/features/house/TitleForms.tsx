import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Floating } from './Floating.tsx';

interface NameFormProps {
  anchor: DOMRect;
  label: string;
  initial: string;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a group, a HOW or a WHAT of the house's own. */
export function NameForm({ anchor, label, initial, onName, onClose }: NameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    if (name.trim() !== initial) onName(name.trim());
    onClose();
  };
  return (
    <Floating anchor={anchor} label={label} onClose={onClose}>
      <form onSubmit={submit}>
        <TextInput
          label={label}
          value={name}
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={6} mt={10}>
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {t('app:save')}
          </Button>
        </Group>
      </form>
    </Floating>
  );
}

interface NoteFormProps {
  anchor: DOMRect;
  /** The two that the note is between. */
  title: string;
  initial: string;
  onNote: (note: string) => void;
  onClose: () => void;
}

/** A note in a cell. It is kept when one leaves it; an empty one is taken away. */
export function NoteForm({ anchor, title, initial, onNote, onClose }: NoteFormProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState(initial);
  const close = () => {
    if (note.trim() !== initial) onNote(note.trim());
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close();
  };
  return (
    <Floating anchor={anchor} label={t('house:note.title')} onClose={close}>
      <Stack gap={8}>
        <Textarea
          label={t('house:note.title')}
          description={title}
          placeholder={t('house:note.placeholder')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={1000}
          value={note}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Group justify="flex-end" gap={6}>
          {initial !== '' && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => {
                onNote('');
                onClose();
              }}
            >
              {t('house:note.remove')}
            </Button>
          )}
          <Button onClick={close}>{t('app:save')}</Button>
        </Group>
      </Stack>
    </Floating>
  );
}
