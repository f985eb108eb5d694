import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { HousePicture } from '../../../../core/contract/house-file.contract.ts';
import classes from './HousePicture.module.css';
import type { Zoom } from './use-zoom.ts';

interface PictureStageProps {
  picture: HousePicture;
  zoom: Zoom;
  label: string;
}

/**
 * The picture in its frame: dragged or scrolled to another place, Ctrl and the wheel or + and − go nearer
 * and farther. It stays a drawing of lines, so it is crisp at any size.
 */
export function PictureStage({ picture, zoom, label }: PictureStageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const { frame, by, fit } = zoom;
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(picture.svg, 'image/svg+xml').documentElement;
    parsed.setAttribute('width', '100%');
    parsed.setAttribute('height', '100%');
    // Its title would follow the pointer about as a tooltip; the frame is labelled instead.
    parsed.querySelector('title')?.remove();
    parsed.setAttribute('aria-hidden', 'true');
    sheet.current?.replaceChildren(document.importNode(parsed, true));
  }, [picture.svg]);
  useEffect(() => {
    const box = frame.current;
    if (box === null) return;
    // React listens to the wheel passively, and then the page would zoom.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      by(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    return () => box.removeEventListener('wheel', onWheel);
  }, [frame, by]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = { '+': () => by(1.25), '=': () => by(1.25), '-': () => by(1 / 1.25), '0': fit }[
      event.key
    ];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const onPointerMove = ({ buttons, movementX, movementY, currentTarget }: PointerEvent) => {
    if ((buttons & 1) === 0) return;
    currentTarget.scrollLeft -= movementX;
    currentTarget.scrollTop -= movementY;
  };
  return (
    <div
      ref={frame}
      className={classes.frame}
      role="img"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      data-autofocus
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
    >
      <div
        ref={sheet}
        className={classes.sheet}
        style={{ width: zoom.width, height: zoom.height }}
      />
    </div>
  );
}
