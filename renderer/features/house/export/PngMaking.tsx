import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseDrawing } from '../../../../core/contract/house-file.contract.ts';
import { host } from '../../../shared/host/host-client.ts';
import { notifyError } from '../../../shared/ui/notify.ts';
import { saveHousePng } from './save-house-png.ts';

interface PngMakingProps {
  houseId: number;
  drawing: HouseDrawing;
  onEnd: () => void;
}

/** How far the picture is; leaving ends it. */
export function PngMaking({ houseId, drawing, onEnd }: PngMakingProps) {
  const { t } = useTranslation();
  const [done, setDone] = useState(0);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  useEffect(() => {
    const abort = new AbortController();
    host
      .call('house.get', { id: houseId })
      .then((view) => saveHousePng(view, drawing, t, { signal: abort.signal, onProgress: setDone }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) notifyError(error);
      })
      .finally(() => {
        if (!abort.signal.aborted) ended.current();
      });
    return () => abort.abort();
  }, [houseId, drawing, t]);
  return (
    <Stack gap={10}>
      <Text size="sm">{t(done < 1 ? 'houseFile:png.painting' : 'houseFile:png.packing')}</Text>
      <Progress value={done * 100} aria-label={t('houseFile:png.painting')} />
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onEnd}>
          {t('app:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
