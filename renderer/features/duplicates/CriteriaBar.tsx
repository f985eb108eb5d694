import { Checkbox, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DuplicateCriteria } from '../../../core/contract/duplicate.contract.ts';

interface CriteriaBarProps {
  criteria: DuplicateCriteria;
  onChange: (criteria: DuplicateCriteria) => void;
}

const windows = ['0', '7', '30', 'any'] as const;
const thresholds = [0.7, 0.8, 0.9] as const;
const leastLetters = [5, 10, 20] as const;

/** When two VOC are taken for the same. */
export function CriteriaBar({ criteria, onChange }: CriteriaBarProps) {
  const { t, i18n } = useTranslation();
  const percent = (share: number) => share.toLocaleString(i18n.language, { style: 'percent' });
  return (
    <Group gap={12} align="flex-end">
      <NativeSelect
        size="xs"
        label={t('duplicate:criteria.withinDays')}
        data={windows.map((value) => ({ value, label: t(`duplicate:criteria.days.${value}`) }))}
        value={criteria.withinDays === null ? 'any' : String(criteria.withinDays)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...criteria, withinDays: value === 'any' ? null : Number(value) });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('duplicate:criteria.threshold')}
        data={[
          { value: '', label: t('duplicate:criteria.thresholds.exact') },
          ...thresholds.map((value) => ({
            value: String(value),
            label: t('duplicate:criteria.thresholds.value', { percent: percent(value) }),
          })),
        ]}
        value={String(criteria.threshold ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...criteria, threshold: value === '' ? null : Number(value) });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('duplicate:criteria.minLetters')}
        data={leastLetters.map(String)}
        value={String(criteria.minLetters)}
        onChange={(event) =>
          onChange({ ...criteria, minLetters: Number(event.currentTarget.value) })
        }
      />
      <Checkbox
        size="xs"
        pb={8}
        label={t('duplicate:criteria.sameChannel')}
        checked={criteria.sameChannel}
        onChange={(event) => onChange({ ...criteria, sameChannel: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        pb={8}
        label={t('duplicate:criteria.sameBranch')}
        checked={criteria.sameBranch}
        onChange={(event) => onChange({ ...criteria, sameBranch: event.currentTarget.checked })}
      />
    </Group>
  );
}
