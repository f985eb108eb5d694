import { Button, Group } from '@mantine/core';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFields } from '../../../core/contract/customer.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { PaneForm, PaneTitle } from '../../shared/ui/Split.tsx';
import { CustomerFieldInputs } from './CustomerFieldInputs.tsx';

interface NewCustomerFormProps {
  onCreated: (id: number) => void;
  onCancel: () => void;
}

const blank: CustomerFields = {
  code: '',
  name: '',
  type: '',
  phone: '',
  email: '',
  preference: 'any',
  note: '',
};
const nothingHidden: ReadonlySet<keyof CustomerFields> = new Set();

/** Enter keeps it, Escape gives it up. */
export function NewCustomerForm({ onCreated, onCancel }: NewCustomerFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(blank);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const create = useHostMutation('customer.create', {
    onSuccess: ({ id }) => {
      notifyDone(t('customer:created', { code: fields.code.trim() }));
      onCreated(id);
    },
  });
  const isComplete = fields.code.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && !create.isPending) create.mutate(fields);
  };
  return (
    <PaneForm
      ref={form}
      aria-label={t('customer:new')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && !event.defaultPrevented) {
          onCancel();
        }
      }}
    >
      <PaneTitle>{t('customer:new')}</PaneTitle>
      <CustomerFieldInputs
        fields={fields}
        hidden={nothingHidden}
        focusCode
        onDraft={(patch) => setFields((known) => ({ ...known, ...patch }))}
      />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel}>
          {t('app:cancel')}
        </Button>
        <Button type="submit" disabled={!isComplete} loading={create.isPending}>
          {t('app:save')}
        </Button>
      </Group>
    </PaneForm>
  );
}
