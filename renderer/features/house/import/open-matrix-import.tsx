import { modals } from '@mantine/modals';
import type { TFunction } from 'i18next';
import { MatrixImport } from './MatrixImport.tsx';

/** Opens the way from a file, or from what is on the clipboard, to a new house; `choose` shows it. */
export function openMatrixImport(t: TFunction, choose: (houseId: number) => void): void {
  const id = modals.open({
    title: t('houseFile:import.title'),
    fullScreen: true,
    children: (
      <MatrixImport
        onMade={(houseId) => {
          modals.close(id);
          choose(houseId);
        }}
      />
    ),
  });
}
