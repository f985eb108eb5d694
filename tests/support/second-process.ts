import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A second, real Node process running `code`, an ES module that may import from the repository. */
export class SecondProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #exited: Promise<unknown>;

  constructor(code: string, args: readonly string[] = []) {
    this.#child = spawn(process.execPath, ['--input-type=module', '-e', code, '--', ...args], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#exited = once(this.#child, 'exit');
    if (this.#child.stdout === null) throw new Error('the second process has no output');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The next line it prints; rejects when it ends without another. */
  async nextLine(): Promise<string> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error('the second process ended');
    return line.value;
  }

  async exit(): Promise<number | null> {
    await this.#exited;
    return this.#child.exitCode;
  }

  /** As a crash does: no handler of the process runs. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}
