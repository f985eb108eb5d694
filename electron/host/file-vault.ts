import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../core/contract/app-error.ts';

/** Turns paths into opaque tokens and back, so that no path ever crosses the contract. */
export class FileVault {
  readonly #files = new Map<string, { path: string; name: string }>();
  readonly #folder: string;

  /** `folder`: a private temporary directory, removed on `dispose`. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Registers a file that the person pointed at; the same file keeps its token. */
  admit(filePath: string, name = path.basename(filePath)): string {
    for (const [known, file] of this.#files) {
      if (file.path === filePath && file.name === name) return known;
    }
    const token = randomUUID();
    this.#files.set(token, { path: filePath, name });
    return token;
  }

  /** A token and a place in the private folder for a file about to be written; shown as `shownAs`. */
  prepare(name: string, shownAs = name): { token: string; path: string } {
    const token = randomUUID();
    const filePath = path.join(this.#folder, `${token}${path.extname(name).slice(0, 10)}`);
    this.#files.set(token, { path: filePath, name: shownAs });
    return { token, path: filePath };
  }

  resolve(token: string): { path: string; name: string } {
    const file = this.#files.get(token);
    if (file === undefined) throw new AppError('import.fileGone', {});
    return file;
  }

  resolveExisting(token: string): { path: string; name: string } {
    const file = this.resolve(token);
    if (!existsSync(file.path)) throw new AppError('import.fileGone', {});
    return file;
  }

  dispose(): void {
    this.#files.clear();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
