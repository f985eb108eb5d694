import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedWorkbook } from '../../../../core/contract/house-file.contract.ts';
import type { RoundModel } from '../../../../core/contract/round.contract.ts';
import {
  type ChangeKey,
  changeConflicts,
  houseNameKey,
} from '../../../../core/domain/house/change-conflicts.ts';
import { diffHouses, type FieldValue } from '../../../../core/domain/house/house-diff.ts';
import { ChangeTable } from '../../../shared/house/ChangeTable.tsx';
import { Panel } from '../../../shared/ui/Panel.tsx';
import { ConflictBar } from './ConflictBar.tsx';
import { ProblemList } from './ProblemList.tsx';
import { StepFrame } from './StepFrame.tsx';

interface WorkbookStepProps {
  fileName: string;
  workbook: OpenedWorkbook;
  busy: boolean;
  onBack: () => void;
  onMake: (record: RoundModel) => void;
  /** Writes the changes into the house that the workbook was made of. */
  onApply: (houseId: number, taken: readonly ChangeKey[]) => void;
}

/** A workbook that this program made: what it says, and what was changed in it since, cell by cell. */
export function WorkbookStep({
  fileName,
  workbook,
  busy,
  onBack,
  onMake,
  onApply,
}: WorkbookStepProps) {
  const { t } = useTranslation();
  const { record, before, problems, isFromHere, house, unlinked } = workbook;
  const diff = useMemo(() => diffHouses(before, record), [before, record]);
  const [taken, setTaken] = useState<ReadonlySet<ChangeKey>>(new Set());
  const now = useMemo<ReadonlyMap<ChangeKey, FieldValue>>(
    () => (house === null ? new Map() : changeConflicts(before, record, house.now)),
    [before, record, house],
  );
  const onTake = (keys: readonly ChangeKey[], isTaken: boolean) => {
    const others = [...taken].filter((key) => !keys.includes(key));
    setTaken(new Set(isTaken ? [...others, ...keys] : others));
  };
  const [name, setName] = useState(t('houseFile:workbook.suggestedName', { name: record.name }));
  const leaves = (nodes: readonly { isGroup: boolean }[]) =>
    nodes.filter(({ isGroup }) => !isGroup).length;
  const { cells, roof, fields, renamed, added, removed, moved } = diff.summary;
  const others = useMemo(
    () =>
      before.name === record.name
        ? []
        : [
            {
              key: houseNameKey,
              what: t('houseFile:workbook.houseName'),
              where: '',
              before: before.name,
              after: record.name,
            },
          ],
    [t, before.name, record.name],
  );
  const forHouse = cells + roof + fields + renamed + others.length;
  const competitors = diff.competitorsAdded.length + diff.competitorsRemoved.length;
  const forNewOnly = added + removed + moved + competitors;
  const isChanged = forHouse + forNewOnly > 0;
  return (
    <StepFrame
      name={name}
      onName={setName}
      obstacle={null}
      busy={busy}
      onBack={onBack}
      onMake={() => onMake({ ...record, name: name.trim() })}
      instead={
        house === null || forHouse === 0 ? null : (
          <Button
            disabled={busy || forHouse + taken.size === now.size}
            onClick={() => onApply(house.id, [...taken])}
          >
            {t('houseFile:import.apply')}
          </Button>
        )
      }
    >
      <Stack gap={12} maw={860}>
        <Panel title={t('houseFile:workbook.title', { fileName })}>
          <Text size="sm">
            {t('houseFile:workbook.size', {
              whats: leaves(record.whats),
              hows: leaves(record.hows),
              relations: record.relations.flat().filter((value) => value > 0).length,
              roof: record.roof.length,
              notes: record.notes.length,
            })}
          </Text>
          <Text size="sm" fw={600} mt={10}>
            {isChanged
              ? t('houseFile:workbook.changed', { count: forHouse + forNewOnly })
              : t('houseFile:workbook.unchanged')}
          </Text>
          {now.size > 0 && (
            <ConflictBar
              count={now.size}
              takenCount={taken.size}
              onTakeAll={(isTaken) => setTaken(new Set(isTaken ? now.keys() : []))}
            />
          )}
          {isChanged && (
            <ChangeTable
              names={{
                before: t('houseFile:workbook.exported'),
                after: t('houseFile:workbook.inExcel'),
              }}
              after={record}
              diff={diff}
              others={others}
              conflicts={{ now, taken, onTake }}
            />
          )}
        </Panel>
        {house !== null && forNewOnly > 0 && (
          <Alert icon={<IconInfoCircle size={16} />} color="yellow">
            {t('houseFile:workbook.onlyNew', { count: forNewOnly })}
          </Alert>
        )}
        {isFromHere && house === null && (
          <Alert icon={<IconInfoCircle size={16} />} color="yellow">
            {t('houseFile:workbook.houseGone')}
          </Alert>
        )}
        {!isFromHere && (
          <Alert icon={<IconInfoCircle size={16} />} color="yellow">
            {t('houseFile:workbook.elsewhere')}
          </Alert>
        )}
        {unlinked.length > 0 && (
          <Alert icon={<IconInfoCircle size={16} />} color="yellow">
            {t('houseFile:workbook.unlinked', { names: unlinked.slice(0, 5).join(', ') })}
          </Alert>
        )}
        <ProblemList fileName={fileName} problems={problems} leftOut={[]} />
      </Stack>
    </StepFrame>
  );
}
