import type { ReactNode } from 'react';
import { ResizableFrame } from './ResizableFrame.tsx';
import classes from './SidePane.module.css';

interface SidePaneProps {
  /** Names the pane, and its edge for those who move it by keyboard. */
  label: string;
  /** Where the width is remembered. */
  preferenceKey: string;
  initialWidth: number;
  minWidth?: number;
  maxWidth?: number;
  children: ReactNode;
}

/** A sheet at the right edge of a room whose width one drags, or moves with the arrow keys. */
export function SidePane({
  label,
  preferenceKey,
  initialWidth,
  minWidth = 280,
  maxWidth = 760,
  children,
}: SidePaneProps) {
  return (
    <ResizableFrame
      label={label}
      side="right"
      preferenceKey={preferenceKey}
      initialWidth={initialWidth}
      minWidth={minWidth}
      maxWidth={maxWidth}
    >
      <aside className={classes.pane} aria-label={label}>
        {children}
      </aside>
    </ResizableFrame>
  );
}
