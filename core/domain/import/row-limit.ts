import { AppError } from '../../contract/app-error.ts';

/**
 * So many VOC a workspace holds, and so many respondents one wave: the columns that answer filters and
 * counts lie in memory, and with more an import would need over 600 MB (see docs/performance.md).
 */
export const rowsAtMost = 1_500_000;

/** @throws AppError `import.tooManyRows`: `count` rows of one file are more than a workspace holds */
export function refuseTooManyRows(count: number): void {
  if (count > rowsAtMost) throw new AppError('import.tooManyRows', { most: shown(rowsAtMost) });
}

/** @throws AppError `import.workspaceFull`: what is there and what would come are more than it holds */
export function refuseBeyondWorkspace(there: number, coming: number): void {
  if (there + coming <= rowsAtMost) return;
  throw new AppError('import.workspaceFull', {
    most: shown(rowsAtMost),
    there: shown(there),
    coming: shown(coming),
  });
}

function shown(count: number): string {
  return count.toLocaleString('en-US');
}
