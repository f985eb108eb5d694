import { Button, Group, Loader, Progress, Stack, Text } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet, IconPlayerStop } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { host } from '../../shared/host/host-client.ts';
import { takeFile } from '../../shared/host/take-file.ts';
import { type Upload, useUpload } from '../../shared/host/upload.ts';
import { sizeText } from '../../shared/i18n/size-text.ts';
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
  const upload = useUpload();
  const busy = session.busy || upload !== null;
  const [over, setOver] = useState(false);
  const pastedName = t('import:file.pastedName');
  const guarded = (work: Promise<void>) =>
    void work.catch((error: unknown) => {
      const problem = payloadOf(error);
      // Whoever stopped it knows.
      const isKnown = problem.code === 'import.cancelled';
      changeImport(purpose, { busy: false, problem: isKnown ? null : problem });
    });
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
      {upload !== null && <Uploading upload={upload} />}
      <Group gap={8}>
        <Button
          data-autofocus
          disabled={busy}
          leftSection={session.busy && upload === null ? <Loader size={14} /> : undefined}
          onClick={() => guarded(choose())}
        >
          {session.busy && upload === null ? t('import:file.reading') : t('import:file.button')}
        </Button>
        <Button
          variant="default"
          disabled={busy}
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

/** How much of a file the host has; a big one takes its time. */
function Uploading({ upload }: { upload: Upload }) {
  const { t, i18n } = useTranslation();
  const { name, sent, total, cancel } = upload;
  const label = t('import:file.sending', {
    fileName: name,
    sent: sizeText(sent, i18n.language),
    total: sizeText(total, i18n.language),
  });
  return (
    <Stack gap={8} w={480} maw="100%">
      <Progress value={total === 0 ? 100 : (sent / total) * 100} aria-label={label} />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Button variant="default" leftSection={<IconPlayerStop size={14} />} onClick={cancel}>
          {t('app:cancel')}
        </Button>
      </Group>
    </Stack>
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
