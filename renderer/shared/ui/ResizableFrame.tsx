import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { usePreference } from '../host/preferences.ts';
import classes from './ResizableFrame.module.css';

interface ResizableFrameProps {
  /** Names what is resized, for those who move its edge by keyboard. */
  label: string;
  /** At which side of the room it stands; its edge is on the other. */
  side: 'left' | 'right';
  /** Where the width is remembered. */
  preferenceKey: string;
  /** In px, until somebody moves the edge; a double press on the edge comes back to it. */
  initialWidth: number;
  minWidth: number;
  maxWidth: number;
  children: ReactNode;
}

const keyboardStepPx = 24;
/** No pane takes more of its room: what one works in stands beside it. */
const largestShare = 0.5;

/** A part at the side of a room whose width one drags, or moves with the arrow keys. */
export function ResizableFrame(props: ResizableFrameProps) {
  const { label, side, preferenceKey, initialWidth, minWidth, maxWidth, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [kept, keep] = usePreference<number>(preferenceKey, initialWidth);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? kept;
  const within = (next: number) => {
    const room = frame.current?.parentElement?.clientWidth ?? Number.POSITIVE_INFINITY;
    const most = Math.max(minWidth, Math.min(maxWidth, room * largestShare));
    return Math.round(Math.min(most, Math.max(minWidth, next)));
  };
  /** As it stands: a small window may leave less than what is remembered. */
  const shownWidth = () => frame.current?.offsetWidth ?? kept;
  const outwards = side === 'left' ? 1 : -1;
  return (
    <div
      ref={frame}
      className={classes.frame}
      data-side={side}
      style={{ flexBasis: width, minWidth }}
    >
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
        onDoubleClick={() => keep(initialWidth)}
        onPointerDown={(event) => {
          const from = shownWidth();
          followPointer(
            event,
            (rightwardsPx) => setDragged(within(from + rightwardsPx * outwards)),
            (rightwardsPx) => {
              if (rightwardsPx !== 0) keep(within(from + rightwardsPx * outwards));
              setDragged(null);
            },
          );
        }}
        onKeyDown={(event) => {
          const next = widthByKey(event, shownWidth(), outwards, { minWidth, maxWidth });
          if (next === null) return;
          event.preventDefault();
          keep(within(next));
        }}
      />
      {children}
    </div>
  );
}

function followPointer(
  down: PointerEvent<HTMLDivElement>,
  onMove: (rightwardsPx: number) => void,
  onEnd: (rightwardsPx: number) => void,
): void {
  if (down.button !== 0) return;
  const edge = down.currentTarget;
  const startX = down.clientX;
  let rightwardsPx = 0;
  down.preventDefault();
  edge.focus();
  edge.setPointerCapture(down.pointerId);
  const follow = (move: globalThis.PointerEvent) => {
    rightwardsPx = move.clientX - startX;
    onMove(rightwardsPx);
  };
  const end = () => {
    edge.removeEventListener('pointermove', follow);
    onEnd(rightwardsPx);
  };
  edge.addEventListener('pointermove', follow);
  edge.addEventListener('lostpointercapture', end, { once: true });
}

/** The arrows move the edge, Home and End take it as far as it goes; null for any other key. */
function widthByKey(
  { key }: KeyboardEvent<HTMLDivElement>,
  from: number,
  outwards: 1 | -1,
  { minWidth, maxWidth }: { minWidth: number; maxWidth: number },
): number | null {
  if (key === 'ArrowLeft') return from - keyboardStepPx * outwards;
  if (key === 'ArrowRight') return from + keyboardStepPx * outwards;
  if (key === 'Home') return minWidth;
  return key === 'End' ? maxWidth : null;
}
