import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { formatScore } from '../../../core/charts/chart-text.ts';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import type {
  RespondentRow,
  SegmentRow,
  SurveyItemRow,
} from '../../../core/contract/survey.contract.ts';

interface ShownFigures {
  /** Whose figure stands beside every respondent. */
  index: IndexDefinition | null;
  /** The item that respondents are narrowed by. */
  item: SurveyItemRow | null;
}

/** Figures first: they are what one came for, and the room for the rest is often narrow. */
export function respondentColumns(
  t: TFunction,
  segments: readonly SegmentRow[],
  shown: ShownFigures,
): ColDef<RespondentRow>[] {
  return [
    text('key', t('survey:columns.key'), 124, (row) => row.respondentKey),
    ...figureColumns(shown),
    text('branch', t('survey:columns.branch'), 130, (row) => row.branch ?? ''),
    text('region', t('survey:columns.region'), 100, (row) => row.region ?? ''),
    ...segments.map(({ id, name }) =>
      text(`segment-${id}`, name, 110, (row) => row.segments[name] ?? ''),
    ),
    figure('weight', t('survey:columns.weight'), 90, (row) => row.weight.toFixed(3)),
    figure('voc', t('survey:columns.voc'), 80, (row) => String(row.vocCount)),
  ];
}

function figureColumns({ index, item }: ShownFigures): ColDef<RespondentRow>[] {
  const columns: ColDef<RespondentRow>[] = [];
  if (index !== null) {
    columns.push(
      figure('index', index.name, 120, (row) =>
        row.index === null ? '–' : formatScore(row.index),
      ),
    );
  }
  if (item !== null) {
    columns.push(
      figure('answer', item.label, 200, (row) => (row.answer === null ? '–' : String(row.answer))),
    );
  }
  return columns;
}

function text(
  colId: string,
  headerName: string,
  width: number,
  read: (row: RespondentRow) => string,
): ColDef<RespondentRow> {
  return {
    colId,
    headerName,
    width,
    sortable: false,
    valueGetter: ({ data }) => (data === undefined ? '' : read(data)),
  };
}

function figure(
  colId: string,
  headerName: string,
  width: number,
  read: (row: RespondentRow) => string,
): ColDef<RespondentRow> {
  return { ...text(colId, headerName, width, read), type: 'rightAligned' };
}
