import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** A millimetre on a screen of 96 dots per inch. */
const pixelsPerMm = 96 / 25.4;
const smallest = 0.02;
const largest = 8;

export interface Zoom {
  /** 1 is the size on paper. */
  scale: number;
  width: number;
  height: number;
  frame: RefObject<HTMLDivElement | null>;
  /** Around a point of the frame; its middle when none is given. */
  by: (factor: number, at?: { x: number; y: number }) => void;
  fit: () => void;
}

/** How large a picture is shown: it fits its frame until somebody goes nearer. */
export function useZoom(picture: { width: number; height: number } | null): Zoom {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const kept = useRef<{ x: number; y: number; left: number; top: number; factor: number } | null>(
    null,
  );
  const width = (picture?.width ?? 0) * pixelsPerMm;
  const height = (picture?.height ?? 0) * pixelsPerMm;
  const fit = useCallback(() => {
    const box = frame.current;
    if (box === null || width === 0 || height === 0) return;
    const fitting = Math.min((box.clientWidth - 24) / width, (box.clientHeight - 24) / height);
    setScale(Math.min(largest, Math.max(smallest, fitting)));
  }, [width, height]);
  useLayoutEffect(fit, [fit]);
  const by = useCallback((factor: number, at?: { x: number; y: number }) => {
    const box = frame.current;
    if (box === null) return;
    const { x, y } = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 };
    setScale((before) => {
      const next = Math.min(largest, Math.max(smallest, before * factor));
      kept.current = { x, y, left: box.scrollLeft, top: box.scrollTop, factor: next / before };
      return next;
    });
  }, []);
  // What lay under the pointer still does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the scale
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null || kept.current === null) return;
    const { x, y, left, top, factor } = kept.current;
    kept.current = null;
    box.scrollLeft = (left + x) * factor - x;
    box.scrollTop = (top + y) * factor - y;
  }, [scale]);
  return { scale, width: width * scale, height: height * scale, frame, by, fit };
}
