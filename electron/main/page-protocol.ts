import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { applicationPage, contentSecurityPolicy } from '../page/application-page.ts';
import { isOurPage, pageScheme } from './trusted-sender.ts';

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Before the app is ready: the page's scheme is a secure origin with fetch and its own storage. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built screen under `csm://app/` with the same policy as the browser shell. */
export function servePage(rendererFolder: string): void {
  protocol.handle(pageScheme, async (request) => {
    if (!isOurPage(request.url)) return notFound();
    const pathname = decoded(new URL(request.url).pathname);
    if (pathname === null) return notFound();
    return pathname.startsWith('/assets/') ? asset(rendererFolder, pathname) : page(rendererFolder);
  });
}

async function page(rendererFolder: string): Promise<Response> {
  const { html, policy } = await applicationPage(rendererFolder);
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

async function asset(rendererFolder: string, pathname: string): Promise<Response> {
  const file = path.join(rendererFolder, path.normalize(pathname));
  const inside = file.startsWith(path.join(rendererFolder, 'assets') + path.sep);
  const type = contentTypes[path.extname(file)];
  if (!inside || type === undefined) return notFound();
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy() },
    });
  } catch {
    return notFound();
  }
}

/** null for an address that no encoder wrote. */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function notFound(): Response {
  return new Response('', { status: 404 });
}
