import { app, session } from 'electron';
import { isOurPage } from './trusted-sender.ts';

/** What no page of ours needs, no page gets: permissions, new windows, other addresses, webviews. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // Told for frames within the page too, where `will-navigate` speaks of the page alone.
    contents.on('will-frame-navigate', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/**
 * A table goes to Excel and comes from there; everything else is refused. A page that has not the focus
 * reads no clipboard in any case.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'clipboard-read']);

/** After the app is ready, when the session exists. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(granted.has(permission) && isOurPage(contents.getURL())),
  );
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isOurPage(origin),
  );
}
