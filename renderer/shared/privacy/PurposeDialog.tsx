import { Autocomplete, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../host/preferences.ts';

interface PurposeDialogProps {
  opened: boolean;
  /** How many records would be shown or leave as they were written. */
  count: number;
  onClose: () => void;
  onConfirm: (purpose: string) => void;
}

const shortestPurpose = 2;
const purposesRemembered = 8;

/** Asks why somebody wants to see personal data; nothing is shown without an answer, and it is logged. */
export function PurposeDialog({ opened, count, onClose, onConfirm }: PurposeDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('privacy:purpose.title')} centered>
      {opened && <PurposeForm count={count} onClose={onClose} onConfirm={onConfirm} />}
    </Modal>
  );
}

function PurposeForm({ count, onClose, onConfirm }: Omit<PurposeDialogProps, 'opened'>) {
  const { t, i18n } = useTranslation();
  const [purpose, setPurpose] = useState('');
  const [recent, remember] = usePreference<string[]>('privacy.purposes', [], areStrings);
  const isEnough = purpose.trim().length >= shortestPurpose;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEnough) return;
        const said = purpose.trim();
        remember([said, ...recent.filter((other) => other !== said)].slice(0, purposesRemembered));
        onConfirm(said);
      }}
    >
      <Stack gap={12}>
        <Text size="sm">
          {t('privacy:purpose.explained', { shown: count.toLocaleString(i18n.language) })}
        </Text>
        <Autocomplete
          data-autofocus
          label={t('privacy:purpose.label')}
          placeholder={t('privacy:purpose.example')}
          data={recent}
          value={purpose}
          onChange={setPurpose}
          maxLength={200}
          comboboxProps={{ withinPortal: true }}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={!isEnough}>
            {t('privacy:purpose.show')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function areStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
