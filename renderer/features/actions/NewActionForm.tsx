import { Button, Group } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionFields } from '../../../core/contract/action.contract.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { PaneForm, PaneTitle } from '../../shared/ui/Split.tsx';
import { ActionFieldInputs } from './ActionFieldInputs.tsx';
import type { ActionPatch } from './action-patch.ts';

interface NewActionFormProps {
  csfs: readonly CsfRow[];
  /** The CSF it is for, when one came from there. */
  csfId: number | null;
  onCreated: (id: number) => void;
  onCancel: () => void;
}

function blank(csfId: number | null): ActionFields {
  return {
    title: '',
    description: '',
    csfId,
    owner: '',
    department: '',
    dueDate: null,
    status: 'planned',
    expectedEffect: '',
  };
}

/** Ctrl+Enter keeps it from any field, Escape gives it up. */
export function NewActionForm({ csfs, csfId, onCreated, onCancel }: NewActionFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(() => blank(csfId));
  // Ctrl+Enter settles the field one is in and submits in the same breath.
  const latest = useRef(fields);
  const draft = (patch: ActionPatch) => {
    latest.current = { ...latest.current, ...patch };
    setFields(latest.current);
  };
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const create = useHostMutation('action.create', {
    onSuccess: ({ id }) => {
      notifyDone(t('action:created', { title: fields.title.trim() }));
      onCreated(id);
    },
  });
  const isComplete = fields.title.trim() !== '';
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (isComplete && !create.isPending) create.mutate(latest.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    // A list that is open takes Escape for itself.
    if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
  };
  return (
    <PaneForm ref={form} aria-label={t('action:new')} onSubmit={submit} onKeyDown={onKeyDown}>
      <PaneTitle>{t('action:new')}</PaneTitle>
      <ActionFieldInputs fields={fields} csfs={csfs} focusTitle onDraft={draft} />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel}>
          {t('app:cancel')}
        </Button>
        <Button type="submit" disabled={!isComplete} loading={create.isPending}>
          {t('action:create')}
        </Button>
      </Group>
    </PaneForm>
  );
}
