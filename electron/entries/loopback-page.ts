import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locale } from '../../core/contract/common.schema.ts';
import { localeWords } from '../host/locale-words.ts';

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

/** Tells, in both languages, how to get in: nobody knows yet which one the reader speaks. */
export function sessionPage(): string {
  return `<!doctype html>
<html lang="ko">
<head><meta charset="utf-8"><title>${escapeHtml(localeWords('ko')('app:session.title'))}</title></head>
<body style="font-family: Pretendard, 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif; line-height: 1.7; max-width: 40rem; margin: 18vh auto 0; padding: 0 2rem; word-break: keep-all">
${section('ko')}
${section('en')}
</body>
</html>
`;
}

function section(locale: Locale): string {
  const words = localeWords(locale);
  return `<section lang="${locale}">
<h1 style="font-size: 1.25rem; margin: 2rem 0 0.5rem">${escapeHtml(words('app:session.title'))}</h1>
<p>${escapeHtml(words('app:session.reason'))}</p>
<p><strong>${escapeHtml(words('app:session.remedy'))}</strong></p>
</section>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
