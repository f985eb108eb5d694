import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './EditableTable.module.css';
import type { TableColumn, TableSort } from './table-column.ts';

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[];
  sort: TableSort | null;
  onSort: (columnId: string) => void;
}

/** Names of the columns; a press sorts by one, up, down, then not at all. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, header, align }) => {
          const direction = sort?.columnId === id ? sort.direction : null;
          return (
            <th
              key={id}
              scope="col"
              className={classes.head}
              data-align={align}
              aria-sort={direction ?? 'none'}
            >
              <button type="button" className={classes.sort} onClick={() => onSort(id)}>
                {header}
                {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
                {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
