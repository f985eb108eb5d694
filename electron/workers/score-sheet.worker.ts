import { writeFile } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import { writeDescribedWorkbook } from '../host/exporters/xlsx/described-workbook.ts';
import { readSheets } from '../host/imports/read-sheets.ts';
import type { ScoreSheetAnswers, ScoreSheetTask } from '../host/workshop/score-sheet-task.ts';
import { answerTask } from './answer-task.ts';

const task: ScoreSheetTask = workerData;

await answerTask<ScoreSheetAnswers[ScoreSheetTask['kind']]>(task, async () => {
  if (task.kind === 'read') return { sheets: (await readSheets(task.file)).sheets };
  await writeFile(task.target, await writeDescribedWorkbook(task.workbook), { mode: 0o600 });
  return null;
});
