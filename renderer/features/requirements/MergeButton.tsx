import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

/** Makes one requirement of two that turned out to mean the same. */
export function MergeButton({ requirement }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [into, setInto] = useState<string | null>(null);
  const { data: all = [] } = useHostQuery('requirement.list', {});
  const target = all.find(({ id }) => String(id) === into);
  const merge = useHostMutation('requirement.merge', {
    onSuccess: ({ combinedHouses }) => {
      const key = combinedHouses > 0 ? 'requirement:merge.doneInHouse' : 'requirement:merge.done';
      notifyDone(t(key, { from: requirement.name, into: target?.name }));
    },
  });
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={dialog.open} disabled={all.length < 2}>
        {t('requirement:merge.action')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={t('requirement:merge.title', { name: requirement.name })}
      >
        <Select
          data-autofocus
          searchable
          label={t('requirement:merge.target')}
          data={all
            .filter(({ id }) => id !== requirement.id)
            .map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` }))}
          value={into}
          onChange={setInto}
        />
        <Text size="xs" c="dimmed" mt={8}>
          {t('requirement:merge.hint')}
        </Text>
        <Group justify="flex-end" mt={14}>
          <Button
            disabled={target === undefined}
            onClick={() => {
              if (target === undefined) return;
              dialog.close();
              merge.mutate({ ids: [requirement.id], intoId: target.id });
            }}
          >
            {t('requirement:merge.do')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
