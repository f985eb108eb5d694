import { Badge } from '@mantine/core';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { VocKind, VocRow } from '../../../core/contract/voc.contract.ts';
import { HitText } from './HitText.tsx';
import { TickAll, TickBox } from './TickBox.tsx';
import classes from './VocGrid.module.css';
import type { VocSelection } from './voc-selection.ts';

/** What the cells of the list need beside their row. Read at each painting, never stale. */
export interface VocGridContext {
  selection: VocSelection;
  search: () => string;
  tick: (row: { id: number; index: number }, extend: boolean) => void;
  tickAll: () => void;
  total: () => number;
}

const kindColors: Record<VocKind, string> = {
  complaint: 'red',
  suggestion: 'blue',
  question: 'gray',
  praise: 'teal',
  other: 'gray',
};

/** From this severity on, a VOC is set off in the list. */
const graveSeverity = 4;

export function vocColumns(t: TFunction): ColDef<VocRow>[] {
  const name = (field: string) => t(`voc:fields.${field}`);
  return [
    {
      colId: 'tick',
      width: 36,
      minWidth: 36,
      maxWidth: 36,
      lockPosition: 'left',
      lockVisible: true,
      suppressMovable: true,
      resizable: false,
      sortable: false,
      cellRenderer: TickBox,
      headerComponent: TickAll,
      cellClass: classes.tickCell,
    },
    {
      field: 'receivedAt',
      headerName: name('receivedAt'),
      width: 98,
      initialSort: 'desc',
      valueFormatter: ({ value }) => String(value ?? '').slice(0, 10),
    },
    {
      field: 'kind',
      headerName: name('kind'),
      width: 66,
      cellRenderer: ({ value }: ICellRendererParams<VocRow, VocKind>) =>
        value ? (
          <Badge variant="light" size="sm" radius="sm" color={kindColors[value]}>
            {t(`voc:kinds.${value}`)}
          </Badge>
        ) : null,
    },
    {
      field: 'severity',
      headerName: name('severity'),
      width: 68,
      type: 'rightAligned',
      cellClassRules: { [classes.grave ?? '']: ({ value }) => Number(value) >= graveSeverity },
    },
    {
      field: 'text',
      headerName: name('text'),
      flex: 1,
      // With both panes open on a small screen the customer's words get all the room that is left.
      minWidth: 316,
      sortable: false,
      lockVisible: true,
      cellRenderer: ({ value, context }: ICellRendererParams<VocRow, string, VocGridContext>) => (
        <HitText text={value ?? ''} search={context.search()} oneLine />
      ),
    },
    words(t, 'channel', 'channels', 80),
    { field: 'branch', headerName: name('branch'), width: 100 },
    { field: 'product', headerName: name('product'), width: 96 },
    words(t, 'status', 'statuses', 72),
    {
      field: 'requirementCount',
      headerName: name('requirementCount'),
      width: 64,
      type: 'rightAligned',
      sortable: false,
      valueFormatter: ({ value }) => (value ? String(value) : '–'),
    },
    { field: 'customerType', headerName: name('customerType'), width: 104, initialHide: true },
    { field: 'owner', headerName: name('owner'), width: 96, initialHide: true },
    { field: 'region', headerName: name('region'), width: 88, sortable: false, initialHide: true },
    {
      field: 'externalId',
      headerName: name('externalId'),
      width: 110,
      sortable: false,
      initialHide: true,
    },
    { field: 'id', headerName: name('id'), width: 76, type: 'rightAligned', initialHide: true },
  ];
}

function words(
  t: TFunction,
  field: 'channel' | 'status',
  group: string,
  width: number,
): ColDef<VocRow> {
  return {
    field,
    headerName: t(`voc:fields.${field}`),
    width,
    valueFormatter: ({ value }) => (value ? t(`voc:${group}.${value}`) : ''),
  };
}
