import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { Locale } from '../../../core/contract/common.schema.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { HousePicture, OpenedWorkbook } from '../../../core/contract/house-file.contract.ts';
import type { ReportFile } from '../../../core/contract/report.contract.ts';
import type { RoundModel } from '../../../core/contract/round.contract.ts';
import { recordFault } from '../../../core/domain/house/house-record.ts';
import { checkedScale } from '../../../core/domain/house/relation-scale.ts';
import { csvLine } from '../../../core/domain/import/delimited-writer.ts';
import { harmlessCell } from '../../../core/domain/voc/voc-list-table.ts';
import { safeFileName } from '../../../core/domain/workspace/workspace-file-name.ts';
import { findHouse } from '../../../db/repositories/house.repository.ts';
import { readWorkspaceRow } from '../../../db/repositories/workspace.repository.ts';
import { writeHouseModel } from '../../../db/write-house.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { applyChanges } from '../house-file/apply-changes.ts';
import type { OpenedSheets } from '../house-file/open-house-file.ts';
import { runHouseFile } from '../house-file/run-house-file.ts';
import { requireHouse } from '../house-guard.ts';
import { readHouseModel } from '../house-view.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { localToday } from '../local-date.ts';
import { localeTrees } from '../locale-words.ts';

type FileOrder = ParsedInputOf<'houseFile.start'>;

export const houseFileHandlers: HandlersOf<'houseFile'> = {
  'houseFile.start': async (context, order) => {
    const record = await requireRecord(context, order.houseId);
    requireBothSides(record);
    const day = localToday().replaceAll('-', '');
    const fileName = `${safeFileName(record.name)}_${day}.${order.format}`;
    const jobId = context.jobs.start(
      { kind: 'export', subject: fileName, phase: 'drawingHouse' },
      async (control) => ({
        reportFile: await makeFile(context, order, { record, fileName }, control),
      }),
    );
    return { jobId };
  },

  'houseFile.draw': async (context, { houseId, drawing, theme, locale }) => {
    const record = await requireRecord(context, houseId);
    const never = new AbortController().signal;
    return runHouseFile<HousePicture>(
      { kind: 'draw', theme, ...onPaper(record, drawing, locale) },
      never,
    );
  },

  'houseFile.open': async (context, { token }) => {
    const { path: file, name: fileName } = context.files.resolveExisting(token);
    const workspaceKey = await workspaceKeyOf(context);
    const opened = await shownWhenLong(
      context.jobs,
      { kind: 'export', subject: fileName, phase: 'reading' },
      ({ signal }) =>
        runHouseFile<OpenedSheets>({ kind: 'open', file, fileName, workspaceKey }, signal),
    );
    return { ...opened, fileName, workbook: await withHouse(context, opened.workbook) };
  },

  'houseFile.saveTable': async (context, { name, rows }) => {
    const day = localToday().replaceAll('-', '');
    const fileName = `${safeFileName(name)}_${day}.csv`;
    const { token, path } = context.files.prepare(fileName);
    // With the mark by which Excel knows UTF-8.
    const text = rows.map((row) => `${csvLine(row.map(harmlessCell))}\r\n`).join('');
    await writeFile(path, `\uFEFF${text}`, { mode: 0o600 });
    return { token, fileName };
  },

  'houseFile.apply': async (context, { houseId, before, record, taken }) => {
    requireSound(before);
    requireSound(record);
    const { name } = await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'houseFile:undo.apply', params: { name } },
      ['house', 'csf', 'requirement', 'action'],
      (trx) => applyChanges(trx, houseId, { before, after: record }, new Set(taken)),
    );
  },

  'houseFile.create': (context, { record }) => {
    requireSound(record);
    return context.edit(
      { label: 'houseFile:undo.create', params: { name: record.name } },
      ['house'],
      async (trx) => ({
        id: await writeHouseModel(trx, record, { createdAt: new Date().toISOString() }),
      }),
    );
  },
};

function requireSound(record: RoundModel): void {
  const fault = recordFault(record);
  if (fault === 'tooMany') throw new AppError('houseFile.tooMany');
  if (fault !== null) throw new AppError('houseFile.broken');
  checkedScale(record.scale);
}

/** The house that a workbook was made of, when it is still there. */
async function withHouse(
  { session }: HostContext,
  workbook: OpenedSheets['workbook'],
): Promise<OpenedWorkbook | null> {
  if (workbook === null) return null;
  const { houseId, ...rest } = workbook;
  const house = houseId === null ? null : await findHouse(session.db, houseId);
  const now = house === null ? null : await readHouseModel(session.db, house.id);
  return { ...rest, house: house === null || now === null ? null : { ...house, now } };
}

async function requireRecord({ session }: HostContext, houseId: number): Promise<RoundModel> {
  const record = await readHouseModel(session.db, houseId);
  if (record === null) throw new AppError('house.notFound');
  return record;
}

function requireBothSides({ whats, hows }: RoundModel): void {
  if (whats.length === 0 || hows.length === 0) throw new AppError('houseFile.nothing');
}

/** What tells this workspace from others, also after it was renamed or copied elsewhere. */
async function workspaceKeyOf({ session }: HostContext): Promise<string> {
  return (await readWorkspaceRow(session.db)).created_at;
}

function onPaper(record: RoundModel, drawing: FileOrder['drawing'], locale: Locale) {
  return { record, drawing, locale, date: localToday(), words: localeTrees(locale) };
}

async function makeFile(
  context: HostContext,
  { houseId, format, paper, drawing, locale }: FileOrder,
  { record, fileName }: { record: RoundModel; fileName: string },
  control: JobControl,
): Promise<ReportFile> {
  const startedMs = performance.now();
  const { token, path: target } = context.files.prepare(fileName);
  const houseKey = `${await workspaceKeyOf(context)}#${houseId}`;
  const bytes = await runHouseFile<number>(
    { kind: 'write', format, paper, houseKey, target, ...onPaper(record, drawing, locale) },
    control.signal,
    (done, total) => control.report({ done, total }),
  );
  const seconds = Math.round(performance.now() - startedMs) / 1000;
  return { token, fileName, bytes, seconds };
}
