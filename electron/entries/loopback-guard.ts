import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode, ErrorPayload } from '../../core/contract/app-error.ts';
import { contentSecurityPolicy } from '../page/application-page.ts';
import type { LoopbackAccess } from './loopback-access.ts';
import { sessionPage } from './loopback-page.ts';

export interface GuardOptions {
  access: LoopbackAccess;
  /** Known only once the server listens. */
  port: () => number;
}

const launchPath = '/launch';

/**
 * What stands between the workspace and every other page open in the same browser. In order: the
 * answer's own armour, the Host (a rebound DNS name is not us), who asks (a page of another origin,
 * even of another port on this computer, is refused) and whether they hold a session.
 */
export function guardEveryRequest(app: FastifyInstance, options: GuardOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    armour(reply);
    const authority = `127.0.0.1:${options.port()}`;
    if (request.headers.host !== authority) return refuse(reply, 421, 'app.hostRefused');
    if (!comesFromOurselves(request, `http://${authority}`)) {
      return refuse(reply, 403, 'app.originRefused');
    }
    if (pathOf(request) === launchPath) return;
    if (!options.access.admits(request.cookies[sessionCookieName(options.port())])) {
      return wantsPage(request)
        ? sendSessionPage(reply, 401)
        : refuse(reply, 401, 'app.sessionEnded');
    }
  });
}

/** Cookies do not know ports: two workbenches on one computer need two names. */
export function sessionCookieName(port: number): string {
  return `csm-session-${port}`;
}

export function refuse(
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  params: ErrorPayload['params'] = {},
): FastifyReply {
  return reply.code(status).send({ ok: false, error: { code, params } });
}

export function sendSessionPage(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(sessionPage());
}

/** A person looking at the address bar, as opposed to a script or an image. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

function armour(reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': contentSecurityPolicy(),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'no-store',
  });
}

/**
 * Browsers always name the Origin of a POST, so one without it is not from our page. Of reads they
 * tell the site: `same-site` covers other ports of this computer, to which the cookie is sent too.
 */
function comesFromOurselves(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'GET') {
    return request.headers.origin === origin && (site === undefined || site === 'same-origin');
  }
  if (request.headers.origin !== undefined && request.headers.origin !== origin) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // Following a link to us is harmless; being embedded or fetched by another site is not.
  return (
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document' &&
    (pathOf(request) === '/' || pathOf(request) === launchPath)
  );
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
