import { type UtilityProcess, utilityProcess } from 'electron';
import { AppError, type Result } from '../../core/contract/app-error.ts';
import type { EventMap, EventName } from '../../core/contract/contract.ts';
import type { FromHost, ToHost } from '../../core/contract/host-messages.ts';

type ToldEvent = <E extends EventName>(name: E, payload: EventMap[E]) => void;
type Unnumbered<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never;

const gone: Result<never> = { ok: false, error: { code: 'app.hostGone', params: {} } };

/** Long enough to give up an import and close a large workspace; nobody waits longer for a quit. */
const closingPatienceMs = 10_000;

/**
 * The host in a process of its own: numbered questions out, answers and events in. Electron starts
 * such processes only after the app is ready.
 */
export class HostProcess {
  readonly #child: UtilityProcess;
  readonly #tell: ToldEvent;
  readonly #patienceMs: number;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  #nextId = 1;
  #ended = false;
  #stopped: Promise<void> | null = null;

  constructor(entry: string, tell: ToldEvent, patienceMs = closingPatienceMs) {
    this.#tell = tell;
    this.#patienceMs = patienceMs;
    this.#child = utilityProcess.fork(entry, [], { serviceName: 'csm-host', stdio: 'inherit' });
    this.#child.on('message', (message: FromHost) => this.#hear(message));
    this.#child.on('exit', () => this.#end());
  }

  call(method: string, input: unknown): Promise<Result<unknown>> {
    return this.#ask({ kind: 'call', method, input });
  }

  /** What a start without a file shows. */
  begin(): Promise<Result<unknown>> {
    return this.#ask({ kind: 'begin' });
  }

  /** The token under which the host knows this file. Throws `app.hostGone`. */
  async admit(path: string): Promise<string> {
    const admitted = await this.#ask({ kind: 'admit', path });
    if (admitted.ok && typeof admitted.value === 'string') return admitted.value;
    throw new AppError('app.hostGone');
  }

  deliver(token: string, path: string): Promise<Result<unknown>> {
    return this.#ask({ kind: 'deliver', token, path });
  }

  /**
   * Resolves when the workspace is closed, or after a while in any case: a host that hangs is ended,
   * which costs nothing that was saved.
   */
  stop(): Promise<void> {
    this.#stopped ??= this.#shutDown();
    return this.#stopped;
  }

  async #shutDown(): Promise<void> {
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(() => patience.resolve(), this.#patienceMs);
    await Promise.race([this.#ask({ kind: 'shutdown' }), patience.promise]);
    clearTimeout(timer);
    if (!this.#ended) this.#child.kill();
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
    if (this.#stopped === null) this.#tell('host.failed', { code: 'app.hostGone' });
  }
}
