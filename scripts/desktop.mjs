// Finds out, quickly and in one line, whether the desktop shell can run on this computer.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { programFile, projectFolder, runNode } from './node-24.mjs';

const probeTimeoutMs = 4000;
const downloadTimeoutMs = 5 * 60_000;

/** @returns {Promise<{binary: string} | {reason: string}>} */
export async function findDesktop(environment = process.env) {
  if (!existsSync(path.join(projectFolder, 'out', 'main', 'main.js'))) {
    return { reason: '데스크톱 셸이 이 빌드에 없습니다 / this build holds no desktop shell' };
  }
  if (!hasDisplay(environment)) {
    return { reason: '화면(디스플레이)이 없습니다 / there is no display' };
  }
  const present = presentBinary(environment);
  if (present !== null) return { binary: present };
  if (environment.ELECTRON_OVERRIDE_DIST_PATH) {
    return {
      reason:
        'ELECTRON_OVERRIDE_DIST_PATH에 Electron이 없습니다 / ELECTRON_OVERRIDE_DIST_PATH holds no Electron',
    };
  }
  if (!(await canDownload(environment))) {
    return { reason: 'Electron을 내려받을 수 없습니다 / Electron cannot be downloaded' };
  }
  console.error(
    'Electron을 내려받습니다 (약 120 MB, 처음 한 번) / Downloading Electron (about 120 MB, once)…',
  );
  await runNode([programFile('electron', 'install.js')], {
    stdio: ['ignore', process.stderr, process.stderr],
    timeout: downloadTimeoutMs,
  });
  const fetched = presentBinary(environment);
  return fetched === null
    ? { reason: 'Electron을 내려받지 못했습니다 / Electron could not be downloaded' }
    : { binary: fetched };
}

/** Does not ask the electron package for its path: asking starts a download that nothing limits. */
function presentBinary(environment) {
  const name = platformBinary();
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = override ? path.join(override, name) : programFile('electron', `dist/${name}`);
  if (!existsSync(binary)) return null;
  return override || isRightVersion() ? binary : null;
}

function isRightVersion() {
  try {
    const { version } = JSON.parse(readFileSync(programFile('electron', 'package.json'), 'utf8'));
    const fetched = readFileSync(programFile('electron', 'dist/version'), 'utf8');
    return fetched.trim().replace(/^v/, '') === version;
  } catch {
    return false;
  }
}

function platformBinary() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function hasDisplay({ DISPLAY, WAYLAND_DISPLAY }) {
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Behind a firewall a download hangs for minutes; a question to the same server does not. */
async function canDownload(environment) {
  // Node's fetch does not know the proxy that the downloader was told to use.
  if (environment.ELECTRON_GET_USE_PROXY) return true;
  const mirror =
    environment.ELECTRON_MIRROR ||
    environment.npm_config_electron_mirror ||
    'https://github.com/electron/electron/releases/download/';
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeoutMs) });
    return true;
  } catch {
    return false;
  }
}
