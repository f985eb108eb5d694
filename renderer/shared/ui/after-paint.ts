import { startTransition, useEffect, useState } from 'react';

/** In ms. A page that nobody sees has no frames; what waits for one goes on after this. */
const longestWait = 100;

/** Does something once a frame has shown what changed just now; answers how to leave it undone. */
export function afterPaint(work: () => void): () => void {
  let task: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    leave();
    task = setTimeout(work);
  };
  const frame = requestAnimationFrame(goOn);
  const noFrame = setTimeout(goOn, longestWait);
  const leave = () => {
    cancelAnimationFrame(frame);
    clearTimeout(noFrame);
    clearTimeout(task);
  };
  return leave;
}

/**
 * The value once a frame has shown what changed with it: what stands beside the place one types in must not
 * share a frame with it.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(() => value))), [value]);
  return painted;
}
