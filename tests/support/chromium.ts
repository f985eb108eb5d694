import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import chromiumBinary, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * Not the package's own list: that one turns web security off, and with it the Origin header that
 * the loopback server insists on.
 */
const chromiumArguments = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/** The Chromium that comes with the dependencies: nothing is downloaded or installed by hand. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await chromiumBinary.executablePath();
  return chromium.launch({
    executablePath,
    args: chromiumArguments,
    // People see scroll bars; without them grids leave their room blank over the last column.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    env: { ...process.env, ...(await ownLibraries(executablePath)) },
    headless: true,
  });
}

/** A worker of the tests runs file after file, each with contexts of its own in one browser. */
const isKept = process.env.VITEST_WORKER_ID !== undefined;
let kept: Browser | null = null;

/** The browser of the tests' worker, which ends with it; elsewhere one that ends when it is given back. */
export async function borrowChromium(): Promise<{
  browser: Browser;
  giveBack(): Promise<void>;
}> {
  if (!isKept) {
    const browser = await launchChromium();
    return { browser, giveBack: () => browser.close() };
  }
  if (kept?.isConnected() !== true) kept = await launchChromium();
  return { browser: kept, giveBack: async () => undefined };
}

/** A bare system lacks a few libraries (nss, nspr, expat) that the same package brings along. */
async function ownLibraries(executable: string): Promise<Record<string, string>> {
  const linked = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (linked.status === 0 && !linked.stdout.includes('not found')) return {};
  const packageFolder = path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
  await inflate(path.join(packageFolder, '..', 'bin', 'al2023.tar.br'));
  const { LD_LIBRARY_PATH: given = '' } = process.env;
  const libraries = path.join(tmpdir(), 'al2023', 'lib');
  return { LD_LIBRARY_PATH: given === '' ? libraries : `${libraries}:${given}` };
}
