import { type UtilityProcess, utilityProcess } from 'electron';
import type { Result } from '../../core/contract/app-error.ts';
import type { EventMap, EventName } from '../../core/contract/contract.ts';
import type { FromHost, ToHost } from '../../core/contract/host-messages.ts';

type ToldEvent = <E extends EventName>(name: E, payload: EventMap[E]) => void;
type Unnumbered<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never;

const gone: Result<never> = { ok: false, error: { code: 'app.hostGone', params: {} } };

/** The host in a process of its own: numbered questions out, answers and events in. */
export class HostProcess {
  readonly #child: UtilityProcess;
  readonly #tell: ToldEvent;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #nextId = 1;
  #ended = false;
  #stopping = false;

  constructor(entry: string, tell: ToldEvent) {
    this.#tell = tell;
    this.#child = utilityProcess.fork(entry, [], { serviceName: 'csm-host', stdio: 'inherit' });
    this.#child.on('message', (message: FromHost) => this.#hear(message));
    this.#child.on('exit', () => this.#end());
  }

  call(method: string, input: unknown): Promise<Result<unknown>> {
    return this.#ask({ kind: 'call', method, input });
  }

  /** The token under which the host knows this file. */
  async admit(path: string): Promise<string> {
    return asText(await this.#ask({ kind: 'admit', path }));
  }

  locate(token: string): Promise<Result<unknown>> {
    return this.#ask({ kind: 'locate', token });
  }

  /** Resolves when the workspace is closed and the process has ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#ask({ kind: 'shutdown' });
  }

  #ask(message: Unnumbered<ToHost>): Promise<Result<unknown>> {
    if (this.#ended) return Promise.resolve(gone);
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.#child.postMessage({ ...message, id });
    });
  }

  #hear(message: FromHost): void {
    if (message.kind === 'event') this.#tell(message.name, message.payload as never);
    if (message.kind !== 'answer') return;
    this.#pending.get(message.id)?.(message.result);
    this.#pending.delete(message.id);
  }

  /** Nobody may wait for an answer that cannot come. */
  #end(): void {
    this.#ended = true;
    for (const resolve of this.#pending.values()) resolve(gone);
    this.#pending.clear();
    if (!this.#stopping) this.#tell('host.failed', { code: 'app.hostGone' });
  }
}

function asText(result: Result<unknown>): string {
  if (result.ok && typeof result.value === 'string') return result.value;
  throw new Error('the host did not answer with a token');
}
