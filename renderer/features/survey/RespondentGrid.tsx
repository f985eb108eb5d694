import { Group, Text } from '@mantine/core';
import type {
  CellKeyDownEvent,
  ColDef,
  FullWidthCellKeyDownEvent,
  GridApi,
  IDatasource,
  IGetRowsParams,
} from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import type { RespondentRow, WaveRow } from '../../../core/contract/survey.contract.ts';
import { ColumnMenu } from '../../shared/grid/ColumnMenu.tsx';
import { useColumnLayout } from '../../shared/grid/column-layout.ts';
import { copyText } from '../../shared/grid/copy-text.ts';
import { DataGrid } from '../../shared/grid/DataGrid.tsx';
import { tsvFromRows } from '../../shared/grid/tsv.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { Sheet } from '../../shared/ui/Split.tsx';
import classes from './ResponsesPage.module.css';
import { respondentColumns } from './respondent-columns.ts';
import { type ResponseSearch, respondentFilterOf } from './response-search.ts';

const pageSize = 200;

interface RespondentGridProps {
  wave: WaveRow;
  search: ResponseSearch;
  index: IndexDefinition | null;
  onOpen: (respondentId: number) => void;
}

/** Every respondent the filters leave, fetched page by page. */
export function RespondentGrid({ wave, search, index, onOpen }: RespondentGridProps) {
  const { t, i18n } = useTranslation();
  const [total, setTotal] = useState<number | null>(null);
  const [api, setApi] = useState<GridApi<RespondentRow> | null>(null);
  const { events, reset } = useColumnLayout<RespondentRow>('responses.columns');
  const columns = useColumns(index, search.itemId);
  const source = useRespondents(wave.id, search, index, setTotal);
  useEffect(
    () =>
      host.on('areas.changed', ({ areas }) => {
        if (areas.includes('survey') || areas.includes('csi')) api?.refreshInfiniteCache();
      }),
    [api],
  );
  // Moving through the list opens respondents, but coming back to one that is open changes nothing.
  const opened = useRef(search.respondentId);
  opened.current = search.respondentId;
  const open = (row: RespondentRow | undefined) => {
    if (row !== undefined && row.id !== opened.current) onOpen(row.id);
  };
  return (
    <Sheet>
      <Group className={classes.count} justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" role="status">
          {total === null
            ? t('app:loading')
            : `${t('survey:screen.total', { formatted: total.toLocaleString(i18n.language) })} · ${t('survey:screen.chooseRow')}`}
        </Text>
        <ColumnMenu api={api} onReset={reset} />
      </Group>
      <DataGrid<RespondentRow>
        label={t('survey:screen.list')}
        columnDefs={columns}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={pageSize}
        maxBlocksInCache={20}
        getRowId={({ data }) => String(data.id)}
        rowSelection={{
          mode: 'multiRow',
          checkboxes: false,
          headerCheckbox: false,
          enableClickSelection: true,
        }}
        {...events}
        onGridReady={(event) => {
          setApi(event.api);
          events.onGridReady(event);
        }}
        onRowClicked={({ data }) => open(data)}
        onCellFocused={({ rowIndex }) => {
          if (rowIndex !== null) open(api?.getDisplayedRowAtIndex(rowIndex)?.data);
        }}
        onCellKeyDown={(event) =>
          copyOnKey(event, (rows) => notifyDone(t('app:clipboard.rows', { rows })))
        }
      />
    </Sheet>
  );
}

function useRespondents(
  waveId: number,
  search: ResponseSearch,
  index: IndexDefinition | null,
  onTotal: (total: number) => void,
): IDatasource {
  const { respondentId: _opened, ...listed } = search;
  // By value: the open respondent is part of the address but not of what the list holds.
  const listKey = JSON.stringify({ listed, indexId: index?.id, version: index?.version });
  return useMemo(() => {
    const { listed, indexId } = JSON.parse(listKey);
    return datasource(waveId, listed, indexId, onTotal);
  }, [waveId, listKey, onTotal]);
}

function datasource(
  waveId: number,
  search: ResponseSearch,
  indexId: number | undefined,
  onTotal: (total: number) => void,
): IDatasource {
  return {
    getRows({ startRow, endRow, successCallback, failCallback }: IGetRowsParams) {
      host
        .call('survey.listRespondents', {
          filter: respondentFilterOf(waveId, search),
          indexId,
          offset: startRow,
          limit: endRow - startRow,
        })
        .then(({ rows, total }) => {
          onTotal(total);
          successCallback(rows, total);
        })
        .catch((error: unknown) => {
          failCallback();
          notifyError(error);
        });
    },
  };
}

function useColumns(
  index: IndexDefinition | null,
  itemId: number | undefined,
): ColDef<RespondentRow>[] {
  const { t } = useTranslation();
  const { data: segments = [] } = useHostQuery('survey.listSegments', {});
  const { data: items = [] } = useHostQuery('survey.listItems', {});
  const item = items.find(({ id }) => id === itemId) ?? null;
  return useMemo(() => respondentColumns(t, segments, { index, item }), [t, segments, index, item]);
}

/** Ctrl+C puts the chosen rows on the clipboard, as they are shown and with their headings. */
function copyOnKey(
  { api, event, node }: CellKeyDownEvent<RespondentRow> | FullWidthCellKeyDownEvent<RespondentRow>,
  onCopied: (rows: number) => void,
): void {
  const isCopy =
    event instanceof KeyboardEvent && event.code === 'KeyC' && (event.ctrlKey || event.metaKey);
  if (!isCopy) return;
  const chosen = api.getSelectedNodes();
  const rows = chosen.length === 0 ? [node] : chosen;
  const columns = api.getAllDisplayedColumns();
  const lines = rows.map((rowNode) =>
    columns.map((colKey) => String(api.getCellValue({ rowNode, colKey }) ?? '')),
  );
  const headings = columns.map((column) => column.getColDef().headerName ?? '');
  void copyText(tsvFromRows([headings, ...lines])).then(
    () => onCopied(rows.length),
    () => notifyError(new AppError('app.clipboardRefused')),
  );
}
