import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Fills the room that is left; its content scrolls. */
  fill?: boolean;
  /** Content runs to the edges (grids, tables). */
  flush?: boolean;
}

/** A white sheet with a thin line round it: the one container of the interface. */
export function Panel({ title, actions, children, fill = false, flush = false }: PanelProps) {
  return (
    <section className={classes.panel} data-fill={fill || undefined} aria-label={title}>
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.header}>
          {title !== undefined && <Title order={2}>{title}</Title>}
          <Group gap={6}>{actions}</Group>
        </header>
      )}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
