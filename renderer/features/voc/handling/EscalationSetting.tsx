import { Group, NumberInput, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHostMutation, useHostQuery } from '../../../shared/host/host-queries.ts';

/** Whether and when overdue VOC are escalated by themselves. */
export function EscalationSetting() {
  const { t } = useTranslation();
  const { data: policy } = useHostQuery('handling.escalationPolicy', {});
  const { mutate: set } = useHostMutation('handling.setEscalationPolicy');
  if (policy === undefined) return null;
  return (
    <>
      <Group gap="lg">
        <Switch
          size="sm"
          label={t('handling:rules.automatic')}
          checked={policy.automatic}
          onChange={(event) => set({ ...policy, automatic: event.currentTarget.checked })}
        />
        <Group gap={8}>
          <Text size="sm" id="days-after-due">
            {t('handling:rules.daysAfterDue')}
          </Text>
          <NumberInput
            w={70}
            aria-labelledby="days-after-due"
            min={0}
            max={3650}
            allowDecimal={false}
            disabled={!policy.automatic}
            value={policy.daysAfterDue}
            onChange={(days) => {
              if (typeof days === 'number') set({ ...policy, daysAfterDue: days });
            }}
          />
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {t('handling:rules.automaticHint')}
      </Text>
    </>
  );
}
