import { workerData } from 'node:worker_threads';
import { surveyImportance } from '../../core/domain/importance/survey-importance.ts';
import type { ImportanceTask } from '../host/importance/derive-importance.ts';
import { answerTask } from './answer-task.ts';

const task: ImportanceTask = workerData;

await answerTask(task, () => surveyImportance(task.whole, task.columns, task.method));
