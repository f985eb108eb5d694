import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  title: string;
  /** One line under the title: what this room is for, or how many things it shows. */
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** The ways to other faces of what is shown, over the whole width. */
  faces?: ReactNode;
  children: ReactNode;
  /** The page fills the window and its content scrolls inside (grids); otherwise the page scrolls. */
  fill?: boolean;
}

/** The frame of every room: title left, actions right, content below. */
export function Page({ title, subtitle, actions, faces, children, fill = false }: PageProps) {
  return (
    <section className={classes.page} data-fill={fill || undefined} aria-label={title}>
      <header className={classes.header}>
        <div>
          <Title order={1}>{title}</Title>
          {subtitle !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {subtitle}
            </Text>
          )}
        </div>
        <Group gap={8}>{actions}</Group>
      </header>
      {faces !== undefined && <div className={classes.faces}>{faces}</div>}
      <div className={classes.content}>{children}</div>
    </section>
  );
}
