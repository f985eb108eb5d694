import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { mostRowsInWorkbook, type PictureFormat } from '../../../core/contract/export.contract.ts';
import type { ReportFile } from '../../../core/contract/report.contract.ts';
import { safeFileName } from '../../../core/domain/workspace/workspace-file-name.ts';
import { translatorOver } from '../../../core/i18n/translate.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localToday } from '../local-date.ts';
import { localeTrees } from '../locale-words.ts';
import { requireWorkspace } from '../reports/gather-report-data.ts';
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
  'export.picture': async (context, { title, format, data }) => {
    const bytes = pictureBytes(format, data);
    const { name } = await requireWorkspace(context);
    const day = localToday().replaceAll('-', '');
    const fileName = `${safeFileName(`${title}_${name}`)}_${day}.${format}`;
    const { token, path } = context.files.prepare(fileName);
    await writeFile(path, bytes, { mode: 0o600 });
    return { token, fileName };
  },
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Refuses what is no picture of that format: a broken one would only show when it is opened. */
function pictureBytes(format: PictureFormat, data: string): Buffer {
  const bytes = Buffer.from(data, format === 'png' ? 'base64' : 'utf8');
  const isPicture =
    format === 'png'
      ? bytes.subarray(0, pngSignature.length).equals(pngSignature)
      : data.startsWith('<svg') && data.trimEnd().endsWith('</svg>');
  if (!isPicture) throw new AppError('export.noPicture');
  return bytes;
}

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
