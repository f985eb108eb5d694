import { Textarea, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { NamedForm } from './NamedForm.tsx';

/** Keeps the house as it stands, with who and why. */
export function KeepForm({ houseId }: { houseId: number }) {
  const { t } = useTranslation();
  const { data: rounds = [] } = useHostQuery('round.list', { houseId });
  const [typed, setName] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [author, setAuthor] = usePreference<string>('round.author', '');
  const name = typed ?? t('round:keep.suggestedName', { number: rounds.length + 1 });
  const save = useHostMutation('round.save', {
    onSuccess: () => {
      notifyDone(t('round:keep.done', { name: name.trim() }));
      modals.closeAll();
    },
  });
  return (
    <NamedForm
      hint={t('round:keep.hint')}
      nameLabel={t('round:keep.name')}
      name={name}
      onName={setName}
      selectsName
      submitLabel={t('round:keep.submit')}
      busy={save.isPending}
      onSubmit={(named) =>
        save.mutate({ houseId, name: named, reason: reason.trim(), author: author.trim() })
      }
    >
      <TextInput
        label={t('round:keep.author')}
        value={author}
        maxLength={200}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      <Textarea
        label={t('round:keep.reason')}
        placeholder={t('round:keep.reasonPlaceholder')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </NamedForm>
  );
}
