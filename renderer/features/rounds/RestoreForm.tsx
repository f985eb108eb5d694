import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundHead } from '../../../core/contract/round.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { NamedForm } from './NamedForm.tsx';

interface RestoreFormProps {
  round: RoundHead;
  houseName: string;
  onMade: (houseId: number) => void;
}

/** Names the house that a round becomes; the one that it was kept of stays as it is. */
export function RestoreForm({ round, houseName, onMade }: RestoreFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(
    t('round:restore.suggestedName', { house: houseName, round: round.name }).slice(0, 200),
  );
  const restore = useHostMutation('round.restore', {
    onSuccess: ({ id }) => {
      modals.closeAll();
      notifyDone(t('round:restore.done', { name: name.trim() }));
      onMade(id);
    },
  });
  return (
    <NamedForm
      hint={t('round:restore.hint', { house: houseName })}
      nameLabel={t('round:restore.name')}
      name={name}
      onName={setName}
      submitLabel={t('round:restore.submit')}
      busy={restore.isPending}
      onSubmit={(named) => restore.mutate({ id: round.id, name: named })}
    />
  );
}
