import { Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { host } from '../shared/host/host-client.ts';
import { wordsForError } from '../shared/i18n/i18n.ts';

/** Says so when the host is gone: what was saved is safe, and how to go on. */
export function HostFailure() {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => host.on('host.failed', (failure) => setCode(failure.code)), []);
  return (
    <Modal
      opened={code !== null}
      onClose={() => setCode(null)}
      title={t('app:hostFailure.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Text size="sm">{wordsForError({ code: 'app.hostGone', params: {} })}</Text>
    </Modal>
  );
}
