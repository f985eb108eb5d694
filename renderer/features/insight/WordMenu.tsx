import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconArrowMerge, IconDots, IconEyeOff } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

/** What one can teach about a word where one meets it; each step can be undone. */
export function WordMenu({ word }: { word: string }) {
  const { t } = useTranslation();
  const save = useHostMutation('insight.saveWordRule', {
    onSuccess: () => notifyDone(t('insight:rules.done', { word })),
  });
  const askSynonym = () =>
    modals.open({
      title: t('insight:rules.synonymTitle', { word }),
      children: <SynonymForm word={word} />,
    });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" size={24} aria-label={t('insight:rules.menu', { word })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconEyeOff size={14} />}
          onClick={() => save.mutate({ kind: 'stop', word })}
        >
          {t('insight:rules.stop')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowMerge size={14} />} onClick={askSynonym}>
          {t('insight:rules.synonym')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SynonymForm({ word }: { word: string }) {
  const { t } = useTranslation();
  const [standsFor, setStandsFor] = useState('');
  const save = useHostMutation('insight.saveWordRule', { onSuccess: () => modals.closeAll() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (standsFor.trim() !== '') save.mutate({ kind: 'synonym', word, standsFor });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('insight:rules.standsFor')}
        description={t('insight:rules.synonymHint')}
        value={standsFor}
        onChange={(event) => setStandsFor(event.currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" disabled={standsFor.trim() === ''}>
          {t('insight:rules.apply')}
        </Button>
      </Group>
    </form>
  );
}
