import type { AllHandlers } from './handlers.ts';
import { actionHandlers } from './services/action.service.ts';
import { affinityHandlers } from './services/affinity.service.ts';
import { bulkHandlers } from './services/bulk.service.ts';
import { cascadeHandlers } from './services/cascade.service.ts';
import { cellHandlers } from './services/cell.service.ts';
import { csfHandlers } from './services/csf.service.ts';
import { csiHandlers } from './services/csi.service.ts';
import { customerHandlers } from './services/customer.service.ts';
import { duplicateHandlers } from './services/duplicate.service.ts';
import { exportHandlers } from './services/export.service.ts';
import { handlingHandlers } from './services/handling.service.ts';
import { houseHandlers } from './services/house.service.ts';
import { houseFileHandlers } from './services/house-file.service.ts';
import { importHandlers } from './services/import.service.ts';
import { importanceHandlers } from './services/importance.service.ts';
import { insightHandlers } from './services/insight.service.ts';
import { jobHandlers } from './services/job.service.ts';
import { judgementHandlers } from './services/judgement.service.ts';
import { kanoHandlers } from './services/kano.service.ts';
import { preferenceHandlers } from './services/preference.service.ts';
import { privacyHandlers } from './services/privacy.service.ts';
import { reportHandlers } from './services/report.service.ts';
import { requirementHandlers } from './services/requirement.service.ts';
import { roundHandlers } from './services/round.service.ts';
import { stabilityHandlers } from './services/stability.service.ts';
import { surveyHandlers } from './services/survey.service.ts';
import { trailHandlers } from './services/trail.service.ts';
import { viewHandlers } from './services/view.service.ts';
import { vocHandlers } from './services/voc.service.ts';
import { votingHandlers } from './services/voting.service.ts';
import { workshopHandlers } from './services/workshop.service.ts';
import { workspaceHandlers } from './services/workspace.service.ts';

/** One handler for every method of the contract; the compiler misses none. */
export const allHandlers: AllHandlers = {
  ...workspaceHandlers,
  ...vocHandlers,
  ...bulkHandlers,
  ...handlingHandlers,
  ...customerHandlers,
  ...privacyHandlers,
  ...exportHandlers,
  ...cellHandlers,
  ...viewHandlers,
  ...requirementHandlers,
  ...affinityHandlers,
  ...houseHandlers,
  ...houseFileHandlers,
  ...cascadeHandlers,
  ...roundHandlers,
  ...judgementHandlers,
  ...importanceHandlers,
  ...kanoHandlers,
  ...workshopHandlers,
  ...votingHandlers,
  ...csfHandlers,
  ...stabilityHandlers,
  ...actionHandlers,
  ...surveyHandlers,
  ...csiHandlers,
  ...importHandlers,
  ...duplicateHandlers,
  ...reportHandlers,
  ...insightHandlers,
  ...jobHandlers,
  ...trailHandlers,
  ...preferenceHandlers,
};
