import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactPolicy } from '../../../core/contract/customer.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

interface ContactPolicyDialogProps {
  opened: boolean;
  onClose: () => void;
}

const suggested: ContactPolicy = { maxContacts: 2, windowDays: 30, quietDays: 7 };
const limits = {
  maxContacts: { min: 1, max: 1000 },
  windowDays: { min: 1, max: 3650 },
  quietDays: { min: 0, max: 3650 },
} as const;
const parts = ['maxContacts', 'windowDays', 'quietDays'] as const;

/** How often a customer may be approached. Answers to their own VOC are never counted. */
export function ContactPolicyDialog({ opened, onClose }: ContactPolicyDialogProps) {
  const { t } = useTranslation();
  const { data: kept } = useHostQuery('customer.getPolicy', {});
  const [policy, setPolicy] = useState(suggested);
  useEffect(() => setPolicy(kept ?? suggested), [kept]);
  const save = useHostMutation('customer.setPolicy', {
    onSuccess: () => {
      notifyDone(t('customer:policy.saved'));
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('customer:policy.title')} centered>
      <Stack gap={12}>
        <Text size="sm">{t('customer:policy.explained')}</Text>
        {parts.map((part) => (
          <NumberInput
            key={part}
            label={t(`customer:policy.${part}`)}
            {...limits[part]}
            value={policy[part]}
            onChange={(value) => {
              const number = Number(value);
              const { min, max } = limits[part];
              if (Number.isInteger(number) && number >= min && number <= max) {
                setPolicy((known) => ({ ...known, [part]: number }));
              }
            }}
          />
        ))}
        <Group justify="flex-end" gap={8}>
          {kept !== null && kept !== undefined && (
            <Button variant="default" onClick={() => save.mutate({ policy: null })}>
              {t('customer:policy.remove')}
            </Button>
          )}
          <Button loading={save.isPending} onClick={() => save.mutate({ policy })}>
            {t('app:save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
