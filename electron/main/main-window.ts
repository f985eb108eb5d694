import path from 'node:path';
import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { pageOrigin } from './trusted-sender.ts';
import { readWindowState, restoredState, writeWindowState } from './window-state.ts';

export interface MainWindowOptions {
  preload: string;
  /** Where the window's place is remembered. */
  stateFile: string;
}

/** The window one works in, where it was last time. */
export function openMainWindow({ preload, stateFile }: MainWindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const state = restoredState(readWindowState(stateFile), workAreas);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    backgroundColor: '#f4f5f7',
    webPreferences: lockedDownPage(preload),
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    }),
  );
  recoverFromCrashes(window);
  window.loadURL(`${pageOrigin}/`).catch((error: unknown) => {
    console.error('the page did not load:', error);
    if (!window.isDestroyed()) window.show();
  });
  return window;
}

/** What every window's page may do: nothing but show itself and speak to the host. */
export function lockedDownPage(preload: string): WebPreferences {
  return {
    preload: path.resolve(preload),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
  };
}

/** A page that dies again this soon would die for ever. */
const crashLoopMs = 30_000;

/** Everything is in the host, so a page that died is simply shown anew. */
export function recoverFromCrashes(window: BrowserWindow): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    if (now - lastCrash > crashLoopMs) window.webContents.reload();
    lastCrash = now;
  });
}
