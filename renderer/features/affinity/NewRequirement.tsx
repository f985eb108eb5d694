import { Button, Group, Modal, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  maxRequirementLevel,
  type RequirementRow,
} from '../../../core/contract/requirement.contract.ts';
import { type NamePhrase, namePhrases } from '../../../core/domain/requirement/name-phrases.ts';
import classes from './Dialogs.module.css';

export interface NewRequirementPlan {
  /** How many VOC it begins with. */
  count: number;
  /** Set when it is split off: it then stands beside the one it comes from. */
  splitFrom: RequirementRow | null;
  words: readonly string[];
  /** The customers' words that names are taken from. */
  texts: () => Promise<string[]>;
}

interface NewRequirementProps {
  plan: NewRequirementPlan | null;
  requirements: readonly RequirementRow[];
  onClose: () => void;
  onCreate: (name: string, parentId: number | null) => void;
}

/** Names a requirement, best in what the customers say themselves. */
export function NewRequirement({ plan, onClose, ...rest }: NewRequirementProps) {
  const { t, i18n } = useTranslation();
  const shown = (plan?.count ?? 0).toLocaleString(i18n.language);
  return (
    <Modal
      opened={plan !== null}
      onClose={onClose}
      title={
        plan?.splitFrom
          ? t('affinity:name.split', { name: plan.splitFrom.name, shown })
          : plan?.count
            ? t('affinity:name.title', { shown })
            : t('affinity:name.titleAlone')
      }
      size={560}
    >
      {plan !== null && <NameForm plan={plan} {...rest} />}
    </Modal>
  );
}

interface NameFormProps extends Omit<NewRequirementProps, 'plan' | 'onClose'> {
  plan: NewRequirementPlan;
}

function NameForm({ plan, requirements, onCreate }: NameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const { data: phrases = [] } = useQuery<NamePhrase[]>({
    queryKey: ['affinity names', plan.count, plan.words],
    queryFn: async () => namePhrases(await plan.texts(), plan.words),
    staleTime: 0,
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onCreate(name.trim(), parent === null ? null : Number(parent));
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        size="sm"
        label={t('affinity:name.label')}
        placeholder={t('affinity:name.placeholder')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          // The Enter that ends a Hangul composition names nothing yet.
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      {phrases.length > 0 && (
        <>
          <Text size="xs" c="dimmed" mt={10} mb={4}>
            {t('affinity:name.said')}
          </Text>
          <Group gap={6}>
            {phrases.map(({ text, count }) => (
              <button
                key={text}
                type="button"
                className={classes.phrase}
                onClick={() => setName(text)}
              >
                {text}
                {count > 1 && <span className={classes.count}>{count}</span>}
              </button>
            ))}
          </Group>
        </>
      )}
      {plan.splitFrom === null && (
        <Select
          mt={12}
          searchable
          clearable
          label={t('affinity:name.parent')}
          placeholder={t('affinity:name.noParent')}
          data={requirements
            .filter(({ level }) => level < maxRequirementLevel)
            .map((row) => ({ value: String(row.id), label: `${row.code} ${row.name}` }))}
          value={parent}
          onChange={setParent}
        />
      )}
      <Group justify="flex-end" mt={14}>
        <Button type="submit" disabled={name.trim() === ''}>
          {t('affinity:name.create')}
        </Button>
      </Group>
    </form>
  );
}
