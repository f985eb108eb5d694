import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPhonePlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactRow, CustomerRow } from '../../../core/contract/customer.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { ContactForm } from './ContactForm.tsx';
import classes from './CustomersPage.module.css';

const shownContacts = 100;

/** Every contact with a customer, newest first, and a new one with the policy's warnings. */
export function ContactLog({ customer }: { customer: CustomerRow }) {
  const { t, i18n } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { data } = useHostQuery('customer.listContacts', {
    customerId: customer.id,
    limit: shownContacts,
  });
  if (data === undefined) return null;
  return (
    <section aria-label={t('customer:contacts.title')}>
      <Group justify="space-between" mb={6}>
        <h3 className={classes.heading}>
          {t('customer:contacts.count', { shown: data.total.toLocaleString(i18n.language) })}
        </h3>
        {!adding && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPhonePlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('customer:contacts.add')}
          </Button>
        )}
      </Group>
      {adding && <ContactForm customer={customer} onClose={() => setAdding(false)} />}
      {data.total === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('customer:contacts.none')}
        </Text>
      )}
      <ul className={classes.contacts}>
        {data.rows.map((contact) => (
          <Contact key={contact.id} contact={contact} />
        ))}
      </ul>
    </section>
  );
}

function Contact({ contact }: { contact: ContactRow }) {
  const { t } = useTranslation();
  const remove = useHostMutation('customer.removeContact');
  const label = t('customer:contacts.remove', { at: contact.at.replace('T', ' ') });
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Text size="sm" fw={600}>
          {contact.at.replace('T', ' ')} · {t(`customer:channels.${contact.channel}`)}
          {contact.vocId !== null && ` · VOC #${contact.vocId}`}
        </Text>
        <Tooltip label={label}>
          <ActionIcon
            size="xs"
            aria-label={label}
            onClick={() => remove.mutate({ id: contact.id })}
          >
            <IconX size={12} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Text size="sm">{[contact.purpose, contact.note].filter(Boolean).join(' — ')}</Text>
      {contact.overrideReason !== '' && (
        <Group gap={4} wrap="nowrap">
          <IconAlertTriangle size={13} />
          <Text size="xs">
            {t('customer:contacts.override', { reason: contact.overrideReason })}
          </Text>
        </Group>
      )}
      {contact.actor !== '' && (
        <Text size="xs" c="dimmed">
          {contact.actor}
        </Text>
      )}
    </li>
  );
}
