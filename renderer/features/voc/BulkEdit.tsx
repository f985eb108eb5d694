import { Autocomplete, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type VocFilter,
  vocChannels,
  vocKinds,
  vocStatuses,
} from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import classes from './BulkEdit.module.css';
import { type BulkField, bulkPatch, countUnchanged } from './bulk-fields.ts';
import type { VocPatch } from './grid/cell-edit.ts';
import { severityChoices } from './VocFieldsForm.tsx';
import type { VocTarget } from './voc-selection.ts';

interface BulkEditProps {
  /** What will be changed; null while the dialog is closed. */
  target: VocTarget | null;
  onClose: () => void;
  onApply: (patch: VocPatch) => void;
}

/** Changes several VOC at once; a field left empty stays as it is in each. */
export function BulkEdit({ target, onClose, onApply }: BulkEditProps) {
  const { t, i18n } = useTranslation();
  return (
    <Modal
      opened={target !== null}
      onClose={onClose}
      title={t('voc:bulk.title', { count: target?.count.toLocaleString(i18n.language) ?? '' })}
      size={460}
    >
      {target !== null && <BulkForm target={target} onApply={onApply} />}
    </Modal>
  );
}

type Entries = Partial<Record<BulkField, string>>;

function BulkForm({ target, onApply }: { target: VocTarget; onApply: (patch: VocPatch) => void }) {
  const { t } = useTranslation();
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const [entries, setEntries] = useState<Entries>({});
  const [cleared, setCleared] = useState<readonly BulkField[]>([]);
  const patch = bulkPatch(entries, cleared);
  const set = (field: BulkField, value: string | null) => {
    setCleared((fields) => fields.filter((other) => other !== field));
    setEntries((known) => ({ ...known, [field]: value ?? '' }));
  };
  const field = (name: BulkField) => ({
    label: t(`voc:fields.${name}`),
    placeholder: t(cleared.includes(name) ? 'voc:bulk.cleared' : 'voc:bulk.unchanged'),
  });
  const clearer = (name: BulkField) => (
    <Button
      variant={cleared.includes(name) ? 'light' : 'subtle'}
      size="compact-xs"
      aria-pressed={cleared.includes(name)}
      aria-label={t('voc:bulk.clear', { field: t(`voc:fields.${name}`) })}
      onClick={() => {
        setEntries((known) => ({ ...known, [name]: '' }));
        setCleared((fields) =>
          fields.includes(name) ? fields.filter((other) => other !== name) : [...fields, name],
        );
      }}
    >
      {t('voc:bulk.clearShort')}
    </Button>
  );
  const coded = (name: 'kind' | 'channel' | 'status', group: string, values: readonly string[]) => (
    <Select
      {...field(name)}
      data-autofocus={name === 'kind' || undefined}
      clearable
      data={values.map((value) => ({ value, label: t(`voc:${group}.${value}`) }))}
      value={entries[name] || null}
      onChange={(value) => set(name, value)}
    />
  );
  const named = (
    name: 'branch' | 'product' | 'customerType' | 'owner',
    known: string[] | undefined,
  ) => (
    <Clearable clearer={clearer(name)}>
      <Autocomplete
        size="xs"
        {...field(name)}
        data={known ?? []}
        limit={50}
        maxLength={200}
        value={entries[name] ?? ''}
        onChange={(value) => set(name, value)}
      />
    </Clearable>
  );
  const isEmpty = Object.keys(patch).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onApply(patch);
      }}
    >
      <Stack gap={8}>
        <div className={classes.pair}>
          {coded('kind', 'kinds', vocKinds)}
          {coded('status', 'statuses', vocStatuses)}
        </div>
        <div className={classes.pair}>
          {coded('channel', 'channels', vocChannels)}
          <Clearable clearer={clearer('severity')}>
            <Select
              {...field('severity')}
              clearable
              data={severityChoices(t)}
              value={entries.severity || null}
              onChange={(value) => set('severity', value)}
            />
          </Clearable>
        </div>
        {named('owner', choices?.owners)}
        <Clearable clearer={clearer('dueOn')}>
          <DateField
            {...field('dueOn')}
            value={entries.dueOn ?? ''}
            onChange={(date) => set('dueOn', date)}
          />
        </Clearable>
        {named('branch', choices?.branches)}
        {named('product', choices?.products)}
        {named('customerType', choices?.customerTypes)}
        <Preview target={target} patch={patch} />
        <Group justify="flex-end">
          <Button type="submit" disabled={isEmpty}>
            {t('voc:bulk.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Clearable({ clearer, children }: { clearer: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.clearable}>
      {children}
      {clearer}
    </div>
  );
}

/** How many will really be different afterwards, as far as a filter can tell them apart. */
function Preview({ target, patch }: { target: VocTarget; patch: VocPatch }) {
  const { t, i18n } = useTranslation();
  const { selection, count } = target;
  const filter: VocFilter | null =
    'filter' in selection && selection.except.length === 0
      ? countUnchanged(selection.filter, patch)
      : null;
  const same = useHostQuery('voc.count', { filter: filter ?? {} }, { enabled: filter !== null });
  if (Object.keys(patch).length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('voc:bulk.hint')}
      </Text>
    );
  }
  const unchanged = filter === null || same.isPlaceholderData ? 0 : (same.data?.total ?? 0);
  const shown = (number: number) => number.toLocaleString(i18n.language);
  return (
    <Text size="sm" aria-live="polite">
      {unchanged === 0
        ? t('voc:bulk.changes', { shown: shown(count) })
        : t('voc:bulk.changesSome', { shown: shown(count - unchanged), same: shown(unchanged) })}
    </Text>
  );
}
