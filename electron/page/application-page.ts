import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the build leaves in index.html where the nonce of each answer belongs. */
const noncePlaceholder = '__CSP_NONCE__';

/**
 * Only our own files run. Style sheets added by the component library carry the page's nonce; style
 * attributes (a grid's row positions) cannot carry one and are allowed by themselves.
 */
export function contentSecurityPolicy(nonce?: string): string {
  const styles = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The application's page with a nonce of its own, and the policy that names it. */
export async function applicationPage(
  rendererFolder: string,
): Promise<{ html: string; policy: string }> {
  const page = await readFile(path.join(rendererFolder, 'index.html'), 'utf8');
  const nonce = randomBytes(18).toString('base64');
  return {
    html: page.replaceAll(noncePlaceholder, nonce),
    policy: contentSecurityPolicy(nonce),
  };
}
