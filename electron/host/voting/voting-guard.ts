import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { armourHeaders, comesFromOurselves } from '../http/own-requests.ts';
import type { RequestBudget } from './request-budget.ts';

/** What the page is told when something is not to be had. */
export type Refusal =
  | 'host'
  | 'origin'
  | 'busy'
  | 'notFound'
  | 'join'
  | 'code'
  | 'wait'
  | 'taken'
  | 'closed'
  | 'notAsked'
  | 'bad'
  | 'tooLarge'
  | 'fault';

export interface GuardOptions {
  /** Authorities that are us, as `address:port`; known only once the server listens. */
  authorities: () => ReadonlySet<string>;
  budget: RequestBudget;
}

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A link in a message opens the page. */
const doors = ['/'];

/**
 * What stands between the network and the ballot. In order: the answer's own armour, how much one address
 * asks, the Host (a name that was rebound to this address is not us) and who asks: nothing is ever sent
 * to, or taken from, a page of another origin.
 */
export function guardVoting(app: FastifyInstance, { authorities, budget }: GuardOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(armourHeaders(contentSecurityPolicy));
    if (!budget.take(addressOf(request)))
      return refuse(reply.header('retry-after', 2), 429, 'busy');
    const { host } = request.headers;
    if (host === undefined || !authorities().has(host)) return refuse(reply, 421, 'host');
    if (!comesFromOurselves(request, `http://${host}`, doors)) return refuse(reply, 403, 'origin');
  });
}

export function refuse(
  reply: FastifyReply,
  status: number,
  error: Refusal,
  more: { seconds?: number } = {},
): FastifyReply {
  return reply.code(status).send({ error, ...more });
}

/** Of the socket itself: what a header says of it anybody can write. */
export function addressOf(request: FastifyRequest): string {
  return request.socket.remoteAddress ?? '';
}
