import { contextBridge, ipcRenderer } from 'electron';
import type { Result } from '../../core/contract/app-error.ts';
import type { HostBridge } from '../../core/contract/bridge.ts';
import type { EventMap, EventName } from '../../core/contract/contract.ts';

/*
 * The whole surface the page gets: two functions. The main process checks every method's name and
 * sender again, so a page that found another way in would gain nothing.
 */
const bridge: HostBridge = {
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
};

contextBridge.exposeInMainWorld('csmBridge', bridge);
