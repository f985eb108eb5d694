import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../use-draft.ts';

/** A rule's name; an empty one cannot stand. */
export function RuleName({ value, onSave }: { value: string; onSave: (name: string) => void }) {
  const { t } = useTranslation();
  const draft = useDraft(value, (typed) => {
    const name = typed.trim();
    if (name === '') return false;
    onSave(name);
    return true;
  });
  return (
    <TextInput
      miw={210}
      aria-label={t('handling:rules.name')}
      maxLength={200}
      {...draft.field}
      onChange={(event) => draft.change(event.currentTarget.value)}
    />
  );
}
