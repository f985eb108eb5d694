import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import classes from './CsiPage.module.css';

/** What an item is called; headers of survey files are often codes or whole sentences. */
export function ItemName({ id, label }: { id: number; label: string }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const update = useHostMutation('survey.updateItem', { onSuccess: () => setDraft(null) });
  const rename = t('csi:items.rename', { label });
  if (draft === null) {
    return (
      <span className={classes.itemName}>
        {label}
        <Tooltip label={t('csi:items.renameShort')}>
          <ActionIcon size="xs" aria-label={rename} onClick={() => setDraft(label)}>
            <IconPencil size={13} />
          </ActionIcon>
        </Tooltip>
      </span>
    );
  }
  const keep = () => {
    const wanted = draft.trim();
    if (wanted === '' || wanted === label) setDraft(null);
    else if (!update.isPending) update.mutate({ id, label: wanted });
  };
  return (
    <TextInput
      aria-label={rename}
      autoFocus
      maxLength={200}
      value={draft}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
