import { Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../../core/contract/app-error.ts';
import type {
  OpenedHouseFile,
  OpenedSheet,
} from '../../../../core/contract/house-file.contract.ts';
import type { LayoutFinding, MatrixLayout } from '../../../../core/contract/matrix-layout.ts';
import type { RoundModel } from '../../../../core/contract/round.contract.ts';
import { recordFault, recordOf } from '../../../../core/domain/house/house-record.ts';
import { plainLayout } from '../../../../core/domain/house/matrix-import/layout-roles.ts';
import { readMatrix } from '../../../../core/domain/house/matrix-import/read-matrix.ts';
import { checkedScale } from '../../../../core/domain/house/relation-scale.ts';
import { wordsForError } from '../../../shared/i18n/i18n.ts';
import { FindingList } from './FindingList.tsx';
import classes from './MatrixImport.module.css';
import { ProblemList } from './ProblemList.tsx';
import { ScaleEditor } from './ScaleEditor.tsx';
import { StepFrame } from './StepFrame.tsx';
import { TableReview } from './TableReview.tsx';

interface TableStepProps {
  file: OpenedHouseFile;
  busy: boolean;
  onBack: () => void;
  onMake: (record: RoundModel) => void;
}

const noSheet: OpenedSheet = { name: '', rows: [], proposal: null };

/** A sheet laid out in whatever way: what it was taken for, to be corrected row by row and column by column. */
export function TableStep({ file, busy, onBack, onMake }: TableStepProps) {
  const { t } = useTranslation();
  const [start] = useState(() => likeliestSheet(file.sheets));
  const [sheetAt, setSheetAt] = useState(start);
  const sheet = file.sheets[sheetAt] ?? noSheet;
  const { proposal } = sheet;
  const [corrected, setCorrected] = useState<ReadonlyMap<number, MatrixLayout>>(new Map());
  const layout = corrected.get(sheetAt) ?? proposal?.layout ?? plainLayout(sheet.rows);
  const change = (next: MatrixLayout) => setCorrected(new Map(corrected).set(sheetAt, next));
  const { model, problems, leftOut } = useMemo(
    () => readMatrix(sheet.rows, layout, sheet.name),
    [sheet, layout],
  );
  const [typedName, setTypedName] = useState<string | null>(null);
  const name = typedName ?? (model.name.slice(0, 200) || plainName(file.fileName));
  const record = useMemo(() => recordOf(model), [model]);
  const findings: readonly LayoutFinding[] = proposal?.findings ?? [];
  return (
    <StepFrame
      name={name}
      onName={setTypedName}
      obstacle={useObstacle(record)}
      busy={busy}
      onBack={onBack}
      onMake={() => onMake({ ...record, name: name.trim() })}
    >
      <div className={classes.columns}>
        <TableReview table={sheet.rows} layout={layout} problems={problems} onChange={change} />
        <Stack gap={14} className={classes.aside}>
          {file.sheets.length > 1 && (
            <Select
              label={t('houseFile:table.sheet')}
              allowDeselect={false}
              data={file.sheets.map((each, at) => ({ value: String(at), label: each.name }))}
              value={String(sheetAt)}
              onChange={(value) => setSheetAt(Number(value))}
            />
          )}
          {file.cut.includes(sheet.name) && (
            <Text size="sm" c="orange">
              {t('houseFile:table.cut')}
            </Text>
          )}
          <FindingList findings={findings} model={model} layout={layout} onChange={change} />
          <ScaleEditor scale={layout.scale} onChange={(scale) => change({ ...layout, scale })} />
          <ProblemList
            fileName={file.fileName}
            problems={problems}
            leftOut={leftOut.map((entry) => ({ ...entry, sheet: sheet.name }))}
          />
        </Stack>
      </div>
    </StepFrame>
  );
}

/** Why the host would refuse it. */
function useObstacle(record: RoundModel): string | null {
  const { t } = useTranslation();
  const leaves = (nodes: readonly { isGroup: boolean }[]) => nodes.some(({ isGroup }) => !isGroup);
  if (!leaves(record.whats) || !leaves(record.hows)) return t('houseFile:table.nothing');
  if (recordFault(record) === 'tooMany') return t('houseFile:errors.tooMany');
  try {
    checkedScale(record.scale);
    return null;
  } catch (error) {
    return error instanceof AppError ? wordsForError(error.toPayload()) : null;
  }
}

/** The sheet that looks most like a house. */
function likeliestSheet(sheets: OpenedHouseFile['sheets']): number {
  const found = sheets.map(({ proposal }) => proposal?.confidence ?? 0);
  return Math.max(0, found.indexOf(Math.max(0, ...found)));
}

function plainName(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').slice(0, 200);
}
