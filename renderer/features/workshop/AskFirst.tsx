import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AskFirstProps {
  title: string;
  explained: string;
  /** What it is about, by name. */
  names: readonly string[];
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}

const mostNames = 12;

/** Before something is done that people may not expect. The focus is on leaving it: a second Enter does nothing. */
export function AskFirst({ title, explained, names, confirm, onConfirm, onClose }: AskFirstProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} centered size="lg">
      <Stack gap={12}>
        <Text size="sm">{explained}</Text>
        <ul style={{ margin: 0 }}>
          {names.slice(0, mostNames).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {names.length > mostNames && (
            <li>{t('workshop:ask.more', { count: names.length - mostNames })}</li>
          )}
        </ul>
        <Group justify="flex-end" gap={8}>
          <Button data-autofocus variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
