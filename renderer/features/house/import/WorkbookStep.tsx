import { Alert, List, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedWorkbook } from '../../../../core/contract/house-file.contract.ts';
import type { RoundModel } from '../../../../core/contract/round.contract.ts';
import { Panel } from '../../../shared/ui/Panel.tsx';
import { ProblemList } from './ProblemList.tsx';
import { StepFrame } from './StepFrame.tsx';

interface WorkbookStepProps {
  fileName: string;
  workbook: OpenedWorkbook;
  busy: boolean;
  onBack: () => void;
  onMake: (record: RoundModel) => void;
}

/** A workbook that this program made: what it says, and what was changed in it since. */
export function WorkbookStep({ fileName, workbook, busy, onBack, onMake }: WorkbookStepProps) {
  const { t } = useTranslation();
  const { record, problems, isFromHere, changes, unlinked } = workbook;
  const [name, setName] = useState(t('houseFile:workbook.suggestedName', { name: record.name }));
  const leaves = (nodes: readonly { isGroup: boolean }[]) =>
    nodes.filter(({ isGroup }) => !isGroup).length;
  const isChanged = Object.values(changes).some((count) => count > 0);
  return (
    <StepFrame
      name={name}
      onName={setName}
      obstacle={null}
      busy={busy}
      onBack={onBack}
      onMake={() => onMake({ ...record, name: name.trim() })}
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
            {t(isChanged ? 'houseFile:workbook.changed' : 'houseFile:workbook.unchanged')}
          </Text>
          {isChanged && (
            <List size="sm" mt={4}>
              {(['cells', 'fields', 'lines', 'renamed'] as const)
                .filter((kind) => changes[kind] > 0)
                .map((kind) => (
                  <List.Item key={kind}>
                    {t(`houseFile:workbook.${kind}`, { count: changes[kind] })}
                  </List.Item>
                ))}
            </List>
          )}
        </Panel>
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
