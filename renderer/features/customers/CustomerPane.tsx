import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFields, CustomerRow } from '../../../core/contract/customer.contract.ts';
import type { UnmaskedCustomer } from '../../../core/contract/privacy.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { PurposeDialog } from '../../shared/privacy/PurposeDialog.tsx';
import { useShownBriefly } from '../../shared/privacy/use-shown-briefly.ts';
import { PaneBody, PaneTitle } from '../../shared/ui/Split.tsx';
import { ContactLog } from './ContactLog.tsx';
import { CustomerFieldInputs } from './CustomerFieldInputs.tsx';

interface CustomerPaneProps {
  id: number;
  onRemoved: () => void;
}

/** One customer: what is known, their VOC, and every contact with them. */
export function CustomerPane({ id, onRemoved }: CustomerPaneProps) {
  const { t, i18n } = useTranslation();
  const { data: customer } = useHostQuery('customer.get', { id });
  const remove = useHostMutation('customer.remove', { onSuccess: onRemoved });
  if (customer === undefined || customer.id !== id) return null;
  return (
    <PaneBody>
      <CustomerFile key={id} customer={customer} />
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link to="/voc" search={{ filter: { customerId: id } }} {...props} />
        )}
      >
        {t('customer:theirVoc', {
          shown: customer.vocCount.toLocaleString(i18n.language),
          open: customer.openVocCount.toLocaleString(i18n.language),
        })}
      </Anchor>
      <ContactLog customer={customer} />
      <Group justify="space-between" mt="auto">
        <Text size="xs" c="dimmed">
          {t('customer:createdOn', { date: customer.createdAt.slice(0, 10) })}
        </Text>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} />}
          onClick={() => remove.mutate({ ids: [id] })}
        >
          {t('app:remove')}
        </Button>
      </Group>
    </PaneBody>
  );
}

const personal = ['name', 'phone', 'email', 'note'] as const;
const nothingHidden: ReadonlySet<keyof CustomerFields> = new Set();

/** Personal fields show masked and cannot be changed so; a purpose opens them. */
function CustomerFile({ customer }: { customer: CustomerRow }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened, edits] = useOpened();
  const known = { ...fieldsOf(customer), ...opened };
  const [draft, setDraft] = useState(known);
  // What changed elsewhere, or by undo, shows here too.
  const key = JSON.stringify(known);
  useEffect(() => setDraft(JSON.parse(key)), [key]);
  const unmask = useHostMutation('privacy.unmaskCustomer', { onSuccess: setOpened });
  const update = useHostMutation('customer.update', { onError: undefined });
  const hidden =
    opened === null ? new Set(personal.filter((field) => customer[field] !== '')) : nothingHidden;
  const keep = (patch: Partial<CustomerFields>) => {
    const changed = Object.entries(patch).some(
      ([field, value]) =>
        !hidden.has(field as never) && known[field as keyof CustomerFields] !== value,
    );
    if (!changed) return;
    if (patch.code === '') return setDraft(known);
    const shown = opened === null ? null : { ...opened, ...patch };
    edits.begun();
    update.mutate(
      { id: customer.id, patch },
      {
        onSuccess: () => setOpened(shown),
        onError: () => {
          edits.failed();
          setDraft(known);
        },
      },
    );
  };
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <PaneTitle>{customer.code}</PaneTitle>
        {hidden.size > 0 || opened !== null ? (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={opened === null ? <IconEye size={14} /> : <IconEyeOff size={14} />}
            onClick={() => (opened === null ? setAsking(true) : setOpened(null))}
          >
            {opened === null ? t('customer:unmask') : t('customer:mask')}
          </Button>
        ) : null}
      </Group>
      <CustomerFieldInputs
        fields={draft}
        hidden={hidden}
        onDraft={(patch) => setDraft((fields) => ({ ...fields, ...patch }))}
        onSettled={keep}
      />
      <PurposeDialog
        opened={asking}
        count={1}
        onClose={() => setAsking(false)}
        onConfirm={(purpose) => {
          setAsking(false);
          unmask.mutate({ id: customer.id, purpose });
        }}
      />
    </>
  );
}

/**
 * What a purpose opened, until anybody but the edits made here changes customers or takes a change
 * back: the host tells of each edit once, of these as of all others.
 */
function useOpened() {
  const [opened, setOpened] = useShownBriefly<UnmaskedCustomer>();
  const ownEdits = useRef(0);
  useEffect(
    () =>
      host.on('areas.changed', ({ areas }) => {
        if (!areas.includes('customer')) return;
        if (ownEdits.current > 0) ownEdits.current--;
        else setOpened(null);
      }),
    [setOpened],
  );
  const edits = {
    begun: () => ownEdits.current++,
    failed: () => ownEdits.current--,
  };
  return [opened, setOpened, edits] as const;
}

function fieldsOf(row: CustomerRow): CustomerFields {
  const { code, name, type, phone, email, preference, note } = row;
  return { code, name, type, phone, email, preference, note };
}
