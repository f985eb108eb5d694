import { modals } from '@mantine/modals';
import {
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconFileUpload,
  IconFileVector,
  IconPhoto,
  IconPhotoScan,
} from '@tabler/icons-react';
import { type ComponentType, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeSchema } from '../../../../core/contract/common.schema.ts';
import type { HouseSummary } from '../../../../core/contract/house.contract.ts';
import {
  type HouseDrawing,
  type HouseFileFormat,
  type HousePaper,
  houseDrawingSchema,
} from '../../../../core/contract/house-file.contract.ts';
import { type Command, useCommands } from '../../../shared/commands/command-registry.ts';
import { host } from '../../../shared/host/host-client.ts';
import { deliverWhenMade } from '../../../shared/host/jobs.ts';
import { notifyDone, notifyError } from '../../../shared/ui/notify.ts';
import { openMatrixImport } from '../import/open-matrix-import.tsx';
import { HousePicture } from './HousePicture.tsx';
import { PngMaking } from './PngMaking.tsx';

export interface FileAction {
  id: string;
  label: string;
  icon: ComponentType<{ size: number }>;
  run: () => void;
}

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

const usual = houseDrawingSchema.parse({});

/** What can be made of a house, and of a file: in the menu of the house and in the palette. */
export function useHouseFiles(house: HouseSummary, choose: (id: number) => void): FileAction[] {
  const { t } = useTranslation();
  const save = useSaveHouse(house.id);
  const actions = useMemo<FileAction[]>(
    () => [
      {
        id: 'house.picture',
        label: t('houseFile:menu.picture'),
        icon: IconPhotoScan,
        run: () =>
          modals.open({
            title: t('houseFile:picture.title', { name: house.name }),
            fullScreen: true,
            children: <HousePicture houseId={house.id} name={house.name} />,
          }),
      },
      {
        id: 'house.xlsx',
        label: t('houseFile:menu.xlsx'),
        icon: IconFileSpreadsheet,
        run: () => save.file('xlsx', usual),
      },
      {
        id: 'house.pdfA3',
        label: t('houseFile:menu.pdfA3'),
        icon: IconFileTypePdf,
        run: () => save.file('pdf', usual, 'a3'),
      },
      {
        id: 'house.pdfA4',
        label: t('houseFile:menu.pdfA4'),
        icon: IconFileTypePdf,
        run: () => save.file('pdf', usual, 'a4'),
      },
      {
        id: 'house.svg',
        label: t('houseFile:menu.svg'),
        icon: IconFileVector,
        run: () => save.file('svg', usual),
      },
      {
        id: 'house.png',
        label: t('houseFile:menu.png'),
        icon: IconPhoto,
        run: () => save.png(usual),
      },
      {
        id: 'house.import',
        label: t('houseFile:menu.import'),
        icon: IconFileUpload,
        run: () => openMatrixImport(t, choose),
      },
    ],
    [t, save, house.id, house.name, choose],
  );
  useCommands(
    useMemo<Command[]>(
      () => actions.map(({ id, label, run }) => ({ id, label, group: t('app:groups.room'), run })),
      [actions, t],
    ),
  );
  return actions;
}
