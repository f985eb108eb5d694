import { app } from 'electron';
import { builtFiles } from './built-files.ts';
import { workspaceFileIn } from './command-line.ts';
import { DesktopShell } from './desktop-shell.ts';
import { denyPermissions, lockDown } from './lock-down.ts';
import { declarePageScheme, servePage } from './page-protocol.ts';

function start(): void {
  // A second start hands its file to the first and ends: two hosts would fight over one workspace.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declarePageScheme();
  lockDown();
  let shell: DesktopShell | null = null;
  let named = workspaceFileIn(process.argv);
  const open = (file: string | null) => {
    // macOS tells of a double click before the app is ready.
    if (shell === null) named = file ?? named;
    else if (file !== null) void shell.openWorkspace(file);
    shell?.showWindow();
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(file);
  });
  app.on('second-instance', (_event, argv, workingFolder) =>
    open(workspaceFileIn(argv, workingFolder)),
  );
  app.on('activate', () => shell?.showWindow());
  app.on('window-all-closed', () => app.quit());
  quitCleanly(async () => shell?.stop());
  void app.whenReady().then(() => {
    denyPermissions();
    servePage(builtFiles.renderer);
    shell = new DesktopShell();
    return shell.open(named);
  });
}

/** The workspace is closed, and its log folded into the one file, before the process ends. */
function quitCleanly(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

start();
