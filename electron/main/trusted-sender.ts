import type { IpcMainInvokeEvent } from 'electron';

export const pageScheme = 'csm';
export const pageOrigin = `${pageScheme}://app`;

/** Only the main frame of our own page is answered: no iframe, no page from elsewhere. */
export function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return false;
  return isOurPage(frame.url);
}

export function isOurPage(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === pageOrigin;
  } catch {
    return false;
  }
}
