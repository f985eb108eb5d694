import { type ChildProcess, fork as forkNode } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';

/*
 * Electron as far as our shell uses it, true to it in what can go wrong: arguments and answers are
 * structured clones, a handler's refusal rejects the invoke, frames have addresses, `before-quit` can
 * be prevented, and a utility process is a real process with a real exit.
 */

type Listener = (...args: never[]) => unknown;

function requireReady(what: string): void {
  if (!app.isReady()) throw new Error(`${what} before the app is ready`);
}

export class FakeFrame {
  url = 'about:blank';
}

export class FakeWebContents extends EventEmitter {
  readonly mainFrame = new FakeFrame();
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;

  /** Everything this page was told. */
  readonly sent: unknown[][] = [];

  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...structuredClone(args)]);
    // The one preload script that a test starts is that of the first window.
    if (state.windows.length > 1 && state.windows[0]?.webContents !== this) return;
    ipcRenderer.emit(channel, {}, ...structuredClone(args));
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  reload(): void {
    state.reloads++;
    this.emit('did-navigate', {}, this.mainFrame.url);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeWebContents();
  readonly options: Record<string, unknown>;
  shown = false;
  minimized = false;
  focused = 0;

  constructor(options: Record<string, unknown>) {
    super();
    requireReady('a window');
    this.options = options;
    state.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    this.webContents.mainFrame.url = address;
    this.webContents.emit('did-navigate', {}, address);
    this.emit('ready-to-show');
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused++;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  maximize(): void {
    this.emit('maximize');
  }
  isMaximized(): boolean {
    return false;
  }
  getBounds(): unknown {
    return this.getNormalBounds();
  }
  isDestroyed(): boolean {
    return !state.windows.includes(this);
  }
  getNormalBounds(): unknown {
    const { x, y, width, height } = this.options;
    return { x, y, width, height };
  }
  /** As when a person closes it. */
  close(): void {
    this.emit('close', {});
    state.windows.splice(state.windows.indexOf(this), 1);
    this.emit('closed');
    if (state.windows.length === 0) app.emit('window-all-closed');
  }
}

class FakeUtilityProcess extends EventEmitter {
  readonly child: ChildProcess;

  constructor(entry: string) {
    super();
    const shim = fileURLToPath(new URL('./parent-port.ts', import.meta.url));
    this.child = forkNode(entry, [], {
      execArgv: ['--import', shim],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => this.emit('exit', code));
  }
  postMessage(message: unknown): void {
    this.child.send(structuredClone(message) as object);
  }
  kill(): boolean {
    return this.child.kill();
  }
  get pid(): number | undefined {
    return this.child.pid;
  }
}

class FakeApp extends EventEmitter {
  readonly folders: Record<string, string> = {};
  readonly recentDocuments: string[] = [];
  hasQuit = false;
  lockTaken = false;
  #ready = Promise.withResolvers<void>();
  #isReady = false;

  requestSingleInstanceLock(): boolean {
    return !this.lockTaken;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  getPath(name: string): string {
    return this.folders[name] ?? '/nowhere';
  }
  getVersion(): string {
    return '0.0.0-test';
  }
  addRecentDocument(file: string): void {
    this.recentDocuments.push(file);
  }
  quit(): void {
    let prevented = false;
    this.emit('before-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (prevented || this.hasQuit) return;
    this.hasQuit = true;
    this.emit('quit');
  }
}

const handlers = new Map<string, Listener>();
const ipcListeners = new EventEmitter();

export const app = new FakeApp();

export const ipcMain = {
  handle(channel: string, handler: Listener): void {
    handlers.set(channel, handler);
  },
  on(channel: string, listener: Listener): void {
    ipcListeners.on(channel, listener as (...args: unknown[]) => void);
  },
};

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel: string, ...args: unknown[]) => invokeFrom(channel, state.sender(), args),
  send(channel: string, ...args: unknown[]): void {
    ipcListeners.emit(channel, state.sender(), ...structuredClone(args));
  },
});

export interface FakeSender {
  sender: { mainFrame: FakeFrame };
  senderFrame: FakeFrame | null;
}

/** Calls a handler as any frame of any page would. */
export async function invokeFrom(
  channel: string,
  from: FakeSender,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel) as ((...args: unknown[]) => unknown) | undefined;
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await handler(from, ...structuredClone(args)));
}

export const webUtils = {
  /** As Electron does: throws at what is no file; one that a script made lies nowhere. */
  getPathForFile(file: unknown): string {
    if (!(file instanceof File)) throw new TypeError('Failed to convert a value to File');
    return state.pathsOfFiles.get(file) ?? '';
  },
};

/** A file as a page gets it when the person drops it there. */
export function droppedFile(path: string): File {
  const file = new File([], path.split(/[/\\]/).at(-1) ?? '');
  state.pathsOfFiles.set(file, path);
  return file;
}

export const contextBridge = {
  exposeInMainWorld(name: string, api: unknown): void {
    state.exposed[name] = api;
  },
};

export const dialog = {
  async showOpenDialog(_window: unknown, options: unknown) {
    state.dialogs.push(options);
    const file = state.dialogAnswers.shift() ?? null;
    return { canceled: file === null, filePaths: file === null ? [] : [file] };
  },
  async showSaveDialog(_window: unknown, options: unknown) {
    state.dialogs.push(options);
    const file = state.dialogAnswers.shift() ?? null;
    return { canceled: file === null, filePath: file ?? '' };
  },
};

export interface FakeMenuItem {
  label?: string;
  role?: string;
  enabled?: boolean;
  submenu?: FakeMenuItem[];
  click?: () => void;
}

export const Menu = {
  buildFromTemplate: (template: FakeMenuItem[]) => template,
  setApplicationMenu(menu: FakeMenuItem[]): void {
    state.menu = menu;
    app.emit('test:menu-shown', menu);
  },
};

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown): void {
    state.privilegedSchemes = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    state.protocols[scheme] = handler;
  },
};

export const session = {
  defaultSession: {
    requestHandler: null as null | ((...args: unknown[]) => void),
    checkHandler: null as null | ((...args: unknown[]) => boolean),
    setPermissionRequestHandler(handler: (...args: unknown[]) => void): void {
      this.requestHandler = handler;
    },
    setPermissionCheckHandler(handler: (...args: unknown[]) => boolean): void {
      this.checkHandler = handler;
    },
  },
};

export const screen = {
  getAllDisplays: () => state.displays,
  getDisplayMatching: () => state.displays[0],
};

export const utilityProcess = {
  fork(entry: string): FakeUtilityProcess {
    requireReady('a utility process');
    const started = new FakeUtilityProcess(entry);
    state.processes.push(started);
    return started;
  },
};

/** What a test looks at and steers. */
export const state = {
  windows: [] as BrowserWindow[],
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  reloads: 0,
  processes: [] as FakeUtilityProcess[],
  exposed: {} as Record<string, unknown>,
  pathsOfFiles: new WeakMap<File, string>(),
  dialogs: [] as unknown[],
  /** Paths that the next dialogs answer with; null or none: the person cancels. */
  dialogAnswers: [] as (string | null)[],
  menu: [] as FakeMenuItem[],
  privilegedSchemes: null as unknown,
  protocols: {} as Record<string, (request: Request) => Promise<Response>>,
  sender(): FakeSender {
    const [window] = state.windows;
    if (window === undefined) throw new Error('no window is open');
    return { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  },
};

/** The next time the shell shows its menu, which it does when it is up and after every change. */
export async function nextMenu(): Promise<FakeMenuItem[]> {
  const [menu] = await once(app, 'test:menu-shown');
  return menu as FakeMenuItem[];
}
