import { Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../core/contract/app-error.ts';
import { host } from '../shared/host/host-client.ts';
import { wordsForError } from '../shared/i18n/i18n.ts';

/** Says so when the host is gone: what was saved is safe, and how to go on. */
export function HostFailure() {
  const { t } = useTranslation();
  const [code, setCode] = useState<ErrorCode | null>(null);
  useEffect(() => host.on('host.failed', (failure) => setCode(codeOf(failure.code))), []);
  // Any news from the host means that it is back.
  useEffect(() => host.on('areas.changed', () => setCode(null)), []);
  return (
    <Modal opened={code !== null} onClose={() => setCode(null)} title={t('app:hostFailure.title')}>
      <Text size="sm">{wordsForError({ code: code ?? 'app.hostGone', params: {} })}</Text>
    </Modal>
  );
}

/** A code from another process may be anything; one that is none stands for the host being gone. */
function codeOf(text: string): ErrorCode {
  const [area, reason] = text.split('.', 2);
  return area && reason ? `${area}.${reason}` : 'app.hostGone';
}
