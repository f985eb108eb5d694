import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Result } from '../../core/contract/app-error.ts';
import type { DesktopBridge } from '../../core/contract/bridge.ts';
import type { EventMap, EventName } from '../../core/contract/contract.ts';
import type { PickedFile } from '../../core/contract/shell.contract.ts';

/*
 * The whole surface the page gets: three functions. The main process checks every method's name and
 * sender again, so a page that found another way in would gain nothing.
 */
const bridge: DesktopBridge = {
  call: (method, input) =>
    ipcRenderer.invoke('csm:call', method, input) as Promise<Result<unknown>>,
  on(name, listener) {
    const heard = <E extends EventName>(_event: unknown, told: E, payload: EventMap[E]) => {
      if ((told as string) === name) listener(payload as never);
    };
    ipcRenderer.on('csm:event', heard);
    // What happened before anybody listened is told now.
    ipcRenderer.send('csm:listening', name);
    return () => {
      ipcRenderer.removeListener('csm:event', heard);
    };
  },
  async takeFile(file) {
    const path = pathOf(file);
    if (path === '') return { ok: false, error: { code: 'import.fileGone', params: {} } };
    // The page learns neither the path nor anything about it: a token comes back.
    return ipcRenderer.invoke('csm:take-file', path) as Promise<Result<PickedFile>>;
  },
};

/** Empty for whatever is no file that the person gave to the page. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

contextBridge.exposeInMainWorld('csmBridge', bridge);
