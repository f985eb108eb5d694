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

/** After the app is ready, when the session exists. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  // Copying a table to Excel needs the clipboard; everything else is refused.
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write' && isOurPage(contents.getURL())),
  );
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === 'clipboard-sanitized-write' && isOurPage(origin),
  );
}
