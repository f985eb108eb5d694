import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ActionFields, actionStatuses } from '../../../core/contract/action.contract.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import type { ActionPatch } from './action-patch.ts';

interface ActionFieldInputsProps {
  fields: ActionFields;
  csfs: readonly CsfRow[];
  /** Every letter typed. */
  onDraft: (patch: ActionPatch) => void;
  /** A field that was left, or a value that was picked. */
  onSettled?: (patch: ActionPatch) => void;
  focusTitle?: boolean;
}

/** The fields of an action, for a new one and for one that is there. */
export function ActionFieldInputs(props: ActionFieldInputsProps) {
  const { fields, csfs, onDraft, onSettled, focusTitle = false } = props;
  const { t } = useTranslation();
  const pick = (patch: ActionPatch) => {
    onDraft(patch);
    onSettled?.(patch);
  };
  const typed = (name: 'title' | 'owner' | 'department' | 'expectedEffect' | 'description') => ({
    label: t(`action:columns.${name}`),
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onDraft({ [name]: event.currentTarget.value }),
    onBlur: () => onSettled?.({ [name]: fields[name].trim() }),
  });
  return (
    <>
      <Textarea
        {...typed('title')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={200}
        required
        data-autofocus={focusTitle || undefined}
        onKeyDown={(event) => {
          // A title is one line, however it wraps.
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
      />
      <Select
        label={t('action:columns.csf')}
        placeholder={t('action:noCsf')}
        clearable
        searchable
        data={csfs.map(({ id, howName }) => ({ value: String(id), label: howName }))}
        value={fields.csfId === null ? null : String(fields.csfId)}
        onChange={(value) => pick({ csfId: value === null ? null : Number(value) })}
      />
      <Group gap={8} grow wrap="nowrap" align="flex-start">
        <TextInput {...typed('owner')} maxLength={200} />
        <TextInput {...typed('department')} maxLength={200} />
      </Group>
      <Group gap={8} grow wrap="nowrap" align="flex-start">
        <DateField
          label={t('action:columns.dueDate')}
          value={fields.dueDate ?? ''}
          onChange={(date) => pick({ dueDate: date === '' ? null : date })}
        />
        <Select
          label={t('action:columns.status')}
          allowDeselect={false}
          data={actionStatuses.map((value) => ({ value, label: t(`action:statuses.${value}`) }))}
          value={fields.status}
          onChange={(status) => status !== null && pick({ status })}
        />
      </Group>
      <Textarea {...typed('expectedEffect')} autosize minRows={2} maxRows={6} maxLength={4000} />
      <Textarea {...typed('description')} autosize minRows={3} maxRows={10} maxLength={4000} />
    </>
  );
}
