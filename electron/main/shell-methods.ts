import { copyFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { Result } from '../../core/contract/app-error.ts';
import {
  contract,
  type OutputOf,
  type ParsedInputOf,
  type ShellMethodName,
} from '../../core/contract/contract.ts';
import type { FilePurpose } from '../../core/contract/shell.contract.ts';
import type { Translate } from '../../core/i18n/translate.ts';
import type { HostProcess } from './host-process.ts';

export interface ShellContext {
  host: HostProcess;
  window: BrowserWindow;
  words: Translate;
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
      defaultPath: path.join(app.getPath('documents'), `${plainName(suggestedName)}.csm`),
      filters: filtersFor('workspace', words),
    });
    if (place.canceled || !place.filePath) return { ok: true, value: null };
    return { ok: true, value: { token: await host.admit(place.filePath) } };
  },
  'shell.deliverFile': async ({ host, window }, { token, fileName }) => {
    const source = await host.locate(token);
    if (!source.ok) return source;
    const name = plainName(fileName);
    const place = await dialog.showSaveDialog(window, {
      defaultPath: path.join(app.getPath('documents'), name),
      filters: [{ name: path.extname(name).slice(1), extensions: [path.extname(name).slice(1)] }],
    });
    if (place.canceled || !place.filePath) return { ok: true, value: { delivered: false } };
    try {
      await copyFile(String(source.value), place.filePath);
    } catch {
      return { ok: false, error: { code: 'app.cannotSave', params: { fileName: name } } };
    }
    return { ok: true, value: { delivered: true } };
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
  return handler(context, parsed.data);
}

function filtersFor(purpose: FilePurpose, words: Translate): FileFilter[] {
  if (purpose === 'workspace') {
    return [{ name: words('menu:files.workspace'), extensions: ['csm'] }];
  }
  return [
    { name: words('menu:files.table'), extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
    { name: words('menu:files.all'), extensions: ['*'] },
  ];
}

/** Whatever comes from the page is a name and never a path. */
function plainName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[<>:"|?*]/g, '')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return plain === '' ? 'workbench' : plain;
}
