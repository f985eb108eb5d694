import { BrowserWindow, screen } from 'electron';
import { lockedDownPage, recoverFromCrashes } from './main-window.ts';
import { pageOrigin } from './trusted-sender.ts';

/**
 * The room's view of a workshop, in a window of its own: on the display that the main window is not on,
 * full screen, where there is one.
 */
export function openProjectorWindow(
  main: BrowserWindow,
  preload: string,
  workshopId: number,
): BrowserWindow {
  const own = screen.getDisplayMatching(main.getBounds());
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id);
  const { x, y, width, height } = (other ?? own).workArea;
  const bounds =
    other === undefined
      ? { x: x + 80, y: y + 80, width: Math.min(1280, width), height: Math.min(720, height) }
      : { x, y, width, height };
  const window = new BrowserWindow({
    ...bounds,
    fullscreen: other !== undefined,
    autoHideMenuBar: true,
    show: false,
    backgroundColor: '#0e1318',
    webPreferences: lockedDownPage(preload),
  });
  window.once('ready-to-show', () => window.show());
  recoverFromCrashes(window);
  showWorkshop(window, workshopId);
  return window;
}

export function showWorkshop(window: BrowserWindow, workshopId: number): void {
  window.loadURL(`${pageOrigin}/projector?workshopId=${workshopId}`).catch((error: unknown) => {
    console.error('the room’s view did not load:', error);
    if (!window.isDestroyed()) window.show();
  });
}
