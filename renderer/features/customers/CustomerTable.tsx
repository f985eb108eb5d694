import { Table, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerRow, customerSortFields } from '../../../core/contract/customer.contract.ts';
import { ColumnName, PlainColumnName } from '../../shared/table/ColumnName.tsx';
import { Pages } from '../../shared/ui/Pages.tsx';
import { Sheet } from '../../shared/ui/Split.tsx';
import classes from './CustomersPage.module.css';
import { type CustomerListQuery, customersPerPage } from './use-customer-query.ts';

interface CustomerTableProps {
  rows: readonly CustomerRow[];
  /** null until they are counted. */
  total: number | null;
  page: number;
  sort: CustomerListQuery['sort'];
  activeId: number | null;
  onChoose: (id: number) => void;
  onPage: (page: number) => void;
  onSort: (sort: CustomerListQuery['sort']) => void;
}

const columns = [
  'code',
  'name',
  'type',
  'preference',
  'phone',
  'vocCount',
  'openVocCount',
  'lastContactAt',
] as const;
const numbers: ReadonlySet<string> = new Set(['vocCount', 'openVocCount']);

/** One page of customers. Arrow keys go from row to row, and the pane follows. */
export function CustomerTable(props: CustomerTableProps) {
  const { t, i18n } = useTranslation();
  const { rows, total, page, activeId, onChoose, onPage } = props;
  const pages = Math.ceil((total ?? 0) / customersPerPage);
  return (
    <Sheet label={t('customer:list')}>
      <div className={classes.scroll}>
        <Table aria-label={t('customer:list')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th
                  key={column}
                  data-align={numbers.has(column) ? 'end' : undefined}
                  aria-sort={props.sort.field === column ? ariaSort(props.sort) : undefined}
                >
                  <ColumnHead column={column} {...props} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr
                key={row.id}
                className={classes.row}
                aria-selected={row.id === activeId}
                tabIndex={row.id === (activeId ?? rows[0]?.id) ? 0 : -1}
                onClick={() => onChoose(row.id)}
                onFocus={() => row.id !== activeId && onChoose(row.id)}
                onKeyDown={moveFocus}
              >
                <Table.Td>{row.code}</Table.Td>
                <Table.Td>{row.name || '–'}</Table.Td>
                <Table.Td>{row.type || '–'}</Table.Td>
                <Table.Td className={row.preference === 'none' ? classes.refused : undefined}>
                  {t(`customer:preferences.${row.preference}`)}
                </Table.Td>
                <Table.Td>{row.phone || '–'}</Table.Td>
                <Table.Td ta="right">{row.vocCount.toLocaleString(i18n.language)}</Table.Td>
                <Table.Td ta="right">{row.openVocCount.toLocaleString(i18n.language)}</Table.Td>
                <Table.Td>{row.lastContactAt?.replace('T', ' ') ?? '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {total === 0 && (
          <Text size="sm" c="dimmed" ta="center" mt={40}>
            {t('customer:nothingMatches')}
          </Text>
        )}
      </div>
      {pages > 1 && (
        <div className={classes.foot}>
          <Text size="sm" c="dimmed">
            {t('customer:total', { shown: (total ?? 0).toLocaleString(i18n.language) })}
          </Text>
          <Pages count={pages} page={page} onPage={onPage} />
        </div>
      )}
    </Sheet>
  );
}

interface ColumnHeadProps extends Pick<CustomerTableProps, 'sort' | 'onSort'> {
  column: (typeof columns)[number];
}

function ColumnHead({ column, sort, onSort }: ColumnHeadProps) {
  const { t } = useTranslation();
  const name = t(`customer:fields.${column}`);
  const field = customerSortFields.find((known) => known === column);
  if (field === undefined) return <PlainColumnName name={name} />;
  const isSorted = sort.field === field;
  return (
    <ColumnName
      name={name}
      direction={isSorted ? ariaSort(sort) : null}
      onClick={() =>
        onSort({ field, direction: isSorted && sort.direction === 'asc' ? 'desc' : 'asc' })
      }
    />
  );
}

function ariaSort({ direction }: CustomerListQuery['sort']) {
  return direction === 'asc' ? 'ascending' : 'descending';
}

function moveFocus(event: KeyboardEvent<HTMLTableRowElement>): void {
  const row = event.currentTarget;
  const next =
    event.key === 'ArrowDown'
      ? row.nextElementSibling
      : event.key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
