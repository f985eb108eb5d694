import { AppError } from '../../../core/contract/app-error.ts';
import type { ReadOptions } from '../../../core/contract/import.contract.ts';
import { DelimitedFile } from './delimited-file.ts';
import { fileKindOf } from './file-kind.ts';
import type { TableSource } from './table-source.ts';

/** @throws AppError with a code for everything a person can mend. */
export async function openTable(file: string, options: ReadOptions): Promise<TableSource> {
  const kind = await fileKindOf(file);
  switch (kind) {
    case 'xlsx': {
      // Text files, the common case, start sooner without the workbook reader.
      const { SpreadsheetFile } = await import('./spreadsheet-file.ts');
      return SpreadsheetFile.open(file, options);
    }
    case 'text':
      return DelimitedFile.open(file, options);
    case 'empty':
      throw new AppError('import.emptyFile');
    case 'encrypted':
      throw new AppError('import.encrypted');
    case 'oldExcel':
      throw new AppError('import.oldExcel');
    case 'webPage':
      throw new AppError('import.webPage');
    case 'other':
      throw new AppError('import.notATable');
  }
}
