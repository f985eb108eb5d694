import { Button, Group, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../shared/ui/notify.ts';

interface NameFormProps {
  initial?: string;
  submitLabel: string;
  /**
   * The dialog closes when this resolves with true; a refusal, or false for a person who thought
   * better of it, leaves it open with what was typed.
   */
  onSubmit: (name: string) => Promise<boolean>;
}

export function NameForm({ initial = '', submitLabel, onSubmit }: NameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      if (await onSubmit(name.trim())) modals.closeAll();
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        label={t('workspace:dialog.name')}
        placeholder={t('workspace:dialog.namePlaceholder')}
        value={name}
        maxLength={200}
        autoFocus
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          {submitLabel}
        </Button>
      </Group>
    </form>
  );
}
