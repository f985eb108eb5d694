import { writeFile } from 'node:fs/promises';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { ReportFile } from '../../../core/contract/report.contract.ts';
import { translatorOver } from '../../../core/i18n/translate.ts';
import { reportFileName } from '../../../core/reports/build-report.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localToday } from '../local-date.ts';
import { localeTrees } from '../locale-words.ts';
import { gatherReportData, requireWorkspace } from '../reports/gather-report-data.ts';
import { renderReport } from '../reports/render-report.ts';
import type { ReportTask } from '../reports/report-messages.ts';

type ReportOrder = ParsedInputOf<'report.start'>;

export const reportHandlers: HandlersOf<'report'> = {
  'report.start': async (context, order) => {
    // Asked here, so that "nothing is open" is an answer and not a job that fails.
    const { name } = await requireWorkspace(context);
    const words = localeTrees(order.locale);
    const fileName = reportFileName(
      order.kind,
      order.format,
      name,
      localToday(),
      translatorOver(words),
    );
    const jobId = context.jobs.start(
      { kind: 'report', subject: fileName, phase: 'gathering' },
      async (control) => ({
        reportFile: await makeReport(context, order, words, fileName, control),
      }),
    );
    return { jobId };
  },
};

async function makeReport(
  context: HostContext,
  { kind, format, locale }: ReportOrder,
  words: ReportTask['words'],
  fileName: string,
  control: JobControl,
): Promise<ReportFile> {
  const startedMs = performance.now();
  // To learn the words of a million VOC may take long: who cancels need not wait for it.
  const data = await unlessAborted(control.signal, gatherReportData(context, kind));
  control.report({ phase: 'drawing' });
  const bytes = await renderReport(
    { kind, format, locale, words, data },
    control.signal,
    (done, total) => control.report({ done, total }),
  );
  control.report({ phase: 'saving' });
  const { token, path } = context.files.prepare(fileName);
  await writeFile(path, bytes, { mode: 0o600, signal: control.signal });
  return {
    token,
    fileName,
    bytes: bytes.byteLength,
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
}

function unlessAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const stop = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return Promise.race([work, aborted.promise]).finally(() =>
    signal.removeEventListener('abort', stop),
  );
}
