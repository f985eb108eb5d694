import type { Result } from './app-error.ts';
import type { EventMap, EventName } from './contract.ts';
import type { PickedFile } from './shell.contract.ts';

/** The two functions between a screen and its host, whatever lies between them. */
export interface HostBridge {
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** Answers with the function that stops listening. */
  on<E extends EventName>(name: E, listener: (payload: EventMap[E]) => void): () => void;
}

/** What the desktop shell puts into its page. */
export interface DesktopBridge extends HostBridge {
  /**
   * The token of a file that the person dropped or pasted. `file`: the page's own `File`; one that a
   * script has made lies nowhere and is refused.
   */
  takeFile(file: unknown): Promise<Result<PickedFile>>;
}
