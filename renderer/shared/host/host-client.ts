import { AppError } from '../../../core/contract/app-error.ts';
import type { DesktopBridge, HostBridge } from '../../../core/contract/bridge.ts';
import type {
  EventMap,
  EventName,
  InputOf,
  MethodName,
  OutputOf,
} from '../../../core/contract/contract.ts';
import { createLoopbackBridge } from './loopback-bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop shell. */
    csmBridge?: DesktopBridge;
  }
}

/** The typed way to the host. A refusal is thrown as `AppError`. */
export interface HostClient {
  call<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>;
  on<E extends EventName>(name: E, listener: (payload: EventMap[E]) => void): () => void;
}

function createHostClient(bridge: HostBridge): HostClient {
  return {
    async call(method, input) {
      const result = await bridge.call(method, input);
      if (!result.ok) throw AppError.fromPayload(result.error);
      return result.value as OutputOf<typeof method>;
    },
    on: (name, listener) => bridge.on(name, listener),
  };
}

export const host: HostClient = createHostClient(window.csmBridge ?? createLoopbackBridge());
