import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './Split.module.css';

/** A room whose list and panes stand side by side and fill the window. */
export function SplitRoom({ children }: { children: ReactNode }) {
  return <div className={classes.room}>{children}</div>;
}

interface SheetProps {
  label?: string;
  children: ReactNode;
}

/** What one works in: it takes the room that the panes beside it leave. */
export function Sheet({ label, children }: SheetProps) {
  return (
    <section className={classes.sheet} aria-label={label}>
      {children}
    </section>
  );
}

/** What a pane tells about one thing, from its title down; it scrolls by itself. */
export function PaneBody({ children }: { children: ReactNode }) {
  return <div className={classes.pane}>{children}</div>;
}

/** The same where one writes down something new. */
export function PaneForm(props: ComponentPropsWithRef<'form'>) {
  return <form {...props} className={classes.pane} />;
}

export function PaneTitle({ children }: { children: ReactNode }) {
  return <h2 className={classes.title}>{children}</h2>;
}
