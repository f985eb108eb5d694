import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLoopback, type TestLoopback } from '../support/loopback-builder.ts';
import { rawAnswer, unreadRequests } from '../support/raw-socket.ts';

let loopback: TestLoopback;

beforeEach(async () => {
  loopback = await startTestLoopback({ callLimitBytes: 64 * 1024, uploadLimitBytes: 256 * 1024 });
});
afterEach(() => loopback.dispose());

const page = { accept: 'text/html,application/xhtml+xml' };

function call(method: string, headers: Record<string, string>, input: unknown = {}) {
  return loopback.send('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ method, input }),
  });
}

function codeOf(body: string): string {
  return (JSON.parse(body) as { error: { code: string } }).error.code;
}

describe('launch link', () => {
  it('opens a session once and leaves no token in the address', async () => {
    const link = new URL(loopback.server.newLaunchLink());
    const answer = await loopback.send(link.pathname + link.search, { headers: page });

    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain(link.searchParams.get('token') ?? 'no token');
  });

  it.each([
    ['missing', '/launch'],
    ['empty', '/launch?token='],
    ['wrong', '/launch?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['doubled', '/launch?token=a&token=b'],
  ])('refuses a %s token and says in both languages how to get a new link', async (_, target) => {
    loopback.server.newLaunchLink();
    const answer = await loopback.send(target, { headers: page });

    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body.indexOf('Enter 키를 누르면')).toBeGreaterThan(0);
    expect(answer.body.indexOf('Press Enter')).toBeGreaterThan(
      answer.body.indexOf('Enter 키를 누르면'),
    );
  });

  it('refuses a token that was used before', async () => {
    const link = new URL(loopback.server.newLaunchLink());
    await loopback.send(link.pathname + link.search);
    const replay = await loopback.send(link.pathname + link.search, { headers: page });

    expect(replay.status).toBe(403);
    expect(replay.headers['set-cookie']).toBeUndefined();
  });

  it('takes the person who already has a session to the workbench even by a spent link', async () => {
    const link = new URL(loopback.server.newLaunchLink());
    const first = await loopback.send(link.pathname + link.search);
    const cookie = first.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    const again = await loopback.send(link.pathname + link.search, { headers: { cookie } });

    expect(again.status).toBe(303);
  });

  it('stops working when a newer one is asked for', async () => {
    const old = new URL(loopback.server.newLaunchLink());
    loopback.server.newLaunchLink();

    expect((await loopback.send(old.pathname + old.search)).status).toBe(403);
  });

  it('is not spent by asking for its head or by a browser looking ahead', async () => {
    const link = new URL(loopback.server.newLaunchLink());
    const target = link.pathname + link.search;
    await loopback.send(target, { method: 'HEAD' });
    await loopback.send(target, { headers: { 'sec-purpose': 'prefetch;prerender' } });

    expect((await loopback.send(target)).status).toBe(303);
  });
});

describe('without a session', () => {
  it.each(['/', '/index.html', '/voc/12'])('shows the page %s to nobody', async (target) => {
    const answer = await loopback.send(target, { headers: page });

    expect(answer.status).toBe(401);
    expect(answer.body).toContain('Press Enter');
    expect(answer.body).not.toContain('<title>screen</title>');
  });

  it.each(['/assets/main-abc123.js', '/events', '/files/some-token'])(
    'answers %s with a code only',
    async (target) => {
      const answer = await loopback.send(target);

      expect(answer.status).toBe(401);
      expect(codeOf(answer.body)).toBe('app.sessionEnded');
    },
  );

  it.each([
    ['none', ''],
    ['an invented one', 'INVENTED'],
  ])('runs no method (cookie: %s)', async (_, value) => {
    const cookie = value === '' ? '' : `csm-session-${loopback.server.port}=${value}`;
    const answer = await call(
      'workspace.rename',
      { cookie, origin: loopback.server.origin },
      {
        name: '탈취',
      },
    );

    expect(answer.status).toBe(401);
    expect((await loopback.test.call('workspace.current', {}))?.name).toBe('시험');
  });

  it('takes no upload', async () => {
    const answer = await loopback.send('/upload?name=a.csv', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin: loopback.server.origin },
      body: '내용\n',
    });

    expect(answer.status).toBe(401);
    expect(readdirSync(path.join(loopback.test.folder, 'temporary'))).toEqual([]);
  });
});

describe('pages from elsewhere', () => {
  it.each([
    ['a rebound name', (port: number) => `evil.example:${port}`],
    ['localhost', (port: number) => `localhost:${port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', (port: number) => `127.0.0.1:${port + 1}`],
  ])('get nothing by Host: %s', async (_, hostOf) => {
    const { cookie, origin } = await loopback.signIn();
    const host = hostOf(loopback.server.port);
    const read = await loopback.send('/', { headers: { ...page, cookie, host } });
    const write = await call('workspace.current', { cookie, origin, host });

    expect(read.status).toBe(421);
    expect(write.status).toBe(421);
    expect(codeOf(write.body)).toBe('app.hostRefused');
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['another port of this computer', 'http://127.0.0.1:1'],
    ['localhost', 'http://localhost'],
    ['a sandboxed page', 'null'],
  ])('cannot post with the Origin of %s', async (_, origin) => {
    const { cookie } = await loopback.signIn();
    const answer = await call('workspace.rename', { cookie, origin }, { name: '탈취' });

    expect(answer.status).toBe(403);
    expect(codeOf(answer.body)).toBe('app.originRefused');
    expect((await loopback.test.call('workspace.current', {}))?.name).toBe('시험');
  });

  it('cannot post without an Origin', async () => {
    const { cookie } = await loopback.signIn();

    expect((await call('workspace.current', { cookie })).status).toBe(403);
  });

  it('cannot post as a plain form', async () => {
    const { cookie, origin } = await loopback.signIn();
    const answer = await loopback.send('/call', {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'text/plain' },
      body: JSON.stringify({ method: 'workspace.rename', input: { name: '탈취' } }),
    });

    expect(answer.status).toBe(415);
  });

  it.each(['cross-site', 'same-site'])(
    'cannot read events or files when the browser calls them %s',
    async (site) => {
      const { cookie } = await loopback.signIn();
      const headers = { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' };

      expect((await loopback.send('/events', { headers })).status).toBe(403);
      expect((await loopback.send('/files/x', { headers })).status).toBe(403);
      expect((await loopback.send('/assets/main-abc123.js', { headers })).status).toBe(403);
    },
  );

  it('are given no permission to read across origins', async () => {
    const { cookie, origin } = await loopback.signIn();
    const answer = await call('workspace.current', { cookie, origin });
    const preflight = await loopback.send('/call', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });

    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(preflight.status).toBe(403);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('with a session', () => {
  it('runs a method of the contract', async () => {
    const answer = await call('workspace.current', await loopback.signIn());

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { name: '시험' } });
  });

  it.each(['no.such', 'constructor', '__proto__', 'toString', 'shell.pickFile'])(
    'refuses the method %s, which the host does not have',
    async (method) => {
      const answer = await call(method, await loopback.signIn());

      expect(codeOf(answer.body)).toBe('app.unknownMethod');
    },
  );

  it.each(['{', '[]', '"text"', '{"input":{}}', '{"__proto__":{"method":"workspace.close"}}'])(
    'refuses the body %s with a code',
    async (body) => {
      const headers = { ...(await loopback.signIn()), 'content-type': 'application/json' };
      const answer = await loopback.send('/call', { method: 'POST', headers, body });

      expect(answer.status).toBe(400);
      expect(codeOf(answer.body)).toMatch(/^app\./);
    },
  );

  it('refuses a call over the limit', async () => {
    const answer = await call('workspace.rename', await loopback.signIn(), {
      name: 'x'.repeat(64 * 1024),
    });

    expect(answer.status).toBe(413);
    expect(codeOf(answer.body)).toBe('app.tooLarge');
  });

  it.each([
    ['announced', { 'content-length': String(300 * 1024) }],
    ['not announced', { 'transfer-encoding': 'chunked' }],
  ])('refuses an upload over the limit, size %s, and keeps nothing of it', async (_, sized) => {
    const session = await loopback.signIn();
    const answer = await loopback.send('/upload?name=large.csv', {
      method: 'POST',
      headers: { ...session, ...sized, 'content-type': 'application/octet-stream' },
      body: Buffer.alloc(300 * 1024, 97),
    });

    expect(answer.status).toBe(413);
    expect(codeOf(answer.body)).toBe('app.tooLarge');
    expect(readdirSync(path.join(loopback.test.folder, 'temporary'))).toEqual([]);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '//secret.txt',
    '/files/..%2f..%2fsecret.txt',
    '/files/%2e%2e%2fsecret.txt',
    '/assets/%00',
    '/%E0%A4%A',
  ])('gives no file outside the screen for %s', async (target) => {
    const { cookie } = await loopback.signIn();
    const answer = await loopback.send(target, { headers: { cookie } });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain('nobody may read this');
    expect(answer.body).not.toContain(loopback.test.folder);
  });

  it('lists no folder', async () => {
    const { cookie } = await loopback.signIn();
    const answer = await loopback.send('/assets/', { headers: { cookie } });

    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('main-abc123');
  });

  it('sends the page under a policy with a new nonce each time', async () => {
    const { cookie } = await loopback.signIn();
    const answers = [
      await loopback.send('/', { headers: { ...page, cookie } }),
      await loopback.send('/qfd/3', { headers: { ...page, cookie } }),
    ];
    const nonces = answers.map((answer) => /content="([^"]+)"/.exec(answer.body)?.[1] ?? '');

    expect(new Set(nonces).size).toBe(2);
    for (const [index, answer] of answers.entries()) {
      const policy = String(answer.headers['content-security-policy']);
      expect(answer.status).toBe(200);
      expect(nonces[index]).not.toBe('__CSP_NONCE__');
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|nonce)/);
      for (const closed of ['object-src', 'frame-ancestors', 'base-uri', 'form-action']) {
        expect(policy).toContain(`${closed} 'none'`);
      }
    }
  });

  it.each(unreadRequests)('arms what Node itself answers: %s', async (_, status, sent) => {
    const answer = await rawAnswer(loopback.server.origin, sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/^x-frame-options: DENY/im);
  });

  it('arms every kind of answer', async () => {
    const { cookie, origin } = await loopback.signIn();
    const answers = [
      await loopback.send('/', { headers: { ...page, cookie } }),
      await loopback.send('/assets/main-abc123.js', { headers: { cookie } }),
      await loopback.send('/missing.js', { headers: { cookie } }),
      await call('workspace.current', { cookie, origin }),
      await loopback.send('/'),
    ];

    for (const { headers } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
    expect(answers[1]?.headers['cache-control']).toContain('immutable');
    expect(answers[3]?.headers['cache-control']).toBe('no-store');
  });
});
