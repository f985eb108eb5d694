import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { mostRowsInWorkbook } from '../../../core/contract/export.contract.ts';
import type { ReportFile } from '../../../core/contract/import.contract.ts';
import { translatorOver } from '../../../core/i18n/translate.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localToday } from '../local-date.ts';
import { localeTrees } from '../locale-words.ts';
import { logUnmaskingOf } from '../unmask-log.ts';
import { writeVocList } from '../voc-export/write-voc-list.ts';

type VocExportOrder = ParsedInputOf<'export.startVoc'>;

export const exportHandlers: HandlersOf<'export'> = {
  'export.startVoc': async (context, order) => {
    const ids = await context.session.vocIndex.matchingIds(order.filter);
    if (ids.length === 0) throw new AppError('export.nothing');
    if (order.format === 'xlsx' && ids.length > mostRowsInWorkbook) {
      throw new AppError('export.tooManyForWorkbook', { most: mostRowsInWorkbook });
    }
    const words = localeTrees(order.locale);
    const name = translatorOver(words)('voc:export.fileName', { date: localToday() });
    const fileName = `${name}.${order.format}`;
    const jobId = context.jobs.start(
      { kind: 'export', subject: fileName, phase: 'writing' },
      async (control) => ({
        reportFile: await writeFileOf(context, order, { ids, words, fileName }, control),
      }),
    );
    return { jobId };
  },
};

interface Prepared {
  ids: Uint32Array;
  words: ReturnType<typeof localeTrees>;
  fileName: string;
}

async function writeFileOf(
  context: HostContext,
  { format, purpose }: VocExportOrder,
  { ids, words, fileName }: Prepared,
  control: JobControl,
): Promise<ReportFile> {
  const startedMs = performance.now();
  if (purpose !== null) {
    const count = ids.length;
    const nobody = { vocId: null, customerId: null };
    await logUnmaskingOf(context, { purpose, scope: 'export', count, ...nobody });
  }
  const { token, path } = context.files.prepare(fileName);
  const task = {
    workspaceFile: context.session.file,
    ids,
    format,
    words,
    asWritten: purpose !== null,
    target: path,
  };
  const bytes = await writeVocList(task, control.signal, (done, total) =>
    control.report({ done, total }),
  );
  return { token, fileName, bytes, seconds: Math.round(performance.now() - startedMs) / 1000 };
}
