import cookies from '@fastify/cookie';
import serveFolder from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { AppError } from '../../core/contract/app-error.ts';
import type { Host } from '../host/host.ts';
import { answerUnread, hooksSeeAll, takeAnyExpectation } from '../host/http/unread-requests.ts';
import { applicationPage, contentSecurityPolicy } from '../page/application-page.ts';
import { LoopbackAccess } from './loopback-access.ts';
import { serveEvents } from './loopback-events.ts';
import { serveFiles } from './loopback-files.ts';
import {
  guardEveryRequest,
  refuse,
  sendSessionPage,
  sessionCookieName,
  wantsPage,
} from './loopback-guard.ts';

export interface LoopbackOptions {
  host: Host;
  /** The built screen: index.html and its assets. */
  rendererFolder: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Most bytes of one JSON call. */
  callLimitBytes?: number;
  uploadLimitBytes?: number;
  heartbeatMs?: number;
}

export interface LoopbackServer {
  readonly port: number;
  readonly origin: string;
  /** A link that opens the workbench once. The one before it, if still unused, stops working. */
  newLaunchLink(): string;
  /** Stops listening and ends every stream; the host stays the caller's. */
  close(): Promise<void>;
}

const defaults = {
  port: 0,
  callLimitBytes: 16 * 1024 * 1024,
  uploadLimitBytes: 4 * 1024 * 1024 * 1024,
  heartbeatMs: 15_000,
};

/** Serves the screen and the host's methods to a browser on this computer, and to nobody else. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const settings = { ...defaults, ...options };
  const access = new LoopbackAccess();
  let port = settings.port;
  const app = fastify({
    bodyLimit: settings.callLimitBytes,
    // Asking for the head of a link must not spend it.
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    http: hooksSeeAll,
    frameworkErrors: (error, _request, reply) => void answerFault(error, reply),
    clientErrorHandler: answerUnread(contentSecurityPolicy()),
  });
  takeAnyExpectation(app.server);
  // A form of another site can post plain text without asking first; JSON it cannot.
  app.removeContentTypeParser('text/plain');
  await app.register(cookies);
  guardEveryRequest(app, { access, port: () => port });
  app.setErrorHandler((error: FastifyError, _request, reply) => answerFault(error, reply));
  serveLaunch(app, access, () => port);
  serveCalls(app, settings.host);
  serveEvents(app, settings);
  serveFiles(app, {
    context: settings.host.context,
    uploadLimitBytes: settings.uploadLimitBytes,
  });
  await serveScreen(app, settings.rendererFolder);
  await app.listen({ host: '127.0.0.1', port });
  const address = app.server.address();
  if (address !== null && typeof address === 'object') port = address.port;
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    newLaunchLink: () => `${origin}/launch?token=${access.issueLaunchToken()}`,
    close: () => app.close(),
  };
}

/** Exchanges the link's token for a cookie and leaves the token out of the address at once. */
function serveLaunch(app: FastifyInstance, access: LoopbackAccess, port: () => number): void {
  app.get<{ Querystring: { token?: string } }>('/launch', async (request, reply) => {
    const cookie = sessionCookieName(port());
    if (access.admits(request.cookies[cookie])) return reply.redirect('/', 303);
    // A browser that looks ahead must not spend the link before the person follows it.
    if (request.headers['sec-purpose'] !== undefined) return refuse(reply, 503, 'app.sessionEnded');
    const session = access.redeem(String(request.query.token ?? ''));
    if (session === null) return sendSessionPage(reply, 403);
    return reply
      .setCookie(cookie, session, { httpOnly: true, sameSite: 'strict', path: '/' })
      .redirect('/', 303);
  });
}

function serveCalls(app: FastifyInstance, host: Host): void {
  app.post('/call', async (request, reply) => {
    const body = request.body;
    if (typeof body !== 'object' || body === null || !('method' in body)) {
      return refuse(reply, 400, 'app.unknownMethod');
    }
    return host.call(body.method, 'input' in body ? body.input : {});
  });
}

async function serveScreen(app: FastifyInstance, rendererFolder: string): Promise<void> {
  const sendPage = async (reply: FastifyReply) => {
    const { html, policy } = await applicationPage(rendererFolder);
    return reply
      .header('content-security-policy', policy)
      .type('text/html; charset=utf-8')
      .send(html);
  };
  // Named before the folder's own files: the page is never sent without its nonce.
  app.get('/', (_request, reply) => sendPage(reply));
  app.get('/index.html', (_request, reply) => sendPage(reply));
  await app.register(serveFolder, {
    root: rendererFolder,
    index: false,
    list: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, file) => {
      // Built assets carry a hash of their content in their name.
      if (/[/\\]assets[/\\]/.test(file)) {
        reply.header('cache-control', 'private, max-age=31536000, immutable');
      }
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isScreen = wantsPage(request) && !/\.\w+$/.test(request.url.split('?', 1)[0] ?? '');
    return isScreen ? sendPage(reply) : refuse(reply, 404, 'app.notFound');
  });
}

/** Answers with a code; what a stranger could learn from a stack stays here. */
function answerFault(error: FastifyError, reply: FastifyReply): FastifyReply {
  if (error instanceof AppError) return refuse(reply, 404, error.code, error.params);
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(reply, 413, 'app.tooLarge');
  if (status < 500) return refuse(reply, status, 'app.invalidInput', { method: '', reason: '' });
  console.error('loopback request failed:', error);
  return refuse(reply, 500, 'app.unexpected', { method: '' });
}
