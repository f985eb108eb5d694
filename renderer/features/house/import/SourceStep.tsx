import { Button, Group, Loader, Text } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedHouseFile } from '../../../../core/contract/house-file.contract.ts';
import type { PickedFile } from '../../../../core/contract/shell.contract.ts';
import { parseClipboardBlock } from '../../../../core/domain/house/clipboard-block.ts';
import { recognizeMatrix } from '../../../../core/domain/house/matrix-import/recognize-matrix.ts';
import { host } from '../../../shared/host/host-client.ts';
import { takeFile } from '../../../shared/host/take-file.ts';
import { notifyError } from '../../../shared/ui/notify.ts';
import classes from './MatrixImport.module.css';

/** Takes the file or the pasted block. */
export function SourceStep({ onOpened }: { onOpened: (file: OpenedHouseFile) => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const during = useCallback((work: Promise<void>) => {
    setBusy(true);
    work.catch(notifyError).finally(() => setBusy(false));
  }, []);
  const open = useCallback(
    async ({ token }: PickedFile) => onOpened(await host.call('houseFile.open', { token })),
    [onOpened],
  );
  const takeText = useCallback(
    async (text: string) => {
      // A large table takes a moment: it must be seen to have been taken.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const rows = parseClipboardBlock(text);
      const fileName = t('houseFile:import.pasted');
      onOpened({
        fileName,
        sheets: [{ name: fileName, rows, proposal: recognizeMatrix(rows) }],
        cut: [],
        workbook: null,
      });
    },
    [onOpened, t],
  );
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file === undefined && text.trim() === '') return;
      event.preventDefault();
      if (file === undefined) during(takeText(text));
      else during(takeFile(file, 'matrix').then(open));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [during, open, takeText]);
  const choose = async () => {
    const file = await host.call('shell.pickFile', { purpose: 'matrix' });
    if (file !== null) await open(file);
  };
  const paste = async () => {
    const text = await navigator.clipboard.readText();
    if (text.trim() !== '') await takeText(text);
  };
  const dropping = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file !== undefined) during(takeFile(file, 'matrix').then(open));
    },
  };
  return (
    <div className={classes.zone} data-over={over || undefined} {...dropping}>
      <IconFileSpreadsheet size={40} stroke={1.3} />
      <Text fw={650}>{t('houseFile:import.drop')}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={620}>
        {t('houseFile:import.hint')}
      </Text>
      <Group gap={8}>
        <Button
          data-autofocus
          disabled={busy}
          leftSection={busy ? <Loader size={14} /> : undefined}
          onClick={() => during(choose())}
        >
          {t(busy ? 'houseFile:import.reading' : 'houseFile:import.choose')}
        </Button>
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconClipboardText size={14} />}
          onClick={() => during(paste())}
        >
          {t('houseFile:import.paste')}
        </Button>
      </Group>
    </div>
  );
}
