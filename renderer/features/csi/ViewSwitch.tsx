import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ViewSwitchProps {
  /** What is shown one way or the other. */
  label: string;
  view: string;
  onChange: (view: string) => void;
}

/** The same figures as a picture or as a table one can read, copy and walk by keyboard. */
export function ViewSwitch({ label, view, onChange }: ViewSwitchProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('csi:views.label', { name: label })}
      data={[
        { value: 'chart', label: t('csi:views.chart') },
        { value: 'table', label: t('csi:views.table') },
      ]}
      value={view}
      onChange={onChange}
    />
  );
}
