import { ColumnName } from './ColumnName.tsx';
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
          // Marks and the like: there is nothing to name or to sort by.
          if (header === '') return <td key={id} className={classes.head} />;
          const direction = sort?.columnId === id ? sort.direction : null;
          return (
            <th
              key={id}
              scope="col"
              className={classes.head}
              data-align={align}
              aria-sort={direction ?? 'none'}
            >
              <ColumnName name={header} direction={direction} onClick={() => onSort(id)} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
