import { AppError, type ErrorPayload } from '../../../core/contract/app-error.ts';
import type { PickedFile } from '../../../core/contract/shell.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import {
  changeImport,
  type ImportPurpose,
  importSession,
  type ReadChoices,
} from './import-session.ts';
import { surveyColumnsOf, surveyMappingFrom } from './survey-columns.ts';

/** Looks into a file just chosen and goes on to its preview. */
export async function takeFile(purpose: ImportPurpose, file: PickedFile): Promise<void> {
  await inspect(purpose, file, {}, waveNameOf(file.name));
}

/** Reads the same file again in another way. */
export async function readAnew(purpose: ImportPurpose, options: ReadChoices): Promise<void> {
  const { file, waveName } = importSession(purpose);
  if (file !== null) await inspect(purpose, file, options, waveName);
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

export function payloadOf(error: unknown): ErrorPayload {
  return error instanceof AppError ? error.toPayload() : { code: 'app.hostGone', params: {} };
}

/** A survey is first called what its file is called. */
function waveNameOf(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').slice(0, 200);
}
