import { AppError, type ErrorPayload, type Result } from '../../core/contract/app-error.ts';
import {
  type EventMap,
  type EventName,
  type HostMethodName,
  hostContract,
  isHostMethodName,
  type OutputOf,
} from '../../core/contract/contract.ts';
import { deliverFile } from '../../db/deliver-file.ts';
import { allHandlers } from './all-handlers.ts';
import { escalateWhenDue } from './escalation.ts';
import { FileVault } from './file-vault.ts';
import { HostContext, type HostFolders } from './host-context.ts';
import { removeStaleStaging } from './imports/staging-files.ts';
import { JobRegistry } from './jobs/job-registry.ts';
import { PreferenceFile } from './preference-file.ts';

export type HostListener = <E extends EventName>(name: E, payload: EventMap[E]) => void;

/** The application behind every shell: answers the contract's methods and tells its events. */
export class Host {
  readonly context: HostContext;
  readonly #listeners = new Set<HostListener>();
  readonly #stopEscalating: () => void;

  constructor(folders: HostFolders) {
    removeStaleStaging(folders.temporary);
    const emit: HostListener = (name, payload) => {
      for (const listener of this.#listeners) listener(name, payload);
    };
    this.context = new HostContext({
      folders,
      files: new FileVault(folders.temporary),
      jobs: new JobRegistry(emit),
      preferences: new PreferenceFile(folders.config),
      emit,
    });
    this.#stopEscalating = escalateWhenDue(this.context);
  }

  subscribe(listener: HostListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Never throws: what goes wrong comes back as a code that the screen has words for. */
  async call(method: unknown, input: unknown): Promise<Result<unknown>> {
    if (!isHostMethodName(method)) {
      return { ok: false, error: { code: 'app.unknownMethod', params: {} } };
    }
    const parsed = hostContract[method].input.safeParse(input ?? {});
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return {
        ok: false,
        error: {
          code: 'app.invalidInput',
          params: { method, reason: issue?.message ?? '' },
          path: (issue?.path ?? []).join('.'),
        },
      };
    }
    return this.#dispatch(method, parsed.data);
  }

  /** The same for callers in this process, typed, and throwing `AppError`. */
  async request<M extends HostMethodName>(method: M, input: unknown): Promise<OutputOf<M>> {
    const result = await this.call(method, input);
    if (!result.ok) throw AppError.fromPayload(result.error);
    return result.value as OutputOf<M>;
  }

  /** Puts a file the host made at a path of this computer. For shells, which know paths; screens do not. */
  async deliver(token: string, target: string): Promise<void> {
    await deliverFile(this.context.files.resolveExisting(token).path, target);
  }

  async close(): Promise<void> {
    this.#stopEscalating();
    await this.context.jobs.cancelAll();
    await this.context.switchSession(async () => null);
    this.context.files.dispose();
  }

  async #dispatch(method: HostMethodName, input: unknown): Promise<Result<unknown>> {
    try {
      const handler = allHandlers[method] as (context: HostContext, input: unknown) => unknown;
      return { ok: true, value: await handler(this.context, input) };
    } catch (error) {
      return { ok: false, error: payloadOf(method, error) };
    }
  }
}

function payloadOf(method: string, error: unknown): ErrorPayload {
  if (error instanceof AppError) return error.toPayload();
  // The log is for us; a person only ever sees a code's words.
  console.error(`${method} failed:`, error);
  return { code: 'app.unexpected', params: { method } };
}
