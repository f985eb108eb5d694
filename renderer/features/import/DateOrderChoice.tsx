import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type DateOrder,
  dateOrders,
  type ImportInspection,
  type VocMapping,
} from '../../../core/contract/import.contract.ts';
import { parseDateValue } from '../../../core/domain/import/date-value.ts';

interface DateOrderChoiceProps {
  inspection: ImportInspection;
  mapping: VocMapping;
  onChange: (mapping: VocMapping) => void;
}

/** Shown where the dates leave their order open: 03/04/26 is any of three days. */
export function DateOrderChoice({ inspection, mapping, onChange }: DateOrderChoiceProps) {
  const { t } = useTranslation();
  const column = Object.entries(mapping.columns).find(([, target]) => target === 'receivedAt');
  const open = column === undefined ? undefined : inspection.dateOrders[column[0]];
  if (open === undefined) return null;
  const isSure = open.fitting.length === 1 && open.fitting[0] === open.order;
  const label = (order: DateOrder) => {
    const date = parseDateValue(open.example, { order });
    const reading = date ?? t('import:dateOrder.none');
    return `${t(`import:dateOrder.${order}`)}: ${open.example} → ${reading.replace('T', ' ')}`;
  };
  return (
    <NativeSelect
      size="xs"
      w={300}
      label={t('import:dateOrder.label')}
      description={isSure ? undefined : t('import:dateOrder.open')}
      data={dateOrders.map((value) => ({ value, label: label(value) }))}
      value={mapping.dateOrder ?? open.order}
      onChange={(event) => {
        const order = dateOrders.find((known) => known === event.currentTarget.value);
        onChange({ ...mapping, dateOrder: order });
      }}
    />
  );
}
