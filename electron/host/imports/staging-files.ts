import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The process id stands in the name, so that another host can tell whose file it is. */
const stagingName = /^(?:import-staging|row-images)-(\d+)-[0-9a-f-]+\.sqlite/;

export function newStagingFile(folder: string): string {
  return path.join(folder, `import-staging-${process.pid}-${randomUUID()}.sqlite`);
}

/** For what rows were before a step that a worker made. */
export function newImageFile(folder: string): string {
  return path.join(folder, `row-images-${process.pid}-${randomUUID()}.sqlite`);
}

export function removeStagingFile(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(`${file}${suffix}`, { force: true });
}

/**
 * Removes what imports and undo of killed processes left behind: it holds customers' words. Looks into this
 * host's temporary folder and into those beside it whose name differs in its last, random part only.
 */
export function removeStaleStaging(temporaryFolder: string): void {
  for (const folder of launchFolders(temporaryFolder)) {
    for (const name of namesIn(folder)) {
      const pid = stagingName.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      rmSync(path.join(folder, name), { force: true });
    }
  }
}

function launchFolders(temporaryFolder: string): string[] {
  const parent = path.dirname(temporaryFolder);
  const family = /^(.+-)[^-]+$/.exec(path.basename(temporaryFolder))?.[1];
  if (family === undefined) return [temporaryFolder];
  return namesIn(parent)
    .filter((name) => name.startsWith(family))
    .map((name) => path.join(parent, name));
}

function namesIn(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : [];
  } catch {
    // Another user's folder, or a file of that name: not ours to clean.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
