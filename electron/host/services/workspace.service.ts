import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import type {
  UndoStepInfo,
  WorkspaceCheck,
  WorkspaceInfo,
} from '../../../core/contract/workspace.contract.ts';
import {
  safeFileName,
  workspaceExtension,
} from '../../../core/domain/workspace/workspace-file-name.ts';
import { migrations } from '../../../db/migrate.ts';
import {
  branchNameOf,
  listBranches,
  setBranchRegion,
} from '../../../db/repositories/branch.repository.ts';

import {
  listImports,
  readWorkspaceRow,
  renameWorkspace,
} from '../../../db/repositories/workspace.repository.ts';
import { writeSampleWorkspace } from '../../../db/sample/write-sample.ts';
import { checkDatabaseFile } from '../../../db/workspace-check.ts';
import {
  copyAsItIs,
  copyVerified,
  createWorkspaceFile,
  openWorkspaceFile,
} from '../../../db/workspace-file.ts';
import { escalateOverdue } from '../escalation.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { localToday } from '../local-date.ts';
import { localeWords } from '../locale-words.ts';
import { readOverview } from '../overview.ts';
import { prepareList } from '../prepare-list.ts';
import { forgetWorkspace, listRecentWorkspaces, rememberWorkspace } from '../recent-workspaces.ts';
import { checkBesideWork } from '../upkeep/check-beside-work.ts';
import { checkWorkspace, rebuildSearch, updateFile } from '../upkeep/run-upkeep.ts';
import { editableAreas, WorkspaceSession } from '../workspace-session.ts';

/** Any number will do; one number makes everybody's sample the same. */
const sampleSeed = 20_260;

export const workspaceHandlers: HandlersOf<'workspace' | 'undo'> = {
  'workspace.current': async (context) => (context.hasSession ? describeOpen(context) : null),
  'workspace.listRecent': (context) => listRecentWorkspaces(context.preferences, context.files),
  'workspace.create': async (context, { name, token, sample }) => {
    const file =
      token === undefined ? freePlace(context.folders.workspaces, name) : placeOf(context, token);
    createWorkspaceFile(
      file,
      { name, sample, createdAt: new Date().toISOString() },
      sample
        ? (raw) => writeSampleWorkspace(raw, { seed: sampleSeed, today: localToday() })
        : undefined,
    );
    return openFile(context, file);
  },
  'workspace.open': async (context, { token }) => {
    const { path: file, name } = context.files.resolve(token);
    try {
      return await openFile(context, file);
    } catch (error) {
      throw underItsName(error, name);
    }
  },
  'workspace.close': async (context) => {
    await context.switchSession(async () => null);
    context.changed(editableAreas);
  },
  'workspace.forgetRecent': (context, { token }) => {
    forgetWorkspace(context.preferences, context.files.resolve(token).path);
    context.changed(['workspace']);
  },
  'workspace.saveCopy': async (context) => {
    const { session } = context;
    const fileName = path.basename(session.file);
    const copy = context.files.prepare(fileName);
    const copyTo = session.damaged ? copyAsItIs : copyVerified;
    await session.whileNobodyWrites(() => copyTo(session.raw, copy.path));
    return { token: copy.token, fileName };
  },
  'workspace.check': ({ session }) => checkWorkspace(session),
  'workspace.rebuildSearch': (context) => {
    const { session } = context;
    const jobId = context.jobs.start(
      { kind: 'search.rebuild', subject: path.basename(session.file), phase: 'indexing' },
      async (control) => {
        await rebuildSearch(session, control);
        context.changed(['voc']);
        return {};
      },
    );
    return { jobId };
  },
  'workspace.rename': async (context, { name }) => {
    await context.edit({ label: 'workspace:undo.rename', params: { name } }, ['workspace'], (trx) =>
      renameWorkspace(trx, name),
    );
    await rememberOpen(context);
  },
  'workspace.overview': (context) => readOverview(context.session, localToday()),
  'workspace.listBranches': (context) => listBranches(context.session.db),
  'workspace.setBranchRegion': (context, { id, region }) => changeBranchRegion(context, id, region),
  'workspace.listImports': (context) => listImports(context.session.db),
  'undo.state': (context) => context.session.undoState(),
  'undo.undo': (context) => replayStep(context, 'undo'),
  'undo.redo': (context) => replayStep(context, 'redo'),
};

/** A step that a worker takes back shows as a job when that takes long. */
async function replayStep(
  context: HostContext,
  direction: 'undo' | 'redo',
): Promise<UndoStepInfo | null> {
  const { session } = context;
  const next = session.undoState()[direction];
  if (next === null) return null;
  const words = localeWords(context.preferences.get('locale') === 'en' ? 'en' : 'ko');
  const subject = words(next.label, next.params);
  const step = await shownWhenLong(
    context.jobs,
    { kind: 'undo', subject, phase: direction },
    (watch) => session[direction](watch),
  );
  if (step !== null) context.changed(editableAreas);
  return step;
}

/** For a file that no session holds (the command line): read only, and without taking its lock. */
export function checkWorkspaceFile(file: string): WorkspaceCheck {
  if (!existsSync(file))
    throw new AppError('workspace.notFound', { fileName: path.basename(file) });
  return checkDatabaseFile(file);
}

async function changeBranchRegion(context: HostContext, id: number, region: string): Promise<void> {
  const branch = await branchNameOf(context.session.db, id);
  if (branch === null) throw new AppError('workspace.branchUnknown');
  await context.edit(
    { label: 'workspace:undo.setBranchRegion', params: { branch } },
    ['voc', 'survey'],
    (trx) => setBranchRegion(trx, id, region),
  );
}

/** What was open stays open when `file` is refused; opening what is open already changes nothing. */
async function openFile(context: HostContext, file: string): Promise<WorkspaceInfo> {
  await context.switchSession(async (current) => {
    if (current !== null && isSameFile(current.file, file)) return current;
    const session = new WorkspaceSession(
      await openWorkspaceFile(path.resolve(file), migrations, (older) =>
        updateFile(context.jobs, older),
      ),
      context.folders.temporary,
    );
    // What fails now will fail when it is asked for, and say so then.
    await prepareList(session).catch((error) => console.error('the list is not ready:', error));
    return session;
  });
  const info = await rememberOpen(context);
  context.changed(editableAreas);
  void escalateOverdue(context);
  void checkBesideWork(context);
  return info;
}

/** Puts the open workspace first among the recent ones, by the name it has now. */
async function rememberOpen(context: HostContext): Promise<WorkspaceInfo> {
  const info = await describeOpen(context);
  rememberWorkspace(context.preferences, {
    file: info.displayPath,
    name: info.name,
    openedAt: new Date().toISOString(),
  });
  return info;
}

/** An uploaded file lies under a name of ours; a refusal speaks of the one the person chose. */
function underItsName(error: unknown, fileName: string): unknown {
  return error instanceof AppError && 'fileName' in error.params
    ? new AppError(error.code, { ...error.params, fileName })
    : error;
}

async function describeOpen(context: HostContext): Promise<WorkspaceInfo> {
  const { db, file, schemaVersion } = context.session;
  const row = await readWorkspaceRow(db);
  return {
    name: row.name,
    fileName: path.basename(file),
    displayPath: file,
    schemaVersion,
    sample: row.sample === 1,
    createdAt: row.created_at,
  };
}

function isSameFile(one: string, other: string): boolean {
  if (path.resolve(one) === path.resolve(other)) return true;
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

function placeOf(context: HostContext, token: string): string {
  const { path: picked } = context.files.resolve(token);
  return path.extname(picked).toLowerCase() === workspaceExtension
    ? picked
    : `${picked}${workspaceExtension}`;
}

/** `<name>.csm` in the workspace folder, or `<name> (2).csm` and so on when that is taken. */
function freePlace(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const base = path.join(folder, safeFileName(name));
  let file = `${base}${workspaceExtension}`;
  for (let number = 2; existsSync(file); number++)
    file = `${base} (${number})${workspaceExtension}`;
  return file;
}
