import { modals } from '@mantine/modals';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeSchema } from '../../../../core/contract/common.schema.ts';
import type {
  HouseDrawing,
  HouseFileFormat,
  HousePaper,
} from '../../../../core/contract/house-file.contract.ts';
import { host } from '../../../shared/host/host-client.ts';
import { deliverWhenMade } from '../../../shared/host/jobs.ts';
import { notifyDone, notifyError } from '../../../shared/ui/notify.ts';
import { PngMaking } from './PngMaking.tsx';

/** Saves a house in ways that the host makes: asked for here, watched in the list of jobs. */
export function useSaveHouse(houseId: number) {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const locale = localeSchema.catch('ko').parse(i18n.language);
    const started = (jobId: string) => {
      notifyDone(t('houseFile:started'));
      return deliverWhenMade(jobId);
    };
    return {
      file: (format: HouseFileFormat, drawing: HouseDrawing, paper: HousePaper = 'a3') =>
        void host
          .call('houseFile.start', { houseId, format, paper, drawing, locale })
          .then(({ jobId }) => started(jobId))
          .catch(notifyError),
      png: (drawing: HouseDrawing) => {
        const id = modals.open({
          title: t('houseFile:menu.png'),
          size: 'sm',
          closeOnClickOutside: false,
          children: (
            <PngMaking houseId={houseId} drawing={drawing} onEnd={() => modals.close(id)} />
          ),
        });
      },
    };
  }, [houseId, t, i18n.language]);
}
