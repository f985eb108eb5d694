import { AppError, type ErrorPayload } from '../../../core/contract/app-error.ts';
import type { SurveyCheck } from '../../../core/contract/import.contract.ts';
import type { PickedFile } from '../../../core/contract/shell.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import {
  changeImport,
  type ImportPurpose,
  type ImportSession,
  importSession,
  queuedFile,
  type ReadChoices,
  restartImport,
} from './import-session.ts';
import { jobEnd, problemOf } from './job-end.ts';
import { surveyColumnsOf, surveyMappingFrom } from './survey-columns.ts';

/** Looks into the first of the files just chosen and goes on to its preview. */
export async function takeFiles(
  purpose: ImportPurpose,
  files: readonly PickedFile[],
): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  await discardChecks(purpose);
  changeImport(purpose, { queue: files.map(queuedFile), duplicates: 'keep' });
  await inspect(purpose, first, {}, waveNameOf(first.name));
}

/** Reads the same file again in another way. */
export async function readAnew(purpose: ImportPurpose, options: ReadChoices): Promise<void> {
  const { file, waveName } = importSession(purpose);
  if (file !== null) await inspect(purpose, file, options, waveName);
}

/** What lies on the clipboard, if the shell lets a page look there. */
export async function takeClipboard(purpose: ImportPurpose, name: string): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => {
    throw new AppError('import.clipboardBlocked');
  });
  await takeText(purpose, text, name);
}

/** A table copied elsewhere, as a file. Where its first row holds data, it has no header. */
export async function takeText(purpose: ImportPurpose, text: string, name: string): Promise<void> {
  if (text.trim() === '') throw new AppError('import.clipboardEmpty');
  changeImport(purpose, { busy: true, problem: null });
  const file = await host.call('import.fromText', { text, name });
  await takeFiles(purpose, [file]);
  const { inspection } = importSession(purpose);
  if (inspection !== null && !inspection.headerLikely) await readAnew(purpose, { headerRow: 0 });
}

async function inspect(
  purpose: ImportPurpose,
  file: PickedFile,
  options: ReadChoices,
  waveName: string,
): Promise<void> {
  changeImport(purpose, { busy: true, problem: null, file, options });
  try {
    const inspection = await host.call('import.inspect', { token: file.token, options });
    changeImport(purpose, {
      busy: false,
      step: 'preview',
      inspection,
      vocMapping: inspection.vocMapping,
      surveyColumns: surveyColumnsOf(inspection.headers, inspection.surveyMapping),
      waveName,
    });
  } catch (error) {
    changeImport(purpose, { busy: false, problem: payloadOf(error) });
  }
}

/** Starts the job; from here on it runs whether or not anybody looks. */
export async function startImport(purpose: ImportPurpose): Promise<void> {
  const session = importSession(purpose);
  if (session.file === null) return;
  changeImport(purpose, { busy: true, problem: null });
  try {
    const { token } = session.file;
    const { options, vocMapping } = session;
    const { jobId } =
      purpose === 'voc'
        ? await host.call('import.startVoc', { token, options, mapping: vocMapping })
        : await host.call('import.startSurvey', surveyOrder(session, session.file));
    changeImport(purpose, { busy: false, step: 'run', jobId });
  } catch (error) {
    changeImport(purpose, { busy: false, problem: payloadOf(error) });
  }
}

function surveyOrder(session: ImportSession, { token }: PickedFile) {
  return {
    token,
    options: session.options,
    mapping: surveyMappingFrom(session.surveyColumns),
    waveName: session.waveName.trim(),
    surveyedOn: session.surveyedOn,
  };
}

/** Counts what the survey would bring; nothing is written. */
export async function checkSurvey(): Promise<void> {
  const session = importSession('survey');
  const { file } = session;
  if (file === null) return;
  const fresh = { surveyCheck: null, checkJobId: null, checkProblem: null };
  changeImport('survey', { ...fresh, step: 'check', problem: null });
  // Whoever went back or took another file meanwhile waits for another answer.
  const isAwaited = (jobId: string | null) =>
    importSession('survey').step === 'check' && importSession('survey').checkJobId === jobId;
  try {
    const { jobId } = await host.call('import.checkSurvey', surveyOrder(session, file));
    if (!isAwaited(null)) return await host.call('job.cancel', { id: jobId });
    changeImport('survey', { checkJobId: jobId });
    const job = await jobEnd(jobId);
    const { surveyCheck } = job;
    if (isAwaited(jobId)) {
      changeImport('survey', {
        surveyCheck,
        checkProblem: surveyCheck === null ? problemOf(job) : null,
      });
    } else if (surveyCheck !== null) {
      await host.call('import.discardCheck', { checkId: surveyCheck.checkId });
    }
  } catch (error) {
    if (isAwaited(null)) changeImport('survey', { checkProblem: payloadOf(error) });
  }
}

/** Imports the survey as it was checked. */
export async function importCheckedSurvey({ checkId }: SurveyCheck): Promise<void> {
  changeImport('survey', { busy: true });
  try {
    const { jobId } = await host.call('import.commitCheck', { checkId });
    changeImport('survey', { busy: false, step: 'run', surveyCheck: null, jobId });
  } catch (error) {
    changeImport('survey', { busy: false, surveyCheck: null, checkProblem: payloadOf(error) });
  }
}

/** What was checked and not imported lies in the host's temporary folder until it is thrown away. */
export async function discardChecks(purpose: ImportPurpose): Promise<void> {
  const { queue, surveyCheck } = importSession(purpose);
  changeImport(purpose, {
    queue: queue.map(({ file }) => queuedFile(file)),
    surveyCheck: null,
    checkJobId: null,
    checkProblem: null,
  });
  if (surveyCheck !== null) {
    await host.call('import.discardCheck', { checkId: surveyCheck.checkId });
  }
  for (const { check, summary } of queue) {
    if (check === null || summary !== null) continue;
    await host.call('import.discardCheck', { checkId: check.checkId });
  }
}

/** Begins the wizard anew, without what the last walk left. */
export async function beginAnew(purpose: ImportPurpose): Promise<void> {
  await discardChecks(purpose);
  restartImport(purpose);
}

export function payloadOf(error: unknown): ErrorPayload {
  return error instanceof AppError ? error.toPayload() : { code: 'app.hostGone', params: {} };
}

/** A survey is first called what its file is called. */
function waveNameOf(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').slice(0, 200);
}
