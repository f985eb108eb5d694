import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type CustomerFields,
  contactPreferences,
} from '../../../core/contract/customer.contract.ts';

interface CustomerFieldInputsProps {
  fields: CustomerFields;
  /** Fields that show only a part of what is there and cannot be changed so. */
  hidden: ReadonlySet<keyof CustomerFields>;
  focusCode?: boolean;
  onDraft: (patch: Partial<CustomerFields>) => void;
  /** One is done with a field. */
  onSettled?: (patch: Partial<CustomerFields>) => void;
}

const textFields = ['code', 'name', 'type', 'phone', 'email'] as const;

export function CustomerFieldInputs(props: CustomerFieldInputsProps) {
  const { fields, hidden, focusCode = false, onDraft, onSettled } = props;
  const { t } = useTranslation();
  return (
    <>
      {textFields.map((field) => (
        <TextInput
          key={field}
          label={t(`customer:fields.${field}`)}
          required={field === 'code'}
          data-autofocus={focusCode && field === 'code' ? true : undefined}
          maxLength={200}
          readOnly={hidden.has(field)}
          description={hidden.has(field) ? t('customer:hiddenField') : undefined}
          value={fields[field]}
          onChange={(event) => onDraft({ [field]: event.currentTarget.value })}
          onBlur={(event) => onSettled?.({ [field]: event.currentTarget.value.trim() })}
        />
      ))}
      <Select
        label={t('customer:fields.preference')}
        data={contactPreferences.map((value) => ({
          value,
          label: t(`customer:preferences.${value}`),
        }))}
        value={fields.preference}
        allowDeselect={false}
        onChange={(chosen) => {
          const preference = contactPreferences.find((known) => known === chosen);
          if (preference === undefined) return;
          onDraft({ preference });
          onSettled?.({ preference });
        }}
      />
      <Textarea
        label={t('customer:fields.note')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        readOnly={hidden.has('note')}
        value={fields.note}
        onChange={(event) => onDraft({ note: event.currentTarget.value })}
        onBlur={(event) => onSettled?.({ note: event.currentTarget.value })}
      />
    </>
  );
}
