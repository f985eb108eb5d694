import { Button, Loader, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { host } from '../../shared/host/host-client.ts';
import { uploadFile } from '../../shared/host/loopback-bridge.ts';
import classes from './FileStep.module.css';
import { changeImport, type ImportPurpose, type ImportSession } from './import-session.ts';
import { payloadOf, takeFile } from './import-steps.ts';

interface FileStepProps {
  purpose: ImportPurpose;
  session: ImportSession;
}

/** Dropping needs an upload, which only the browser shell has; the desktop has its own dialog. */
const canDrop = window.csmBridge === undefined;

export function FileStep({ purpose, session }: FileStepProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const guarded = (work: Promise<void>) =>
    void work.catch((error: unknown) =>
      changeImport(purpose, { busy: false, problem: payloadOf(error) }),
    );
  const choose = async () => {
    const file = await host.call('shell.pickFile', { purpose });
    if (file !== null) await takeFile(purpose, file);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    changeImport(purpose, { busy: true, problem: null });
    await takeFile(purpose, await uploadFile(file, purpose));
  };
  const dropping = canDrop
    ? {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => guarded(drop(event)),
      }
    : {};
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      data-testid="drop-zone"
      {...dropping}
    >
      <IconFileSpreadsheet size={40} stroke={1.3} />
      <Text fw={650}>{canDrop ? t('import:file.drop') : t('import:file.choose')}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={520}>
        {t(`import:file.hint.${purpose}`)}
      </Text>
      <Button
        data-autofocus
        disabled={session.busy}
        leftSection={session.busy ? <Loader size={14} /> : undefined}
        onClick={() => guarded(choose())}
      >
        {session.busy ? t('import:file.reading') : t('import:file.button')}
      </Button>
    </div>
  );
}
