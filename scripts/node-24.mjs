// Everything in scripts/ begins on whatever Node a person has (20 or newer) and before anything is
// installed. This file finds the Node 24 that the project brings along, and runs programs with it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const modulesFolder = path.join(projectFolder, 'node_modules');
const binFolder = path.join(modulesFolder, '.bin');

/** The native SQLite module crashes without a word on an older Node, so an older one is never used. */
export function nodeBinary() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = path.join(
    modulesFolder,
    `node-${system}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `Node 24 또는 그 이상이 필요합니다 (지금 ${process.versions.node}). https://nodejs.org 에서 설치한 뒤 다시 실행해 주십시오. / ` +
      `Node 24 or newer is needed (this is ${process.versions.node}). Install it from https://nodejs.org and try again.`,
  );
}

/** The environment in which `node` means Node 24 and every installed program is found by its name. */
export function toolEnvironment(extra = {}) {
  // On Windows the variable may be called Path; two of them would shadow each other.
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(nodeBinary()), binFolder, process.env[pathName] ?? ''];
  return {
    ...process.env,
    [pathName]: folders.join(path.delimiter),
    // Node keeps what it made of our TypeScript: the second start takes half the time.
    NODE_COMPILE_CACHE: path.join(modulesFolder, '.cache', 'node'),
    ...extra,
  };
}

/** The file behind `node_modules/.bin/<name>`, to be run with Node itself on every system. */
export function programFile(packageName, file) {
  return path.join(modulesFolder, packageName, file);
}

export function runNode(args, options = {}) {
  return run(nodeBinary(), args, { env: toolEnvironment(options.env), ...omitEnv(options) });
}

/** Runs to the end and answers with the exit code and with what was said, in the order it was said. */
export function hearNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(nodeBinary(), args, { cwd: projectFolder, env: toolEnvironment() });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/**
 * Runs to the end and answers with the exit code. A terminal sends Ctrl+C to the whole group, so the
 * program hears it by itself and we only wait; `forwardInterrupt` passes on one that was sent to us
 * alone, for programs that can take it twice.
 */
export function run(command, args, { forwardInterrupt = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: projectFolder, ...options });
    const forward = (signal) => child.kill(signal);
    const interrupted = forwardInterrupt ? forward : () => undefined;
    process.on('SIGINT', interrupted);
    process.on('SIGTERM', forward);
    const settle = (finish) => (value) => {
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', forward);
      finish(value);
    };
    child.on('error', settle(reject));
    child.on('exit', (code, signal) => settle(resolve)(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function omitEnv({ env: _env, ...rest }) {
  return rest;
}
