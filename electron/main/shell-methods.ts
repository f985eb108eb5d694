import { stat } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { AppError, type Result } from '../../core/contract/app-error.ts';
import {
  contract,
  type OutputOf,
  type ParsedInputOf,
  type ShellMethodName,
} from '../../core/contract/contract.ts';
import type { FilePurpose } from '../../core/contract/shell.contract.ts';
import {
  safeFileName,
  workspaceExtension,
} from '../../core/domain/workspace/workspace-file-name.ts';
import type { Translate } from '../../core/i18n/translate.ts';
import type { HostProcess } from './host-process.ts';

export interface ShellContext {
  host: HostProcess;
  window: BrowserWindow;
  words: Translate;
  openProjector: (workshopId: number) => void;
}

type ShellHandlers = {
  [M in ShellMethodName]: (
    context: ShellContext,
    input: ParsedInputOf<M>,
  ) => Promise<Result<OutputOf<M>>>;
};

/** The methods only a shell can answer: dialogs, and carrying files to where the person wants them. */
const shellHandlers: ShellHandlers = {
  'shell.pickFile': async ({ host, window, words }, { purpose }) => {
    const picked = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: filtersFor(purpose, words),
    });
    const [file] = picked.filePaths;
    if (picked.canceled || file === undefined) return { ok: true, value: null };
    const { size } = await stat(file);
    return {
      ok: true,
      value: { token: await host.admit(file), name: path.basename(file), bytes: size },
    };
  },
  'shell.pickNewWorkspace': async ({ host, window, words }, { suggestedName }) => {
    const place = await dialog.showSaveDialog(window, {
      defaultPath: path.join(
        app.getPath('documents'),
        `${safeFileName(suggestedName)}${workspaceExtension}`,
      ),
      filters: filtersFor('workspace', words),
    });
    if (place.canceled || !place.filePath) return { ok: true, value: null };
    return { ok: true, value: { token: await host.admit(place.filePath) } };
  },
  'shell.deliverFile': async ({ host, window }, { token, fileName }) => {
    const name = `${safeFileName(path.parse(fileName).name)}${path.extname(fileName)}`;
    const kind = path.extname(name).slice(1);
    const place = await dialog.showSaveDialog(window, {
      defaultPath: path.join(app.getPath('documents'), name),
      filters: [{ name: kind, extensions: [kind] }],
    });
    if (place.canceled || !place.filePath) return { ok: true, value: { delivered: false } };
    const done = await host.deliver(token, place.filePath);
    return done.ok ? { ok: true, value: { delivered: true } } : done;
  },
  'shell.openProjector': async ({ openProjector }, { workshopId }) => {
    openProjector(workshopId);
    return { ok: true, value: undefined };
  },
  'shell.info': async () => ({
    ok: true,
    value: { kind: 'desktop', version: app.getVersion(), platform: process.platform },
  }),
};

/** Answers a shell method with its input checked, as the host does for its own. */
export async function callShell(
  context: ShellContext,
  method: ShellMethodName,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = contract[method].input.safeParse(input ?? {});
  if (!parsed.success) {
    return { ok: false, error: { code: 'app.invalidInput', params: { method } } };
  }
  const handler = shellHandlers[method] as (
    context: ShellContext,
    input: unknown,
  ) => Promise<Result<unknown>>;
  try {
    return await handler(context, parsed.data);
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toPayload() };
    console.error(`${method} failed:`, error);
    return { ok: false, error: { code: 'app.unexpected', params: { method } } };
  }
}

function filtersFor(purpose: FilePurpose, words: Translate): FileFilter[] {
  if (purpose === 'workspace') {
    return [{ name: words('menu:files.workspace'), extensions: ['csm'] }];
  }
  if (purpose === 'mapping') return [{ name: 'JSON', extensions: ['json'] }];
  return [
    { name: words('menu:files.table'), extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
    { name: words('menu:files.all'), extensions: ['*'] },
  ];
}
