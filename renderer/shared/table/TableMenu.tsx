import { ActionIcon, Checkbox, Menu, Tooltip } from '@mantine/core';
import { IconColumns3, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../grid/copy-text.ts';
import { tsvFromRows } from '../grid/tsv.ts';
import type { TableColumn } from './table-column.ts';
import type { TableLayout } from './use-table-layout.ts';

interface TableMenuProps<Row> {
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  layout: TableLayout;
}

/** Which columns a table shows, and the whole of it for a spreadsheet. */
export function TableMenu<Row>({ columns, rows, layout }: TableMenuProps<Row>) {
  const { t } = useTranslation();
  const shown = columns.filter(({ id, fixed }) => fixed || !layout.hidden.includes(id));
  const copy = () => {
    const named = shown.filter(({ header }) => header !== '');
    const lines = rows.map((row) => named.map((column) => column.text(row)));
    void copyText(tsvFromRows([named.map(({ header }) => header), ...lines]));
  };
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={t('app:grid.columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('app:grid.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ header, fixed }) => header !== '' && !fixed)
          .map(({ id, header }) => {
            const visible = !layout.hidden.includes(id);
            return (
              <Menu.Item
                key={id}
                role="menuitemcheckbox"
                aria-checked={visible}
                leftSection={<Checkbox.Indicator size="xs" checked={visible} />}
                onClick={() => layout.setShown(id, !visible)}
              >
                {header}
              </Menu.Item>
            );
          })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={14} />} closeMenuOnClick onClick={copy}>
          {t('app:grid.copyAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
