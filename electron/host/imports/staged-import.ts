import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import { csvLine } from '../../../core/domain/import/delimited-writer.ts';
import { columnName } from '../../../core/domain/import/header-row.ts';
import { rowsOfSurveyMapping, rowsOfVocMapping } from '../../../core/domain/import/mapping-rows.ts';
import { isRejection } from '../../../core/domain/import/rejection.ts';
import { refuseTooManyRows } from '../../../core/domain/import/row-limit.ts';
import { surveyRowReader } from '../../../core/domain/import/survey-row.ts';
import { vocDateReading, vocRowReader } from '../../../core/domain/import/voc-row.ts';
import { translatorOver } from '../../../core/i18n/translate.ts';
import { promote } from '../../../db/bulk-load.ts';
import { checkStaged, type StagedCheck } from '../../../db/import-check.ts';
import { ImportStaging } from '../../../db/import-staging.ts';
import type { RememberedMapping } from '../../../db/remembered-mapping.ts';
import { checkStagedSurvey, type StagedSurveyCheck } from '../../../db/survey-check.ts';
import { headerSignature } from './header-signature.ts';
import type {
  PreparedImport,
  PromotedCounts,
  PromoteRequest,
  StagedCounts,
  StageTask,
  WorkerMessage,
} from './import-messages.ts';
import { openTable } from './open-table.ts';
import type { TableRow, TableSource } from './table-source.ts';

type Send = (message: WorkerMessage) => void;

const rejectionsShown = 200;

/** One file on its way into the workspace: read, checked and staged, then promoted. */
export class StagedImport {
  readonly prepared: PreparedImport;
  /** null unless it was asked for. */
  readonly check: StagedCheck | null;
  readonly surveyCheck: StagedSurveyCheck | null;
  readonly #task: StageTask;

  private constructor(
    task: StageTask,
    prepared: PreparedImport,
    found: { check?: StagedCheck; surveyCheck?: StagedSurveyCheck } = {},
  ) {
    this.#task = task;
    this.prepared = prepared;
    this.check = found.check ?? null;
    this.surveyCheck = found.surveyCheck ?? null;
  }

  /** Reads and stages the file, unless an earlier check did; compares what it holds, if asked to. */
  static async of(task: StageTask, send: Send): Promise<StagedImport> {
    if (task.prepared !== null) return new StagedImport(task, task.prepared);
    const prepared = await readAndStage(task, send);
    if (task.target.purpose === 'survey') {
      if (!task.isCheck) return new StagedImport(task, prepared);
      const surveyCheck = checkStagedSurvey(task.stagingFile, task.workspaceFile);
      return new StagedImport(task, prepared, { surveyCheck });
    }
    if (!task.isCheck && task.duplicates === 'keep') return new StagedImport(task, prepared);
    const check = checkStaged(task, (done, total) => {
      refuseWhenCancelled(task);
      send({ kind: 'progress', phase: 'comparing', done, total });
    });
    return new StagedImport(task, prepared, { check });
  }

  promote({ workspaceFile, importedAt }: PromoteRequest, send: Send): PromotedCounts {
    return promote(
      workspaceFile,
      this.#task.stagingFile,
      { ...this.prepared.batch, choice: this.#task.duplicates, importedAt },
      (done, total) => {
        refuseWhenCancelled(this.#task);
        send({ kind: 'progress', phase: 'saving', done, total });
      },
    );
  }
}

async function readAndStage(task: StageTask, send: Send): Promise<PreparedImport> {
  const table = await openTable(task.file, task.options);
  const staging = new ImportStaging(task.stagingFile);
  try {
    const tally = await stageRows(task, table, staging, send);
    const rejectedSample = [];
    if (tally.rejected > 0) {
      await writeRejections(task, table.headers, staging);
      for (const rejection of staging.rejections()) {
        rejectedSample.push(rejection);
        if (rejectedSample.length === rejectionsShown) break;
      }
    }
    const counts: StagedCounts = {
      headers: table.headers,
      read: tally.read,
      rejected: tally.rejected,
      rejectedSample,
      undecodableCharacters: table.undecodableCharacters,
      undecodableRows: table.undecodableRows,
      formulaErrors: table.formulaErrors,
    };
    const batch = {
      purpose: task.target.purpose,
      fileName: task.fileName,
      fileSha256: await table.sha256(),
      encoding: table.encoding,
      sheet: table.sheet,
      ...tally,
      wave: task.target.purpose === 'survey' ? task.target.wave : null,
      questionField: task.questionField,
      mapping: mappingToRemember(task, table.headers),
    };
    return { counts, batch };
  } finally {
    staging.close();
  }
}

interface Tally {
  read: number;
  rejected: number;
  /** Within the file; those already in the workspace come to light at promotion. */
  duplicates: number;
}

async function stageRows(
  task: StageTask,
  table: TableSource,
  staging: ImportStaging,
  send: Send,
): Promise<Tally> {
  let stageRow: ((row: TableRow) => RowOutcome) | null = null;
  const tally: Tally = { read: 0, rejected: 0, duplicates: 0 };
  for await (const rows of table.batches()) {
    refuseWhenCancelled(task);
    // A piece of a file may hold no whole row; the first that does tells how the dates are written.
    if (rows.length === 0) continue;
    stageRow ??= rowStager(task, table, staging, rows);
    for (const row of rows) {
      tally.read++;
      const outcome = stageRow(row);
      if (outcome !== 'staged') tally[outcome]++;
    }
    refuseTooManyRows(tally.read - tally.rejected - tally.duplicates);
    send({ kind: 'progress', phase: 'reading', done: tally.read, total: null });
  }
  if (tally.read === 0) throw new AppError('import.noRows');
  return tally;
}

function mappingToRemember({ target }: StageTask, headers: readonly string[]): RememberedMapping {
  const { purpose } = target;
  const rows =
    target.purpose === 'voc'
      ? rowsOfVocMapping(target.mapping)
      : rowsOfSurveyMapping(target.mapping);
  return { purpose, signature: headerSignature(headers), rows };
}

type RowOutcome = 'staged' | 'duplicates' | 'rejected';

function rowStager(
  { target }: StageTask,
  { headers, from1904 }: TableSource,
  staging: ImportStaging,
  firstRows: readonly TableRow[],
): (row: TableRow) => RowOutcome {
  const rejected = (
    { rowNumber, cells }: TableRow,
    rejection: { reason: string; params: Record<string, string | number> },
  ) => {
    staging.addRejection({ rowNumber, cells, ...rejection });
    return 'rejected' as const;
  };
  if (target.purpose === 'voc') {
    const { mapping, today } = target;
    const first = firstRows.map(({ cells }) => cells);
    const dates = vocDateReading(headers, mapping, first, from1904);
    const read = vocRowReader(headers, mapping, today, dates);
    return (row) => {
      const voc = read(row.cells);
      if (isRejection(voc)) return rejected(row, voc);
      return staging.addVoc(voc) ? 'staged' : 'duplicates';
    };
  }
  const reader = surveyRowReader(headers, target.mapping);
  staging.setColumns(reader);
  return (row) => {
    const respondent = reader.read(row.cells, row.rowNumber);
    if (isRejection(respondent)) return rejected(row, respondent);
    return staging.addRespondent(respondent) ? 'staged' : 'duplicates';
  };
}

/** UTF-8 with BOM, which is how Excel knows that a CSV is not in the system's own code page. */
async function writeRejections(
  task: StageTask,
  headers: readonly string[],
  staging: ImportStaging,
): Promise<void> {
  const { column, reasons } = task.rejectionWords;
  const words = translatorOver({ import: reasons });
  let width = headers.length;
  for (const { cells } of staging.rejections()) width = Math.max(width, cells.length);
  const names = Array.from({ length: width }, (_, index) => columnName(headers, index));

  const output = createWriteStream(task.rejectedFile, { mode: 0o600 });
  await writeLine(output, `\uFEFF${csvLine([...names, column])}`);
  for (const { cells, reason, params } of staging.rejections()) {
    const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '');
    await writeLine(output, csvLine([...padded, words(`import:${reason}`, params)]));
  }
  output.end();
  await finished(output);
}

async function writeLine(output: WriteStream, line: string): Promise<void> {
  if (!output.write(`${line}\r\n`)) await once(output, 'drain');
}

function refuseWhenCancelled({ cancelFlag }: StageTask): void {
  if (Atomics.load(new Int32Array(cancelFlag), 0) !== 0) throw new AppError('import.cancelled');
}
