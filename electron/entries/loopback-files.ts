import { createReadStream, createWriteStream } from 'node:fs';
import { constants, copyFile, mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/contract/app-error.ts';
import type { PickedFile } from '../../core/contract/shell.contract.ts';
import { safeFileName } from '../../core/domain/workspace/workspace-file-name.ts';
import type { HostContext } from '../host/host-context.ts';
import { refuse } from './loopback-guard.ts';

/** Files go up and down as opaque tokens of the vault; no path is ever named by the page. */
export function serveFiles(
  app: FastifyInstance,
  { context, uploadLimitBytes }: { context: HostContext; uploadLimitBytes: number },
): void {
  // The body stays a stream: a survey of a gigabyte never stands in memory.
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));

  app.post<{ Querystring: { name?: string } }>('/upload', async (request, reply) => {
    const body = request.body;
    if (!isReadable(body)) return refuse(reply, 415, 'app.invalidInput', { reason: 'body' });
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > uploadLimitBytes) {
      return refuse(reply.header('connection', 'close'), 413, 'app.tooLarge');
    }
    try {
      return await receive(context, body, plainName(request.query.name), uploadLimitBytes);
    } catch (error) {
      if (error instanceof AppError && error.code === 'app.tooLarge') {
        return refuse(reply.header('connection', 'close'), 413, 'app.tooLarge');
      }
      // Whoever stopped sending waits for no answer.
      if (request.raw.destroyed && !request.raw.complete) return reply.hijack();
      throw error;
    }
  });

  app.get<{ Params: { token: string }; Querystring: { name?: string } }>(
    '/files/:token',
    async (request, reply) => {
      const file = context.files.resolveExisting(request.params.token);
      const { size } = await stat(file.path);
      return reply
        .type('application/octet-stream')
        .header('content-length', size)
        .header('content-disposition', attachment(plainName(request.query.name ?? file.name)))
        .send(createReadStream(file.path));
    },
  );
}

async function receive(
  context: HostContext,
  body: Readable,
  name: string,
  limitBytes: number,
): Promise<PickedFile> {
  const { token, path: target } = context.files.prepare(name);
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limitBytes) done(new AppError('app.tooLarge'));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  const kept = await keepWorkspace(context.folders.workspaces, target, name);
  return { token: kept === null ? token : context.files.admit(kept), name, bytes };
}

/**
 * What is written into an uploaded workspace must outlive this process, so it moves from the
 * temporary folder to where workspaces live. Null for any other file.
 */
async function keepWorkspace(folder: string, file: string, name: string): Promise<string | null> {
  if (path.extname(name).toLowerCase() !== '.csm' || !(await isSqlite(file))) return null;
  await mkdir(folder, { recursive: true });
  const stem = safeFileName(path.basename(name, path.extname(name)));
  for (let number = 1; ; number++) {
    const target = path.join(folder, `${number === 1 ? stem : `${stem} (${number})`}.csm`);
    try {
      await copyFile(file, target, constants.COPYFILE_EXCL);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
    await rm(file, { force: true });
    return target;
  }
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return bytesRead === 16 && buffer.toString('latin1') === 'SQLite format 3\0';
  } finally {
    await handle.close();
  }
}

/** A name that is only a name, on every file system, and safe inside a header. */
function plainName(name = ''): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = [...last.normalize('NFC')]
    .filter((character) => !/[\p{Cc}\p{Cs}"<>:|?*]/u.test(character))
    .slice(-150)
    .join('')
    .replace(/^\.+/, '')
    .trim();
  return plain === '' ? 'file' : plain;
}

/** RFC 6266: an ASCII name for old readers and the real one, percent-encoded, for all others. */
function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll('"', '');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function isReadable(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body;
}
