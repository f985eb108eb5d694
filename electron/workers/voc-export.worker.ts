import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import { csvLine } from '../../core/domain/import/delimited-writer.ts';
import {
  harmlessCell,
  type ListCell,
  listHeads,
  listRow,
} from '../../core/domain/voc/voc-list-table.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import { openRaw } from '../../db/connection.ts';
import { listedFields, listedVoc } from '../../db/listed-voc.ts';
import { xlsxText } from '../host/exporters/xlsx/xlsx-text.ts';
import type { VocExportMessage, VocExportTask } from '../host/voc-export/voc-export-messages.ts';

const task = workerData as VocExportTask;
const translate = translatorOver(task.words);

function send(message: VocExportMessage): void {
  parentPort?.postMessage(message);
}

try {
  const raw = openRaw(task.workspaceFile, { readonly: true });
  try {
    // One transaction: the list is that of one moment, whatever is edited meanwhile.
    raw.exec('BEGIN');
    await (task.format === 'csv' ? writeCsv(rows()) : writeWorkbook(rows()));
  } finally {
    raw.close();
  }
  send({ kind: 'finished', bytes: statSync(task.target).size });

  function* rows(): Generator<ListCell[]> {
    const fields = listedFields(raw);
    yield listHeads(fields, translate);
    let done = 0;
    for (const batch of listedVoc(raw, task.ids)) {
      for (const voc of batch) yield listRow(voc, fields, translate, task.asWritten);
      done += batch.length;
      send({ kind: 'progress', done, total: task.ids.length });
    }
  }
} catch (error) {
  console.error('export failed:', error);
  send({ kind: 'failed' });
}

/** UTF-8 with BOM, which is how Excel knows that a CSV is not in the system's own code page. */
async function writeCsv(rows: Iterable<ListCell[]>): Promise<void> {
  const output = createWriteStream(task.target, { mode: 0o600 });
  let mark = '\uFEFF';
  for (const row of rows) {
    const line = `${mark}${csvLine(row.map(harmlessCell))}\r\n`;
    mark = '';
    if (!output.write(line)) await once(output, 'drain');
  }
  output.end();
  await finished(output);
}

async function writeWorkbook(rows: Iterable<ListCell[]>): Promise<void> {
  const [heads = [], ...body] = rows;
  const data = [
    heads.map((value) => ({ value: xlsxText(String(value)), fontWeight: 'bold' as const })),
    ...body.map((row) => row.map(cellOf)),
  ];
  const file = writeXlsxFile([{ sheet: 'VOC', data, stickyRowsCount: 1 }], {
    fontFamily: 'Malgun Gothic',
    fontSize: 10,
  });
  await writeFile(task.target, await file.toBuffer(), { mode: 0o600 });
}

function cellOf(value: ListCell) {
  if (value === '') return null;
  return { value: typeof value === 'string' ? xlsxText(value) : value };
}
