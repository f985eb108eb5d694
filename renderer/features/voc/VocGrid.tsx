import { Button, Stack, Text } from '@mantine/core';
import type { CellClickedEvent, ColDef, GetRowIdParams, GridApi } from 'ag-grid-community';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocFilter, VocRow } from '../../../core/contract/voc.contract.ts';
import type { useColumnLayout } from '../../shared/grid/column-layout.ts';
import { DataGrid } from '../../shared/grid/DataGrid.tsx';
import type { VocRows } from './use-voc-rows.ts';
import classes from './VocGrid.module.css';
import { type VocGridContext, vocColumns } from './voc-columns.tsx';

export type VocColumnLayout = ReturnType<typeof useColumnLayout<VocRow>>;

interface VocGridProps {
  rows: VocRows;
  layout: VocColumnLayout;
  filter: VocFilter;
  total: number | null;
  onReady: (api: GridApi<VocRow>) => void;
  onCopy: () => void;
  onClearFilter: () => void;
}

const defaultColumn: ColDef<VocRow> = {
  sortable: true,
  resizable: true,
  minWidth: 56,
  // Space and Ctrl+A tick rows of the whole list, which the grid itself knows only in part.
  suppressKeyboardEvent: ({ event }) =>
    event.key === ' ' || ((event.ctrlKey || event.metaKey) && event.code === 'KeyA'),
};

/** The list of VOC: any number of rows, of which only those in sight are fetched. */
export function VocGrid(props: VocGridProps) {
  const { rows, layout, filter, total, onReady, onCopy, onClearFilter } = props;
  const { t } = useTranslation();
  const columns = useMemo(() => vocColumns(t), [t]);
  return (
    <div
      className={classes.frame}
      onKeyDownCapture={rows.keyPressed}
      onPointerDownCapture={rows.pressed}
      onCopy={onCopy}
    >
      <DataGrid<VocRow>
        label={t('voc:list.label')}
        columnDefs={columns}
        defaultColDef={defaultColumn}
        context={rows.context}
        rowModelType="infinite"
        cacheBlockSize={200}
        maxBlocksInCache={20}
        infiniteInitialRowCount={1}
        blockLoadDebounceMillis={30}
        getRowId={rowId}
        multiSortKey="ctrl"
        suppressMultiSort
        {...layout.events}
        onGridReady={(event) => {
          layout.events.onGridReady(event);
          rows.ready(event.api);
          onReady(event.api);
        }}
        onCellFocused={rows.focused}
        onModelUpdated={rows.arrived}
        onCellClicked={(event) => clicked(event, rows)}
      />
      {total === 0 && (
        <Stack className={classes.nothing} gap={8} align="center">
          <Text c="dimmed" size="sm">
            {filter.search ? t('voc:list.nothingFound') : t('voc:list.nothingMatches')}
          </Text>
          <Button variant="light" onClick={onClearFilter}>
            {t('voc:filters.clear')}
          </Button>
        </Stack>
      )}
    </div>
  );
}

function rowId({ data }: GetRowIdParams<VocRow, VocGridContext>): string {
  return String(data.id);
}

function clicked(event: CellClickedEvent<VocRow>, rows: VocRows): void {
  const isTick = event.column.getColId() === 'tick';
  if (isTick || event.data === undefined || !(event.event instanceof MouseEvent)) return;
  rows.clicked(event.data, event.event);
}
