import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../../core/contract/contract.ts';
import { useHostMutation, useHostQuery } from '../../../shared/host/host-queries.ts';
import { ApplyRules } from './ApplyRules.tsx';
import { DueRuleTable } from './DueRuleTable.tsx';
import { EscalationSetting } from './EscalationSetting.tsx';

interface DueRulesDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** By when customers are answered, and what happens when they are not. */
export function DueRulesDialog({ opened, onClose }: DueRulesDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size={860} title={t('handling:rules.title')}>
      <RulesEditor />
    </Modal>
  );
}

function RulesEditor() {
  const { t } = useTranslation();
  const { data: rules = [] } = useHostQuery('handling.listRules', {});
  const { mutate: save } = useHostMutation('handling.saveRule');
  const presets: InputOf<'handling.saveRule'>[] = [
    { name: t('handling:rules.preset7'), days: 7 },
    { name: t('handling:rules.preset14'), days: 14, kind: 'suggestion' },
  ];
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('handling:rules.intro')}
      </Text>
      {rules.length === 0 ? (
        <Text size="sm">{t('handling:rules.none')}</Text>
      ) : (
        <DueRuleTable rules={rules} />
      )}
      <Group gap={8}>
        <Text size="sm" c="dimmed">
          {t('handling:rules.presets')}
        </Text>
        {presets.map((preset) => (
          <Button
            key={preset.name}
            variant="light"
            size="compact-sm"
            leftSection={<IconPlus size={13} />}
            disabled={rules.some(({ name }) => name === preset.name)}
            onClick={() => save(preset)}
          >
            {preset.name}
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={13} />}
          onClick={() => save({ name: t('handling:rules.newName'), days: 7 })}
        >
          {t('handling:rules.add')}
        </Button>
      </Group>
      {rules.length > 0 && <ApplyRules />}
      <div>
        <Title order={3} mb={6}>
          {t('handling:rules.escalation')}
        </Title>
        <EscalationSetting />
      </div>
    </Stack>
  );
}
