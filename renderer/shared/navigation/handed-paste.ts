let isWaiting = false;
const listeners = new Set<() => void>();

/** Asks the import, which opens now or is open, to take what is on the clipboard. */
export function handOverPaste(): void {
  isWaiting = true;
  for (const listener of listeners) listener();
}

/** Calls `take` once for each time it was asked. Answers with the function that stops listening. */
export function whenPasteIsHandedOver(take: () => void): () => void {
  const hear = () => {
    if (!isWaiting) return;
    isWaiting = false;
    take();
  };
  listeners.add(hear);
  hear();
  return () => {
    listeners.delete(hear);
  };
}
