import { AppError } from '../../../core/contract/app-error.ts';
import { maxHouseSide } from '../../../core/contract/house.contract.ts';
import { readOptionsSchema } from '../../../core/contract/import.contract.ts';
import { maxKanoRespondents } from '../../../core/contract/kano.contract.ts';
import { openTable } from '../imports/open-table.ts';
import type { WorkerTask } from '../work-in-worker.ts';

/** The answers of a Kano survey in a file. */
export interface KanoFileTask extends WorkerTask {
  readonly file: string;
}

/** A name, and two columns for each row of the largest house. */
const mostColumns = 1 + 2 * maxHouseSide;

/** Its rows as texts, heads first. `onRows` is told how many are read; it throws to give it up. */
export async function readKanoFile(
  file: string,
  onRows: (read: number) => void,
): Promise<string[][]> {
  const table = await openTable(file, readOptionsSchema.parse({}));
  if (table.headers.length > mostColumns) {
    throw new AppError('kano.tooManyColumns', { max: mostColumns });
  }
  const rows = [[...table.headers]];
  for await (const batch of table.batches()) {
    for (const { cells } of batch) rows.push(cells);
    if (rows.length > maxKanoRespondents + 1) {
      throw new AppError('kano.tooManyRespondents', { max: maxKanoRespondents });
    }
    onRows(rows.length - 1);
  }
  return rows;
}
