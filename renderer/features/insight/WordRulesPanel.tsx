import { ActionIcon, Badge, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type WordRuleKind, wordRuleKinds } from '../../../core/contract/insight.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './Insight.module.css';

/** What people taught: words left out, words counted as another, words taken although none found them. */
export function WordRulesPanel() {
  const { t } = useTranslation();
  const { data: rules = [] } = useHostQuery('insight.listWordRules', {});
  const remove = useHostMutation('insight.removeWordRule');
  return (
    <Panel title={t('insight:rules.title')}>
      <RuleForm />
      {rules.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('insight:rules.empty')}
        </Text>
      ) : (
        <ul className={classes.signals} style={{ marginTop: 12 }}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <Group gap={8} wrap="nowrap">
                <Badge variant="default" tt="none" w={74} flex="none">
                  {t(`insight:rules.kinds.${rule.kind}`)}
                </Badge>
                <Text size="sm" flex={1}>
                  {rule.standsFor === null ? rule.word : `${rule.word} → ${rule.standsFor}`}
                </Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={t('insight:rules.remove', { word: rule.word })}
                  onClick={() => remove.mutate({ id: rule.id })}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RuleForm() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<WordRuleKind>('stop');
  const [word, setWord] = useState('');
  const [standsFor, setStandsFor] = useState('');
  const save = useHostMutation('insight.saveWordRule', {
    onSuccess: () => {
      setWord('');
      setStandsFor('');
    },
  });
  const complete = word.trim() !== '' && (kind !== 'synonym' || standsFor.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    save.mutate({ kind, word, standsFor: kind === 'synonym' ? standsFor : null });
  };
  return (
    <form onSubmit={submit}>
      <Group gap={8} wrap="nowrap">
        <Select
          aria-label={t('insight:rules.kind')}
          w={120}
          allowDeselect={false}
          data={wordRuleKinds.map((value) => ({ value, label: t(`insight:rules.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(wordRuleKinds.find((one) => one === value) ?? 'stop')}
        />
        <TextInput
          aria-label={t('insight:rules.word')}
          placeholder={t('insight:rules.word')}
          flex={1}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        {kind === 'synonym' && (
          <TextInput
            aria-label={t('insight:rules.standsFor')}
            placeholder={t('insight:rules.standsFor')}
            flex={1}
            value={standsFor}
            onChange={(event) => setStandsFor(event.currentTarget.value)}
          />
        )}
        <Button type="submit" variant="default" disabled={!complete}>
          {t('insight:rules.add')}
        </Button>
      </Group>
    </form>
  );
}
