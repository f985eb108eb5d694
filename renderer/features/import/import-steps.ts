import { AppError, type ErrorPayload } from '../../../core/contract/app-error.ts';
import type { PickedFile } from '../../../core/contract/shell.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import {
  changeImport,
  type ImportPurpose,
  importSession,
  queuedFile,
  type ReadChoices,
  restartImport,
} from './import-session.ts';
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

/** A table copied elsewhere, as a file. Where its first row holds data, it has no header. */
export async function takeText(purpose: ImportPurpose, text: string, name: string): Promise<void> {
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
  const common = { token: session.file.token, options: session.options };
  changeImport(purpose, { busy: true, problem: null });
  try {
    const { jobId } =
      purpose === 'voc'
        ? await host.call('import.startVoc', { ...common, mapping: session.vocMapping })
        : await host.call('import.startSurvey', {
            ...common,
            mapping: surveyMappingFrom(session.surveyColumns),
            waveName: session.waveName.trim(),
            surveyedOn: session.surveyedOn,
          });
    changeImport(purpose, { busy: false, step: 'run', jobId });
  } catch (error) {
    changeImport(purpose, { busy: false, problem: payloadOf(error) });
  }
}

/** What was checked and not imported lies in the host's temporary folder until it is thrown away. */
export async function discardChecks(purpose: ImportPurpose): Promise<void> {
  const { queue } = importSession(purpose);
  changeImport(purpose, { queue: queue.map(({ file }) => queuedFile(file)) });
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
