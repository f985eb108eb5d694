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
import type { HouseSummary } from '../../../../core/contract/house.contract.ts';
import { houseDrawingSchema } from '../../../../core/contract/house-file.contract.ts';
import { type Command, useCommands } from '../../../shared/commands/command-registry.ts';
import { openMatrixImport } from '../import/open-matrix-import.tsx';
import { HousePicture } from './HousePicture.tsx';
import { useSaveHouse } from './use-save-house.tsx';

export interface FileAction {
  id: string;
  label: string;
  icon: ComponentType<{ size: number }>;
  run: () => void;
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
