import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Floating.module.css';

interface FloatingProps {
  /** The cell it belongs to, in window coordinates. */
  anchor: DOMRect;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A small form beside a cell. Cells of the matrix are too many to carry one each, so there is one,
 * moved to where it is asked for.
 */
export function Floating({ anchor, label, onClose, children }: FloatingProps) {
  const { left, top, width, height } = anchor;
  return (
    <Popover
      opened
      position="bottom-start"
      width={320}
      shadow="md"
      withArrow
      trapFocus
      onDismiss={onClose}
    >
      <Popover.Target>
        <span className={classes.anchor} style={{ left, top, width, height }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}
