import { Alert, Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ContactChannel,
  type ContactWarning,
  type CustomerRow,
  contactChannels,
} from '../../../core/contract/customer.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { DateField } from '../../shared/ui/DateField.tsx';

interface ContactFormProps {
  customer: CustomerRow;
  onClose: () => void;
}

/** A contact about to be made or just made; warnings show before it is kept, and want a reason. */
export function ContactForm({ customer, onClose }: ContactFormProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(() => localDate(new Date()));
  const [channel, setChannel] = useState<ContactChannel>(likedChannel(customer));
  const [purpose, setPurpose] = useState('');
  const [note, setNote] = useState('');
  const [overrideReason, setReason] = useState('');
  const planned = { customerId: customer.id, at, channel };
  const { data: warnings = [] } = useHostQuery('customer.checkContact', planned, {
    enabled: at !== '',
  });
  const add = useHostMutation('customer.addContact', { onSuccess: onClose });
  const isReady = at !== '' && (warnings.length === 0 || overrideReason.trim() !== '');
  return (
    <form
      aria-label={t('customer:contacts.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !add.isPending) add.mutate({ ...planned, purpose, note, overrideReason });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && !event.defaultPrevented) {
          onClose();
        }
      }}
    >
      <Stack gap={8} mb={10}>
        <Group gap={8} grow align="flex-start">
          <DateField label={t('customer:contacts.at')} value={at} onChange={setAt} />
          <Select
            label={t('customer:contacts.channel')}
            data={contactChannels.map((value) => ({
              value,
              label: t(`customer:channels.${value}`),
            }))}
            value={channel}
            allowDeselect={false}
            onChange={(chosen) =>
              setChannel(contactChannels.find((known) => known === chosen) ?? channel)
            }
          />
        </Group>
        {warnings.length > 0 && (
          <Alert color="orange" variant="light" title={t('customer:contacts.warned')} role="alert">
            {warnings.map((warning) => (
              <div key={warning.kind}>{warningWords(warning, t)}</div>
            ))}
          </Alert>
        )}
        <TextInput
          data-autofocus
          label={t('customer:contacts.purpose')}
          maxLength={200}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <Textarea
          label={t('customer:contacts.note')}
          autosize
          minRows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {warnings.length > 0 && (
          <TextInput
            required
            label={t('customer:contacts.overrideReason')}
            maxLength={200}
            value={overrideReason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" size="compact-md" disabled={!isReady} loading={add.isPending}>
            {t('customer:contacts.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];

function warningWords(warning: ContactWarning, t: Words): string {
  if (warning.kind === 'otherChannel') {
    const preferred = t(`customer:preferences.${warning.preferred}`);
    return t('customer:warnings.otherChannel', { preferred });
  }
  return t(`customer:warnings.${warning.kind}`, { ...warning });
}

function likedChannel({ preference }: CustomerRow): ContactChannel {
  return contactChannels.find((channel) => channel === preference) ?? 'phone';
}

function localDate(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
