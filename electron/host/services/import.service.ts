import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportInspection, ReadOptions } from '../../../core/contract/import.contract.ts';
import { withKnownItems } from '../../../core/domain/import/known-items.ts';
import {
  surveyMappingOfRows,
  vocMappingOfRows,
} from '../../../core/domain/import/mapping-recall.ts';
import {
  findMapping,
  listKnownItems,
  waveExists,
} from '../../../db/repositories/import.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { headerSignature } from '../imports/header-signature.ts';
import { type ImportOrder, runImport } from '../imports/import-job.ts';
import type { FileInspection } from '../imports/import-messages.ts';
import { ImportWorker } from '../imports/import-worker.ts';
import { localToday } from '../local-date.ts';

export const importHandlers: HandlersOf<'import'> = {
  'import.inspect': async (context, { token, options }) => {
    const file = context.files.resolveExisting(token);
    const inspection = await inspectInWorker(file.path, options);
    return { fileName: file.name, ...(await recalled(context, inspection)) };
  },
  'import.startVoc': (context, { token, options, mapping }) =>
    startJob(context, {
      session: context.session,
      file: context.files.resolveExisting(token),
      options,
      target: { purpose: 'voc', mapping, today: localToday() },
    }),
  'import.startSurvey': async (context, { token, options, mapping, waveName, surveyedOn }) => {
    const { session } = context;
    if (await waveExists(session.db, waveName)) {
      throw new AppError('import.waveExists', { name: waveName });
    }
    return startJob(context, {
      session,
      file: context.files.resolveExisting(token),
      options,
      target: { purpose: 'survey', mapping, wave: { name: waveName, surveyedOn } },
    });
  },
};

async function inspectInWorker(file: string, options: ReadOptions): Promise<FileInspection> {
  const worker = new ImportWorker({ kind: 'inspect', file, options });
  try {
    return (await worker.answer('inspected')).inspection;
  } finally {
    await worker.stop();
  }
}

/** What was done before with the same headers, or the same questions, beats any guess. */
async function recalled(
  context: HostContext,
  inspection: FileInspection,
): Promise<Omit<ImportInspection, 'fileName'>> {
  if (!context.hasSession) return { ...inspection, remembered: false };
  const { db } = context.session;
  const signature = headerSignature(inspection.headers);
  const voc = await findMapping(db, 'voc', signature);
  const survey = await findMapping(db, 'survey', signature);
  const vocMapping = voc === null ? null : vocMappingOfRows(voc);
  const surveyMapping = survey === null ? null : surveyMappingOfRows(survey);
  return {
    ...inspection,
    vocMapping: vocMapping ?? inspection.vocMapping,
    surveyMapping:
      surveyMapping ?? withKnownItems(inspection.surveyMapping, await listKnownItems(db)),
    remembered: vocMapping !== null || surveyMapping !== null,
  };
}

function startJob(context: HostContext, order: ImportOrder): { jobId: string } {
  const { purpose } = order.target;
  const jobId = context.jobs.start(
    { kind: `import.${purpose}`, subject: order.file.name, phase: 'reading' },
    async (control) => {
      const importSummary = await runImport(context, order, control);
      context.changed(purpose === 'voc' ? ['voc'] : ['survey', 'voc', 'csi']);
      return { importSummary };
    },
  );
  return { jobId };
}
