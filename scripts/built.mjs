// Builds the screen and the desktop's code when their sources changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programFile, projectFolder, runNode } from './node-24.mjs';

const sources = [
  'core',
  'db',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.base.json',
];
const stampFile = path.join(projectFolder, 'out', 'sources.sha256');

/** A digest over names and contents: times of files change with every clone and checkout. */
export function sourceDigest(folder = projectFolder) {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, folder, source);
  return hash.digest('hex');
}

export async function buildIfNeeded() {
  const digest = sourceDigest();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return;
  await build(digest);
}

export async function build(digest = sourceDigest()) {
  console.error('화면을 만듭니다 / Building…');
  // A build that breaks off must not pass for the one before it.
  rmSync(stampFile, { force: true });
  const viteCli = programFile('electron-vite', 'bin/electron-vite.js');
  const code = await runNode([viteCli, 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (code !== 0) throw new Error('만들지 못했습니다 / The build failed');
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}

function addToHash(hash, folder, relative) {
  const absolute = path.join(folder, relative);
  if (!existsSync(absolute)) return;
  let entries;
  try {
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch {
    hash.update(`${relative}\0`).update(readFileSync(absolute)).update('\0');
    return;
  }
  const names = entries.map(({ name }) => name).sort();
  for (const name of names) addToHash(hash, folder, path.join(relative, name));
}
