import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type {
  ImportInspection,
  ImportSummary,
  ReadOptions,
} from '../../../core/contract/import.contract.ts';
import { withKnownItems } from '../../../core/domain/import/known-items.ts';
import {
  surveyMappingOfRows,
  vocMappingOfRows,
} from '../../../core/domain/import/mapping-recall.ts';
import {
  findMapping,
  listKnownImports,
  listKnownItems,
  waveExists,
} from '../../../db/repositories/import.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { headerSignature } from '../imports/header-signature.ts';
import { checkImport, type ImportOrder, runChecked, runImport } from '../imports/import-job.ts';
import type { FileInspection } from '../imports/import-messages.ts';
import { ImportWorker } from '../imports/import-worker.ts';
import { discardCheck, takeCheck } from '../imports/kept-checks.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localToday } from '../local-date.ts';
import { templateHandlers } from './import-template.service.ts';

export const importHandlers: HandlersOf<'import'> = {
  ...templateHandlers,
  'import.inspect': async (context, { token, options }) => {
    const file = context.files.resolveExisting(token);
    const inspection = await inspectInWorker(file.path, options);
    return { fileName: file.name, ...(await recalled(context, inspection)) };
  },
  'import.startVoc': (context, { token, options, mapping, duplicates }) =>
    startJob(context, {
      duplicates,
      session: context.session,
      file: context.files.resolveExisting(token),
      options,
      target: { purpose: 'voc', mapping, today: localToday() },
    }),
  'import.startSurvey': async (context, input) =>
    startJob(context, await surveyOrder(context, input)),
  'import.checkSurvey': async (context, input) =>
    startCheck(context, await surveyOrder(context, input)),
  'import.checkVoc': (context, { token, options, mapping }) => {
    return startCheck(context, {
      session: context.session,
      file: context.files.resolveExisting(token),
      options,
      target: { purpose: 'voc', mapping, today: localToday() },
      duplicates: 'keep',
    });
  },
  'import.commitCheck': (context, { checkId, duplicates }) => {
    const check = takeCheck(context.session, checkId);
    return startImportJob(context, check.order, (control) =>
      runChecked(context, check, duplicates, control),
    );
  },
  'import.discardCheck': ({ session }, { checkId }) => discardCheck(session, checkId),
  'import.fromText': async ({ files }, { text, name }) => {
    const { token, path } = files.prepare('pasted.csv', name);
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf8');
    await writeFile(path, bytes, { mode: 0o600 });
    return { token, name, bytes: bytes.length };
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
  { sha256, ...inspection }: FileInspection,
): Promise<Omit<ImportInspection, 'fileName'>> {
  if (!context.hasSession) return { ...inspection, remembered: false, knownImports: [] };
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
    knownImports: sha256 === null ? [] : await listKnownImports(db, sha256),
  };
}

/** Refuses a name that another wave has before anything is read. */
async function surveyOrder(
  { session, files }: HostContext,
  { token, options, mapping, waveName, surveyedOn }: ParsedInputOf<'import.startSurvey'>,
): Promise<ImportOrder> {
  if (await waveExists(session.db, waveName)) {
    throw new AppError('import.waveExists', { name: waveName });
  }
  return {
    session,
    file: files.resolveExisting(token),
    options,
    target: { purpose: 'survey', mapping, wave: { name: waveName, surveyedOn } },
    duplicates: 'keep',
  };
}

function startCheck(context: HostContext, order: ImportOrder): { jobId: string } {
  const jobId = context.jobs.start(
    { kind: 'import.check', subject: order.file.name, phase: 'reading' },
    (control) => checkImport(context, order, control),
  );
  return { jobId };
}

function startJob(context: HostContext, order: ImportOrder): { jobId: string } {
  return startImportJob(context, order, (control) => runImport(context, order, control));
}

function startImportJob(
  context: HostContext,
  { target: { purpose }, file }: ImportOrder,
  work: (control: JobControl) => Promise<ImportSummary>,
): { jobId: string } {
  const jobId = context.jobs.start(
    { kind: `import.${purpose}`, subject: file.name, phase: 'reading' },
    async (control) => {
      const importSummary = await work(control);
      context.changed(purpose === 'voc' ? ['voc', 'customer'] : ['survey', 'voc', 'csi']);
      return { importSummary };
    },
  );
  return { jobId };
}
