import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedHouseFile } from '../../../../core/contract/house-file.contract.ts';
import type { RoundModel } from '../../../../core/contract/round.contract.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { notifyDone } from '../../../shared/ui/notify.ts';
import { SourceStep } from './SourceStep.tsx';
import { TableStep } from './TableStep.tsx';
import { WorkbookStep } from './WorkbookStep.tsx';

/** From a file to a new house, or to the one that it was made of: what was recognised is shown and can be corrected before it is made. */
export function MatrixImport({ onMade }: { onMade: (houseId: number) => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<OpenedHouseFile | null>(null);
  const create = useHostMutation('houseFile.create', {
    onSuccess: ({ id }, { record }) => {
      notifyDone(t('houseFile:import.made', { name: record.name }));
      onMade(id);
    },
  });
  const apply = useHostMutation('houseFile.apply', {
    onSuccess: ({ written, leftOut, kept }, { houseId }) => {
      const told = [
        t('houseFile:import.applied', { count: written }),
        ...(kept === 0 ? [] : [t('houseFile:import.kept', { count: kept })]),
        ...(leftOut === 0 ? [] : [t('houseFile:import.notApplied', { count: leftOut })]),
      ];
      notifyDone(told.join(' '));
      onMade(houseId);
    },
  });
  const step = {
    busy: create.isPending || apply.isPending,
    onBack: () => setOpened(null),
    onMake: (record: RoundModel) => create.mutate({ record }),
  };
  if (opened === null) return <SourceStep onOpened={setOpened} />;
  if (opened.workbook !== null) {
    const { before, record } = opened.workbook;
    return (
      <WorkbookStep
        fileName={opened.fileName}
        workbook={opened.workbook}
        {...step}
        onApply={(houseId, taken) => apply.mutate({ houseId, before, record, taken: [...taken] })}
      />
    );
  }
  return <TableStep file={opened} {...step} />;
}
