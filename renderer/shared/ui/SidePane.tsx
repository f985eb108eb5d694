import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
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
  const [kept, keep] = usePreference<number>(preferenceKey, initialWidth);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? kept;
  const within = (next: number) => Math.round(Math.min(maxWidth, Math.max(minWidth, next)));
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
        onPointerDown={(event) =>
          followPointer(
            event,
            (leftwardsPx) => setDragged(within(kept + leftwardsPx)),
            (leftwardsPx) => {
              keep(within(kept + leftwardsPx));
              setDragged(null);
            },
          )
        }
        onKeyDown={(event) => moveByKey(event, (leftwardsPx) => keep(within(kept + leftwardsPx)))}
      />
      <aside className={classes.pane} aria-label={label}>
        {children}
      </aside>
    </div>
  );
}

function followPointer(
  down: PointerEvent<HTMLDivElement>,
  onMove: (leftwardsPx: number) => void,
  onEnd: (leftwardsPx: number) => void,
): void {
  const edge = down.currentTarget;
  const startX = down.clientX;
  let leftwardsPx = 0;
  down.preventDefault();
  edge.setPointerCapture(down.pointerId);
  const follow = (move: globalThis.PointerEvent) => {
    leftwardsPx = startX - move.clientX;
    onMove(leftwardsPx);
  };
  const end = () => {
    edge.removeEventListener('pointermove', follow);
    onEnd(leftwardsPx);
  };
  edge.addEventListener('pointermove', follow);
  edge.addEventListener('lostpointercapture', end, { once: true });
}

function moveByKey(
  event: KeyboardEvent<HTMLDivElement>,
  move: (leftwardsPx: number) => void,
): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  event.preventDefault();
  move(event.key === 'ArrowLeft' ? keyboardStepPx : -keyboardStepPx);
}
