import type { SurveyMethod } from '../../../core/contract/importance.contract.ts';
import {
  type SurveyImportance,
  surveyImportance,
} from '../../../core/domain/importance/survey-importance.ts';
import { inWorker, newCancelFlag, type WorkerTask } from '../work-in-worker.ts';

/** One survey's answers, as `surveyImportance` takes them. */
interface SurveyAnswers {
  whole: Float64Array;
  columns: readonly (Float64Array | null)[];
  method: SurveyMethod;
}

export type ImportanceTask = WorkerTask & SurveyAnswers;

/** Steps that take some 20 ms: below it, a thread would take longer to start than the work. */
const smallWork = 1_000_000;

/** Worked out at once for few WHATs and respondents, in a thread of its own for many. */
export async function derivedImportance(survey: SurveyAnswers): Promise<SurveyImportance> {
  const { whole, columns, method } = survey;
  const linked = columns.filter((column) => column !== null).length;
  // Shares go over every two WHATs; of a correlation, only laying out the answers takes time.
  const stepsEach = method === 'relativeWeight' ? linked : 10;
  if (whole.length * linked * stepsEach <= smallWork) {
    return surveyImportance(whole, columns, method);
  }
  const task: ImportanceTask = { ...survey, cancelFlag: newCancelFlag() };
  return inWorker<SurveyImportance>('importance', task);
}
