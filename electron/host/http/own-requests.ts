import type { FastifyRequest } from 'fastify';

/** What every answer of a server of ours tells the browser to refuse, and which content it may use. */
export function armourHeaders(contentSecurityPolicy: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'no-store',
  };
}

/**
 * Whether a page of ours asks, or a person who follows a link to one of the `doors`. Browsers always name
 * the Origin of a POST, so one without it is not from our page. Of reads they tell the site: `same-site`
 * covers other ports of this computer, to which cookies are sent too. Following a link is harmless; being
 * embedded or fetched by another site is not.
 */
export function comesFromOurselves(
  request: FastifyRequest,
  origin: string,
  doors: readonly string[],
): boolean {
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'GET') {
    return request.headers.origin === origin && (site === undefined || site === 'same-origin');
  }
  if (request.headers.origin !== undefined && request.headers.origin !== origin) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return (
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document' &&
    doors.includes(pathOf(request))
  );
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
