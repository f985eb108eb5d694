import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ColDef, GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatScore } from '../../../core/charts/chart-text.ts';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import type { RespondentRow, WaveRow } from '../../../core/contract/survey.contract.ts';
import { useColumnLayout } from '../../shared/grid/column-layout.ts';
import { DataGrid } from '../../shared/grid/DataGrid.tsx';
import { host } from '../../shared/host/host-client.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import classes from './ResponsesPage.module.css';
import { type ResponseSearch, respondentFilterOf } from './response-search.ts';

const route = getRouteApi('/responses');
const pageSize = 200;

interface RespondentGridProps {
  wave: WaveRow;
  search: ResponseSearch;
  index: IndexDefinition | null;
}

/** Every respondent the filters leave, fetched page by page. */
export function RespondentGrid({ wave, search, index }: RespondentGridProps) {
  const { t, i18n } = useTranslation();
  const navigate = route.useNavigate();
  const [total, setTotal] = useState<number | null>(null);
  const api = useRef<GridApi<RespondentRow> | null>(null);
  const { events } = useColumnLayout<RespondentRow>('responses.columns');
  const columns = useColumns(index, search.itemId);
  const { respondentId: _opened, ...listed } = search;
  // By value: the open respondent is part of the address but not of what the list holds.
  const listKey = JSON.stringify({ listed, version: index?.version });
  const source = useMemo(
    () => datasource(wave.id, JSON.parse(listKey).listed, index?.id, setTotal),
    [wave.id, listKey, index?.id],
  );
  useEffect(
    () =>
      host.on('areas.changed', ({ areas }) => {
        if (areas.includes('survey') || areas.includes('csi')) api.current?.refreshInfiniteCache();
      }),
    [],
  );
  const open = (row: RespondentRow | undefined) => {
    if (row !== undefined && row.id !== search.respondentId) {
      void navigate({ search: (previous) => ({ ...previous, respondentId: row.id }) });
    }
  };
  return (
    <div className={classes.grid}>
      <Text size="sm" c="dimmed" className={classes.count} role="status">
        {total === null
          ? t('app:loading')
          : `${t('survey:screen.total', { formatted: total.toLocaleString(i18n.language) })} · ${t('survey:screen.chooseRow')}`}
      </Text>
      <DataGrid<RespondentRow>
        label={t('app:rooms.responses')}
        columnDefs={columns}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={pageSize}
        maxBlocksInCache={20}
        getRowId={({ data }) => String(data.id)}
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: true }}
        {...events}
        onGridReady={(event) => {
          api.current = event.api;
          events.onGridReady(event);
        }}
        onRowClicked={({ data }) => open(data)}
        onCellFocused={({ rowIndex }) => {
          if (rowIndex !== null) open(api.current?.getDisplayedRowAtIndex(rowIndex)?.data);
        }}
      />
    </div>
  );
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
  const item = items.find(({ id }) => id === itemId);
  return useMemo(() => {
    const numeric = { type: 'rightAligned', width: 110, sortable: false };
    const columns: ColDef<RespondentRow>[] = [
      {
        colId: 'key',
        headerName: t('survey:columns.key'),
        field: 'respondentKey',
        width: 130,
        sortable: false,
      },
      {
        colId: 'branch',
        headerName: t('survey:columns.branch'),
        field: 'branch',
        width: 150,
        sortable: false,
      },
      {
        colId: 'region',
        headerName: t('survey:columns.region'),
        field: 'region',
        width: 100,
        sortable: false,
      },
      ...segments.map(
        (segment): ColDef<RespondentRow> => ({
          colId: `segment-${segment.id}`,
          headerName: segment.name,
          width: 120,
          sortable: false,
          valueGetter: ({ data }) => data?.segments[segment.name] ?? '',
        }),
      ),
    ];
    if (item !== undefined) {
      columns.push({
        ...numeric,
        colId: 'answer',
        headerName: item.label,
        field: 'answer',
        width: 200,
      });
    }
    if (index !== null) {
      columns.push({
        ...numeric,
        colId: 'index',
        headerName: index.name,
        valueGetter: ({ data }) =>
          data?.index === null || data === undefined ? '–' : formatScore(data.index),
      });
    }
    columns.push(
      {
        ...numeric,
        colId: 'weight',
        headerName: t('survey:columns.weight'),
        valueGetter: ({ data }) => data?.weight.toFixed(3) ?? '',
      },
      {
        ...numeric,
        colId: 'voc',
        headerName: t('survey:columns.voc'),
        field: 'vocCount',
        width: 80,
        flex: 1,
      },
    );
    return columns;
  }, [t, segments, item, index]);
}
