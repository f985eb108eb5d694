import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import path from 'node:path';
import {
  type LoopbackOptions,
  type LoopbackServer,
  startLoopback,
} from '../../electron/entries/loopback-server.ts';
import { startTestHost, type TestHost } from './host-builder.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface RawRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface TestLoopback {
  server: LoopbackServer;
  test: TestHost;
  /** A request as sent on the wire: the path is not tidied and no header is added but Host. */
  send(path: string, options?: RawRequest): Promise<Answer>;
  /** Redeems a new link; answers with the headers that a page of ours sends along. */
  signIn(): Promise<{ cookie: string; origin: string }>;
  dispose(): Promise<void>;
}

/** A real loopback server before a real host, with a page and one asset in place of the built screen. */
export async function startTestLoopback(
  options: Partial<LoopbackOptions> & { workspace?: 'empty' | 'sample' | 'none' } = {},
): Promise<TestLoopback> {
  const { workspace, ...loopbackOptions } = options;
  const test = await startTestHost(workspace === undefined ? {} : { workspace });
  const rendererFolder = path.join(test.folder, 'renderer');
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(
    path.join(rendererFolder, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>screen</title>',
  );
  writeFileSync(path.join(rendererFolder, 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(path.join(test.folder, 'secret.txt'), 'nobody may read this');
  const server = await startLoopback({ host: test.host, rendererFolder, ...loopbackOptions });
  const send = (target: string, raw: RawRequest = {}) => sendTo(server, target, raw);
  return {
    server,
    test,
    send,
    signIn: async () => {
      const link = new URL(server.newLaunchLink());
      const answer = await send(`${link.pathname}${link.search}`);
      const cookie = answer.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
      return { cookie, origin: server.origin };
    },
    async dispose() {
      await server.close();
      await test.dispose();
    },
  };
}

function sendTo(server: LoopbackServer, target: string, raw: RawRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path: target,
        method: raw.method ?? 'GET',
        headers: { host: `127.0.0.1:${server.port}`, ...raw.headers },
        agent: false,
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(raw.body);
  });
}
