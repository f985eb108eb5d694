// Installs the dependencies when they are missing or are not those of package-lock.json.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, run } from './node-24.mjs';

/**
 * npm keeps in node_modules a list of what it put there. Comparing it with the lock file tells the
 * truth after a `git pull` too, where the times of files tell nothing.
 */
export function isInstalled(folder = projectFolder) {
  const wanted = packagesOf(path.join(folder, 'package-lock.json'));
  const present = packagesOf(path.join(folder, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '' || version === undefined) return true;
    const found = present[place];
    // Optional packages of other systems are rightly absent.
    return found === undefined ? optional === true : found.version === version;
  });
}

/** Progress goes to standard error: what a command prints on standard output is its result alone. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  console.error(
    '의존성을 설치합니다. 처음에는 1–2분 걸립니다. / Installing dependencies (1–2 minutes)…',
  );
  const started = Date.now();
  // Quiet about engines: packages ask for a newer Node than npm itself may be running on, and get it.
  const code = await runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
  if (code !== 0 || !isInstalled()) {
    throw new Error(
      '의존성을 설치하지 못했습니다. 네트워크를 확인한 뒤 다시 실행해 주십시오. / ' +
        'The dependencies could not be installed. Check the network and try again.',
    );
  }
  console.error(`설치를 마쳤습니다 / Installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = { stdio: ['ignore', process.stderr, process.stderr] };
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
