import type { Result } from './app-error.ts';
import type { EventMap, EventName } from './contract.ts';

/** The two functions between a screen and its host, whatever lies between them. */
export interface HostBridge {
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** Answers with the function that stops listening. */
  on<E extends EventName>(name: E, listener: (payload: EventMap[E]) => void): () => void;
}
