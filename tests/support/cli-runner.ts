import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export interface CliAnswer {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** Standard output parsed; a command prints one JSON object and nothing else. */
  json<T = Record<string, unknown>>(): T;
  /** The last line of standard error, where a failure is told. */
  fault(): { code: string; path: string; message: string };
}

export interface Cli {
  readonly folder: string;
  run(
    words: string[],
    options?: { input?: string; env?: Record<string, string> },
  ): Promise<CliAnswer>;
  /** For a command that goes on until it is told to stop. */
  start(words: string[], env?: Record<string, string>): ChildProcessWithoutNullStreams;
  dispose(): void;
}

/** The real command line in processes of its own, as a person runs it, with a folder to work in. */
export function openCli(): Cli {
  const folder = mkdtempSync(path.join(tmpdir(), 'csm-cli-'));
  const home = { CSM_HOME: path.join(folder, 'home'), CSM_NO_OPEN: '1' };
  const start: Cli['start'] = (words, env = {}) =>
    spawn(process.execPath, [path.join(projectFolder, 'electron/entries/csm.ts'), ...words], {
      cwd: folder,
      env: { ...process.env, ...home, ...env },
    });
  return {
    folder,
    start,
    run: (words, options = {}) => {
      const child = start(words, options.env);
      child.stdin.end(options.input ?? '');
      return answerOf(child);
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function answerOf(child: ChildProcessWithoutNullStreams): Promise<CliAnswer> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) =>
      resolve({
        exitCode,
        stdout,
        stderr,
        json: <T>() => JSON.parse(stdout) as T,
        fault: () => (JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { error: never }).error,
      }),
    );
  });
}

/** Resolves with the first match of `pattern` in what the stream says from now on. */
export function waitForText(
  stream: NodeJS.ReadableStream,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const listen = (text: Buffer | string) => {
      heard += text.toString();
      const match = pattern.exec(heard);
      if (match === null) return;
      stream.off('data', listen);
      resolve(match);
    };
    stream.on('data', listen);
    stream.on('end', () => reject(new Error(`the stream ended without ${pattern}: ${heard}`)));
  });
}
