import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, type Result } from '../../core/contract/app-error.ts';
import type { PickedFile } from '../../core/contract/shell.contract.ts';
import type { HostProcess } from './host-process.ts';

/**
 * Files that hold tables, or that people take for such and are told what to do with. A page that was
 * taken over could ask for anything; keys, mail and settings are not among these.
 */
const tableEndings: ReadonlySet<string> = new Set(
  '.csv .tsv .txt .xlsx .xlsm .xls .htm .html'.split(' '),
);

/** Admits a file that the person dropped on the page: to read it as a table, under a token. */
export async function takeFile(host: HostProcess, named: unknown): Promise<Result<PickedFile>> {
  try {
    if (typeof named !== 'string' || !path.isAbsolute(named)) throw new AppError('import.fileGone');
    // What a link leads to is what would be read.
    const file = await realpath(named).catch(() => {
      throw new AppError('import.fileGone');
    });
    const facts = await stat(file);
    if (!facts.isFile() || !tableEndings.has(path.extname(file).toLowerCase())) {
      throw new AppError('import.notATable');
    }
    const token = await host.admit(file);
    return { ok: true, value: { token, name: path.basename(named), bytes: facts.size } };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toPayload() };
    console.error('a dropped file was not taken:', error);
    return { ok: false, error: { code: 'import.fileGone', params: {} } };
  }
}
