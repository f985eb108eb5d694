import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { usePreference } from '../host/preferences.ts';
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

const keyboardStepPx = 24;

/** A sheet at the right edge of a room whose width one drags, or moves with the arrow keys. */
export function SidePane({
  label,
  preferenceKey,
  initialWidth,
  minWidth = 280,
  maxWidth = 760,
  children,
}: SidePaneProps) {
  const [width, setWidth] = usePreference(preferenceKey, initialWidth);
  const resize = (next: number) =>
    setWidth(Math.round(Math.min(maxWidth, Math.max(minWidth, next))));
  return (
    <div className={classes.frame} style={{ width }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot take the focus and be moved */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={width}
        aria-valuemin={minWidth}
        aria-valuemax={maxWidth}
        tabIndex={0}
        className={classes.edge}
        onPointerDown={(event) => followPointer(event, width, resize)}
        onKeyDown={(event) => moveByKey(event, width, resize)}
      />
      <aside className={classes.pane} aria-label={label}>
        {children}
      </aside>
    </div>
  );
}

function followPointer(
  down: PointerEvent<HTMLDivElement>,
  startWidth: number,
  resize: (width: number) => void,
): void {
  const edge = down.currentTarget;
  const startX = down.clientX;
  down.preventDefault();
  edge.setPointerCapture(down.pointerId);
  const onMove = (move: globalThis.PointerEvent) => resize(startWidth + startX - move.clientX);
  edge.addEventListener('pointermove', onMove);
  edge.addEventListener('lostpointercapture', () =>
    edge.removeEventListener('pointermove', onMove),
  );
}

function moveByKey(
  event: KeyboardEvent<HTMLDivElement>,
  width: number,
  resize: (width: number) => void,
): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  event.preventDefault();
  resize(event.key === 'ArrowLeft' ? width + keyboardStepPx : width - keyboardStepPx);
}
