import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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

/**
 * What stands between the network and the ballot. In order: the answer's own armour, how much one address
 * asks, the Host (a name that was rebound to this address is not us) and who asks: nothing is ever sent
 * to, or taken from, a page of another origin.
 */
export function guardVoting(app: FastifyInstance, { authorities, budget }: GuardOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    armour(reply);
    if (!budget.take(addressOf(request)))
      return refuse(reply.header('retry-after', 2), 429, 'busy');
    const { host } = request.headers;
    if (host === undefined || !authorities().has(host)) return refuse(reply, 421, 'host');
    if (!comesFromOurselves(request, `http://${host}`)) return refuse(reply, 403, 'origin');
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

function armour(reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'no-store',
  });
}

/** Browsers always name the Origin of a POST, so one without it is not from our page. */
function comesFromOurselves(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'GET') {
    return request.headers.origin === origin && (site === undefined || site === 'same-origin');
  }
  if (request.headers.origin !== undefined && request.headers.origin !== origin) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link in a message opens the page; being embedded or fetched by another site is something else.
  return (
    request.url === '/' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document'
  );
}
