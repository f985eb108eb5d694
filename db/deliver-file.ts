import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../core/contract/app-error.ts';
import { workspaceExtension } from '../core/domain/workspace/workspace-file-name.ts';
import { sidecarEndings } from './connection.ts';
import { WorkspaceLock } from './workspace-lock.ts';

/**
 * Copies a finished file to where a person wants it, whole or not at all; what was there before is
 * replaced. A workspace that is open, by us or by another, is refused (`workspace.openCannotReplace`):
 * its readers and its log would go on with a file that is gone. Throws `app.cannotSave` when the place
 * cannot be written.
 */
export async function deliverFile(source: string, target: string): Promise<void> {
  const fileName = path.basename(target);
  const replaced = isWorkspaceFile(target) ? realpathSync.native(target) : null;
  const lock = replaced === null ? null : lockToReplace(replaced, fileName);
  try {
    await copyWhole(source, replaced ?? target);
  } catch {
    throw new AppError('app.cannotSave', { fileName });
  } finally {
    lock?.release();
  }
}

function isWorkspaceFile(file: string): boolean {
  return path.extname(file).toLowerCase() === workspaceExtension && existsSync(file);
}

function lockToReplace(file: string, fileName: string): WorkspaceLock {
  try {
    return WorkspaceLock.acquire(file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'workspace.openElsewhere') {
      throw new AppError('workspace.openCannotReplace', { fileName });
    }
    throw new AppError('app.cannotSave', { fileName });
  }
}

async function copyWhole(source: string, target: string): Promise<void> {
  const draft = `${target}.${randomUUID().slice(0, 8)}.draft`;
  try {
    await copyFile(source, draft);
    // The log that a crash left beside the old file would be played into the new one.
    for (const ending of sidecarEndings) await rm(`${target}${ending}`, { force: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
