import { type RefObject, useLayoutEffect, useState } from 'react';

/** The inner size of a box in px, followed as it changes; 0 × 0 before it is on screen. */
export function useRoom(box: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      // Without the scroll bars: they come and go with what fills the box.
      const { offsetWidth: width, offsetHeight: height } = element;
      setRoom((known) =>
        known.width === width && known.height === height ? known : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return room;
}
