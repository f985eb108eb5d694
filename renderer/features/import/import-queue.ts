import type { DuplicateChoice, VocMapping } from '../../../core/contract/import.contract.ts';
import type { PickedFile } from '../../../core/contract/shell.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import {
  changeImport,
  changeQueued,
  type ImportSession,
  importSession,
  queuedFile,
  type ReadChoices,
} from './import-session.ts';
import { payloadOf } from './import-steps.ts';
import { jobEnd, problemOf } from './job-end.ts';

/** How one file of the queue is read and what its columns become. */
interface Reading {
  token: string;
  options: ReadChoices;
  mapping: VocMapping;
}

/** Checks every file of the queue, one after another; one that fails does not stop the others. */
export async function checkFiles(): Promise<void> {
  const { queue } = importSession('voc');
  changeImport('voc', {
    step: 'check',
    problem: null,
    queue: queue.map(({ file }) => queuedFile(file)),
  });
  for (const { file } of queue) {
    const goesOn = await eachFile(file, 'checking', async () => {
      const { jobId } = await host.call('import.checkVoc', await readingOf(file));
      changeQueued(file, { jobId });
      const job = await jobEnd(jobId);
      if (job.importCheck === null) return { state: 'failed', problem: problemOf(job) };
      const isWanted = changeQueued(file, { state: 'checked', check: job.importCheck });
      if (!isWanted) {
        await host.call('import.discardCheck', { checkId: job.importCheck.checkId });
      }
      return {};
    });
    if (!goesOn) return;
  }
}

/** Imports every file of the queue, as it was checked or as the mapping says. */
export async function importFiles(duplicates: DuplicateChoice): Promise<void> {
  const { queue } = importSession('voc');
  changeImport('voc', { step: 'run', duplicates, problem: null });
  for (const { file, check, state } of queue) {
    if (state === 'failed') continue;
    const goesOn = await eachFile(file, 'importing', async () => {
      // Files checked before the others came in know nothing of them.
      const isFresh = duplicates === 'keep' || queue.length === 1;
      const { jobId } =
        check !== null && isFresh
          ? await host.call('import.commitCheck', { checkId: check.checkId, duplicates })
          : await host.call('import.startVoc', { ...(await readingOf(file)), duplicates });
      changeQueued(file, { jobId });
      if (queue.length === 1) changeImport('voc', { jobId });
      const job = await jobEnd(jobId);
      if (job.importSummary === null) return { state: 'failed', problem: problemOf(job) };
      return { state: 'done', summary: job.importSummary };
    });
    if (!goesOn) return;
  }
}

async function eachFile(
  file: PickedFile,
  state: 'checking' | 'importing',
  work: () => Promise<Parameters<typeof changeQueued>[1]>,
): Promise<boolean> {
  if (!changeQueued(file, { state, problem: null })) return false;
  try {
    return changeQueued(file, await work());
  } catch (error) {
    return changeQueued(file, { state: 'failed', problem: payloadOf(error) });
  }
}

/** Files with the same columns share the mapping on screen; another has what is guessed for it. */
async function readingOf(file: PickedFile): Promise<Reading> {
  const session: ImportSession = importSession('voc');
  const { token } = file;
  if (file === session.file) {
    return { token, options: session.options, mapping: session.vocMapping };
  }
  const { sheet: _, ...options } = session.options;
  const inspection = await host.call('import.inspect', { token, options });
  const isSame =
    JSON.stringify(inspection.headers) === JSON.stringify(session.inspection?.headers ?? []);
  return { token, options, mapping: isSame ? session.vocMapping : inspection.vocMapping };
}
