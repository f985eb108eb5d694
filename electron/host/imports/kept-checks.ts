import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import type {
  ImportCheck,
  SurveyCheck,
  VocTarget,
} from '../../../core/contract/import.contract.ts';
import { normalizeHeader } from '../../../core/domain/import/header-row.ts';
import type { StagedCheck } from '../../../db/import-check.ts';
import { listKnownImports } from '../../../db/repositories/import.repository.ts';
import type { StagedSurveyCheck } from '../../../db/survey-check.ts';
import type { HostContext } from '../host-context.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { ImportOrder } from './import-job.ts';
import type { PreparedImport, StageTask } from './import-messages.ts';
import { removeStagingFile } from './staging-files.ts';

/** A file that was checked and lies staged, ready to be imported or thrown away. */
export interface KeptCheck {
  order: ImportOrder;
  task: StageTask;
  prepared: PreparedImport;
}

/** Staged rows hold customers' words: they go with the workspace they were checked against. */
const checksOf = new WeakMap<WorkspaceSession, Map<string, KeptCheck>>();

/** A person walks through few files at once; what is beyond that was given up. */
const keptAtMost = 20;

function keep(session: WorkspaceSession, check: KeptCheck): string {
  let checks = checksOf.get(session);
  if (checks === undefined) {
    const fresh = new Map<string, KeptCheck>();
    session.whenClosing(async () => {
      for (const { task } of fresh.values()) removeFilesOf(task);
    });
    checksOf.set(session, fresh);
    checks = fresh;
  }
  const id = randomUUID();
  checks.set(id, check);
  const [oldest] = checks.keys();
  if (checks.size > keptAtMost && oldest !== undefined) discardCheck(session, oldest);
  return id;
}

/** Gives the check to the caller, who now answers for its files. */
export function takeCheck(session: WorkspaceSession, id: string): KeptCheck {
  const check = checksOf.get(session)?.get(id);
  if (check === undefined) throw new AppError('import.checkGone');
  checksOf.get(session)?.delete(id);
  return check;
}

/** Nothing happens when it is gone already. */
export function discardCheck(session: WorkspaceSession, id: string): void {
  const checks = checksOf.get(session);
  const check = checks?.get(id);
  if (check === undefined) return;
  checks?.delete(id);
  removeFilesOf(check.task);
}

export function removeFilesOf({ stagingFile, rejectedFile }: StageTask): void {
  removeStagingFile(stagingFile);
  rmSync(rejectedFile, { force: true });
}

/** A token for the file of rejected rows; null when none was. */
export function admitRejected(
  context: HostContext,
  { fileName, rejectedFile }: StageTask,
  rejected: number,
): string | null {
  if (rejected === 0) return null;
  return context.files.admit(rejectedFile, `${path.parse(fileName).name} (${rejected}).csv`);
}

/** Keeps what was checked and says what it shows. */
export async function describeCheck(
  context: HostContext,
  { check, ...kept }: KeptCheck & { check: StagedCheck },
  startedMs: number,
): Promise<ImportCheck> {
  const { order, task, prepared } = kept;
  const { counts, batch } = prepared;
  const { filledFields, filledExtras, knownIds, ...shown } = check;
  const knownImports = await listKnownImports(order.session.db, batch.fileSha256);
  return {
    ...shown,
    checkId: keep(order.session, kept),
    fileName: order.file.name,
    read: counts.read,
    ...rejectionsOf(context, kept),
    duplicateIds: { inFile: batch.duplicates, inWorkspace: knownIds },
    undecodableCharacters: counts.undecodableCharacters,
    undecodableRows: counts.undecodableRows,
    formulaErrors: counts.formulaErrors,
    columns: counts.headers.map((header) => {
      const target = targetOf(task, header);
      const filled = target === 'extra' ? (filledExtras[header] ?? 0) : filledFields[target];
      return {
        header,
        target,
        filled: defaulted.includes(target) ? null : (filled ?? 0),
        unread: target === 'extra' ? 0 : (filledExtras[header] ?? 0),
      };
    }),
    knownImports,
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
}

/** The same for a survey. */
export async function describeSurveyCheck(
  context: HostContext,
  { surveyCheck, ...kept }: KeptCheck & { surveyCheck: StagedSurveyCheck },
  startedMs: number,
): Promise<SurveyCheck> {
  const { order, prepared } = kept;
  const { counts, batch } = prepared;
  const knownImports = await listKnownImports(order.session.db, batch.fileSha256);
  return {
    ...surveyCheck,
    checkId: keep(order.session, kept),
    fileName: order.file.name,
    waveName: batch.wave?.name ?? '',
    surveyedOn: batch.wave?.surveyedOn ?? '',
    read: counts.read,
    duplicates: batch.duplicates,
    ...rejectionsOf(context, kept),
    undecodableCharacters: counts.undecodableCharacters,
    undecodableRows: counts.undecodableRows,
    formulaErrors: counts.formulaErrors,
    knownImports,
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
}

function rejectionsOf(context: HostContext, { task, prepared: { counts } }: KeptCheck) {
  return {
    rejected: counts.rejected,
    rejectedSample: counts.rejectedSample,
    rejectedHeaders: counts.headers,
    rejectedToken: admitRejected(context, task, counts.rejected),
  };
}

/** An empty cell of these takes a default, so that every row holds something. */
const defaulted: readonly VocTarget[] = ['receivedAt', 'channel', 'kind'];

function targetOf({ target }: StageTask, header: string): VocTarget {
  if (target.purpose !== 'voc') return 'extra';
  const named = Object.entries(target.mapping.columns).find(
    ([name]) => name === header || normalizeHeader(name) === header,
  );
  return named?.[1] ?? 'extra';
}
