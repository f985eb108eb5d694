import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './ColumnName.module.css';

interface ColumnNameProps extends Omit<ComponentPropsWithRef<'button'>, 'name' | 'children'> {
  name: string;
  /** How the rows stand by this column now. */
  direction: 'ascending' | 'descending' | null;
  sortable?: boolean;
}

/** The name at the head of a column; a press on it sorts where the column can be sorted by. */
export function ColumnName({ name, direction, sortable = true, ...button }: ColumnNameProps) {
  return (
    <button
      type="button"
      title={name}
      {...button}
      data-sortable={sortable || undefined}
      className={classes.name}
    >
      <span className={classes.words}>{name}</span>
      {direction === 'ascending' && <IconArrowUp size={12} aria-hidden className={classes.arrow} />}
      {direction === 'descending' && (
        <IconArrowDown size={12} aria-hidden className={classes.arrow} />
      )}
    </button>
  );
}

/** The name of a column that there is nothing to do with. */
export function PlainColumnName({ name }: { name: string }) {
  return (
    <span className={classes.name}>
      <span className={classes.words}>{name}</span>
    </span>
  );
}
