import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import open from 'open';
import { AppError } from '../../../core/contract/app-error.ts';
import { openSample } from '../../host/first-workspace.ts';
import type { Host } from '../../host/host.ts';
import { wordsForError } from '../../host/locale-words.ts';
import { type LoopbackServer, startLoopback } from '../loopback-server.ts';
import type { Command, CommandSurroundings } from './command.ts';
import { existingFile } from './command-arguments.ts';
import { withHost } from './command-host.ts';

export const serveCommand: Command = {
  name: 'serve',
  synopsis: '[W] [--port N] [--sample]',
  explanation: 'app:cli.serve',
  options: { port: { type: 'string' }, sample: { type: 'boolean' } },
  run: async (given, surroundings) => {
    const [file] = given.allPositionals();
    given.refuseMoreThan(1);
    const port = given.wholeNumber('port', { from: 0, to: 65_535 }) ?? 0;
    const rendererFolder = builtScreen();
    await withHost(async (host) => {
      if (file !== undefined) await openFile(host, existingFile(file));
      else if (given.flag('sample')) await openSampleIfPossible(host, surroundings);
      const server = await listen({ host, port, rendererFolder });
      try {
        await serveUntilStopped(server, surroundings);
      } finally {
        await server.close();
      }
    });
    return { output: null, exitCode: 0 };
  },
};

async function openFile(host: Host, file: string): Promise<void> {
  await host.request('workspace.open', { token: host.context.files.admit(file) });
}

/** A first start must show the screen even when the sample cannot be had. */
async function openSampleIfPossible(host: Host, { words }: CommandSurroundings): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    await openSample(host, words('app:terminal.sampleName'), () =>
      say(words('app:terminal.makingSample')),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say(words('app:terminal.sampleFailed', { reason: wordsForError(words, error) }));
  }
}

async function listen(options: {
  host: Host;
  port: number;
  rendererFolder: string;
}): Promise<LoopbackServer> {
  try {
    return await startLoopback(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new AppError('app.portTaken', { port: options.port });
    }
    throw error;
  }
}

async function serveUntilStopped(
  server: LoopbackServer,
  { signal, words }: CommandSurroundings,
): Promise<void> {
  const link = printLink(server);
  process.stderr.write(`${words('app:terminal.hint')}\n`);
  process.stdin.on('data', () => printLink(server));
  // A terminal that goes away must not take the open screens with it.
  process.stdin.on('error', () => undefined);
  await openBrowser(link);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  process.stderr.write(`${words('app:terminal.closing')}\n`);
  process.stdin.destroy();
}

function printLink(server: LoopbackServer): string {
  const link = server.newLaunchLink();
  process.stdout.write(`Workbench ready: ${link}\n`);
  return link;
}

async function openBrowser(link: string): Promise<void> {
  if (process.env.CI || process.env.CSM_NO_OPEN) return;
  try {
    const browser = await open(link);
    browser.on('error', () => undefined);
  } catch {
    // Without a browser to open, the printed link is the way in.
  }
}

/** From source: electron/entries/csm/ → out/renderer. Bundled: out/main/ → out/renderer. */
function builtScreen(): string {
  const relative = import.meta.url.endsWith('.ts') ? '../../../out/renderer' : '../renderer';
  const folder = fileURLToPath(new URL(relative, import.meta.url));
  if (!existsSync(path.join(folder, 'index.html'))) throw new AppError('app.screenNotBuilt');
  return folder;
}
