import { Button, Group, Loader, Text } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { host } from '../../shared/host/host-client.ts';
import { takeFile } from '../../shared/host/take-file.ts';
import classes from './FileStep.module.css';
import {
  changeImport,
  type ImportPurpose,
  type ImportSession,
  importSession,
} from './import-session.ts';
import { payloadOf, takeClipboard, takeFiles, takeText } from './import-steps.ts';

interface FileStepProps {
  purpose: ImportPurpose;
  session: ImportSession;
}

export function FileStep({ purpose, session }: FileStepProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const pastedName = t('import:file.pastedName');
  const guarded = (work: Promise<void>) =>
    void work.catch((error: unknown) =>
      changeImport(purpose, { busy: false, problem: payloadOf(error) }),
    );
  const choose = async () => {
    const file = await host.call('shell.pickFile', { purpose });
    if (file !== null) await takeFiles(purpose, [file]);
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (importSession(purpose).busy || event.clipboardData === null) return;
      event.preventDefault();
      const { files } = event.clipboardData;
      const text = event.clipboardData.getData('text/plain');
      const work =
        files.length > 0 ? takeAll(purpose, [...files]) : takeText(purpose, text, pastedName);
      work.catch((error: unknown) =>
        changeImport(purpose, { busy: false, problem: payloadOf(error) }),
      );
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [purpose, pastedName]);
  const dropping = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      guarded(takeAll(purpose, [...event.dataTransfer.files]));
    },
  };
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      data-testid="drop-zone"
      {...dropping}
    >
      <IconFileSpreadsheet size={40} stroke={1.3} />
      <Text fw={650}>{t('import:file.drop')}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={560}>
        {t(`import:file.hint.${purpose}`)}
      </Text>
      <Group gap={8}>
        <Button
          data-autofocus
          disabled={session.busy}
          leftSection={session.busy ? <Loader size={14} /> : undefined}
          onClick={() => guarded(choose())}
        >
          {session.busy ? t('import:file.reading') : t('import:file.button')}
        </Button>
        <Button
          variant="default"
          disabled={session.busy}
          leftSection={<IconClipboardText size={14} />}
          onClick={() => guarded(takeClipboard(purpose, pastedName))}
        >
          {t('import:file.paste')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('import:file.pasteHint')}
      </Text>
    </div>
  );
}

/** Several VOC files come in one after another; a survey is one file, because it has one date. */
export async function takeAll(purpose: ImportPurpose, files: readonly File[]): Promise<void> {
  const wanted = purpose === 'voc' ? files : files.slice(0, 1);
  if (wanted.length === 0) return;
  changeImport(purpose, { busy: true, problem: null });
  const picked = [];
  for (const file of wanted) picked.push(await takeFile(file, purpose));
  await takeFiles(purpose, picked);
}
