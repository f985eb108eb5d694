import { ActionIcon, Button, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { Column, GridApi } from 'ag-grid-community';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ColumnMenuProps<Row> {
  api: GridApi<Row> | null;
  onReset: (api: GridApi<Row>) => void;
}

/** Which columns a grid shows. */
export function ColumnMenu<Row>({ api, onReset }: ColumnMenuProps<Row>) {
  const { t } = useTranslation();
  const [, setVersion] = useState(0);
  const shown = () => setVersion((version) => version + 1);
  const columns = (api?.getColumns() ?? []).filter(hasName);
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('app:grid.columns')}>
          <ActionIcon aria-label={t('app:grid.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app:grid.columns')}>
        <Stack gap={8}>
          {columns.map((column) => (
            <Checkbox
              key={column.getColId()}
              size="xs"
              label={column.getColDef().headerName}
              checked={column.isVisible()}
              disabled={column.getColDef().lockVisible ?? false}
              onChange={(event) => {
                api?.setColumnsVisible([column.getColId()], event.currentTarget.checked);
                shown();
              }}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              if (api !== null) onReset(api);
              shown();
            }}
          >
            {t('app:grid.resetColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function hasName(column: Column): boolean {
  return (column.getColDef().headerName ?? '') !== '';
}
