import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode, ErrorPayload } from '../../core/contract/app-error.ts';
import { armourHeaders, comesFromOurselves, pathOf } from '../host/http/own-requests.ts';
import { contentSecurityPolicy } from '../page/application-page.ts';
import type { LoopbackAccess } from './loopback-access.ts';
import { sessionPage } from './loopback-page.ts';

export interface GuardOptions {
  access: LoopbackAccess;
  /** Known only once the server listens. */
  port: () => number;
}

const launchPath = '/launch';
const doors = ['/', launchPath];

/**
 * What stands between the workspace and every other page open in the same browser. In order: the
 * answer's own armour, the Host (a rebound DNS name is not us), who asks (a page of another origin,
 * even of another port on this computer, is refused) and whether they hold a session.
 */
export function guardEveryRequest(app: FastifyInstance, options: GuardOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(armourHeaders(contentSecurityPolicy()));
    const authority = `127.0.0.1:${options.port()}`;
    if (request.headers.host !== authority) return refuse(reply, 421, 'app.hostRefused');
    if (!comesFromOurselves(request, `http://${authority}`, doors)) {
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
