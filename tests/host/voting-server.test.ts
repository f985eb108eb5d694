import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOwnScores } from '../../electron/host/workshop/own-scores.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { rawAnswer, unreadRequests } from '../support/raw-socket.ts';
import { sendTo, VotingDevice } from '../support/voting-caller.ts';
import { addRequirement, addVoc, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId: number;
let whats: number[];
let howId: number;
let people: number[];
let workshopId: number;
let base: string;
let joinCode: string;
let roundOfAll: number;

beforeEach(async () => {
  vi.stubEnv('CSM_VOTING_ADDRESS', '127.0.0.1');
  test = await startTestHost();
  await addVoc(test, '비밀 고객의 소리');
  const requirementIds = [];
  for (const name of ['빠른 응대', '정확한 안내'])
    requirementIds.push(await addRequirement(test, name));
  ({ id: houseId } = await test.call('house.create', { name: '비밀 매트릭스', requirementIds }));
  whats = await whatIdsOf(test, houseId);
  const how = { name: '통화 대기', unit: '비밀 단위', direction: 'up', targetValue: '' } as const;
  ({ howId } = await test.call('house.addHow', { houseId, ...how }));
  people = [];
  for (const name of ['김', '이'])
    people.push((await test.call('judgement.addParticipant', { houseId, name })).id);
  const head = { houseId, name: '첫 모임', heldOn: '2026-11-22', goal: '비밀 목표' };
  workshopId = (await test.call('workshop.create', head)).id;
  const { open } = await test.call('voting.open', { workshopId });
  base = open?.urls[0]?.replace(/\/$/, '') ?? '';
  joinCode = open?.joinCode ?? '';
});
afterEach(async () => {
  await test.dispose();
  vi.unstubAllEnvs();
});

const openRound = async () =>
  (await test.call('workshop.openRound', { workshopId, subject: 'relations' })).id;
const status = async () => (await test.call('voting.status', {})).open;
const score = (what: number, value: number | null) => ({ whatId: whats[what] ?? 0, howId, value });
const view = (body: string) =>
  JSON.parse(body) as {
    tag: string;
    me: { id: number } | null;
    people: { id: number; taken: boolean }[];
    question: { roundId: number } | null;
  };
const wrongCode = () => (joinCode === '000000' ? '000001' : '000000');

async function joined(place: number, from?: string): Promise<VotingDevice> {
  const device = new VotingDevice(base, from);
  expect((await device.post('/join', { code: joinCode })).status).toBe(200);
  const answer = await device.post('/name', { participantId: people[place] });
  expect(answer.status).toBe(200);
  return device;
}

describe('two participants', () => {
  it('join, score blind and see nothing but what is asked and their own', async () => {
    const roundId = await openRound();
    const kim = await joined(0);
    const lee = await joined(1);
    const asked = await kim.get('/state');
    expect(JSON.parse(asked.body)).toEqual({
      tag: expect.any(String),
      workshop: '첫 모임',
      me: { id: people[0], name: '김', team: '' },
      people: [],
      question: {
        roundId,
        number: 1,
        subject: 'relations',
        whats: [
          { id: whats[0], name: '빠른 응대' },
          { id: whats[1], name: '정확한 안내' },
        ],
        hows: [{ id: howId, name: '통화 대기' }],
        cells: null,
        levels: [
          { value: 9, symbol: '◎' },
          { value: 3, symbol: '○' },
          { value: 1, symbol: '△' },
          { value: 0, symbol: '' },
        ],
      },
    });
    await kim.post('/scores', { roundId, scores: [score(0, 9), score(1, 1)] });
    await kim.post('/scores', { roundId, scores: [score(1, null)] });
    await lee.post('/scores', { roundId, scores: [score(0, 3)] });
    expect(JSON.parse((await kim.get('/ballot')).body)).toEqual({
      scores: [score(0, 9)],
      hidden: [],
    });
    expect(JSON.parse((await lee.get('/ballot')).body)).toEqual({
      scores: [score(0, 3)],
      hidden: [],
    });
    await test.call('workshop.closeRound', { roundId });
    const { ballots } = await test.call('workshop.ballots', { roundId });
    expect(ballots.map((ballot) => ballot.scores)).toEqual([
      [[9], [null]],
      [[3], [null]],
    ]);
    expect(view((await kim.get('/state')).body).question).toBeNull();
    const late = await kim.post('/scores', { roundId, scores: [score(0, 1)] });
    expect([late.status, late.body]).toEqual([409, '{"error":"closed"}']);
  });

  it('see of their own what they scored elsewhere only as scored: a name may be in wrong hands', async () => {
    const roundId = await openRound();
    const kim = await joined(0);
    await kim.post('/scores', { roundId, scores: [score(0, 9), score(1, 1)] });
    const scores = [score(1, 3)];
    await test.call('workshop.setScores', { roundId, participantId: people[0] ?? 0, scores });
    const hidden = (what: number) => ({ whatId: whats[what], howId });
    expect(JSON.parse((await kim.get('/ballot')).body)).toEqual({
      scores: [score(0, 9)],
      hidden: [hidden(1)],
    });
    await test.call('voting.release', { participantId: people[0] ?? 0 });
    const other = await joined(0);
    expect(JSON.parse((await other.get('/ballot')).body)).toEqual({
      scores: [],
      hidden: [hidden(0), hidden(1)],
    });
    await other.post('/scores', { roundId, scores: [score(0, null), score(1, 9)] });
    expect(JSON.parse((await other.get('/ballot')).body)).toEqual({
      scores: [score(1, 9)],
      hidden: [],
    });
  });

  it('hear at once when a round is opened', async () => {
    const kim = await joined(0);
    const { tag } = view((await kim.get('/state')).body);
    const waiting = kim.get(`/state?known=${tag}`);
    const roundId = await openRound();
    expect(view((await waiting).body).question?.roundId).toBe(roundId);
  });

  it('cannot both have one name, until the facilitator frees it', async () => {
    const kim = await joined(0);
    const other = new VotingDevice(base);
    const entered = await other.post('/join', { code: joinCode });
    expect(view(entered.body).people).toMatchObject([
      { id: people[0], taken: true },
      { id: people[1], taken: false },
    ]);
    expect((await other.post('/name', { participantId: people[0] })).status).toBe(409);
    expect((await kim.post('/name', { participantId: people[1] })).status).toBe(409);
    expect((await status())?.joined.map((one) => one.participantId)).toEqual([people[0]]);
    await test.call('voting.release', { participantId: people[0] ?? 0 });
    expect((await kim.get('/state')).status).toBe(401);
    expect((await other.post('/name', { participantId: people[0] })).status).toBe(200);
    await expect(
      test.call('voting.release', { participantId: people[1] ?? 0 }),
    ).rejects.toMatchObject({ code: 'voting.notJoined' });
  });

  it('are out when they no longer attend', async () => {
    const kim = await joined(0);
    const { tag } = view((await kim.get('/state')).body);
    const waiting = kim.get(`/state?known=${tag}`);
    await test.call('workshop.setAttendance', { workshopId, participantIds: people.slice(1) });
    expect((await waiting).status).toBe(401);
  });

  it('keep their name at another address of the network, for the code once more', async () => {
    const kim = await joined(0);
    const moved = new VotingDevice(base, '127.0.0.5');
    moved.cookie = kim.cookie;
    expect((await moved.get('/state')).status).toBe(401);
    const again = await moved.post('/join', { code: joinCode });
    expect(view(again.body).me).toMatchObject({ id: people[0] });
  });
});

describe('a stranger', () => {
  it.each([
    ['no code', {}],
    ['an empty code', { code: '' }],
    ['a code that is no text', { code: 123456 }],
    ['a code in a list', { code: ['1'] }],
    ['no object', '[]'],
    ['no JSON', '{'],
    ['the code among others', { code: '*' }],
  ])('with %s gets nowhere', async (_, body) => {
    const stranger = new VotingDevice(base);
    const answer = await stranger.post('/join', body);
    expect([400, 403]).toContain(answer.status);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await stranger.get('/state')).status).toBe(401);
  });

  it('without a cookie, with one made up or overheard, sees and changes nothing', async () => {
    const roundId = await openRound();
    const kim = await joined(0);
    await kim.post('/scores', { roundId, scores: [score(0, 9)] });
    const name = kim.cookie.split('=', 1)[0];
    const overheard = new VotingDevice(base, '127.0.0.9');
    overheard.cookie = kim.cookie;
    const madeUp = new VotingDevice(base);
    madeUp.cookie = `${name}=${'A'.repeat(43)}`;
    const bare = new VotingDevice(base);
    for (const stranger of [bare, madeUp, overheard]) {
      for (const answer of [
        await stranger.get('/state'),
        await stranger.get('/ballot'),
        await stranger.post('/name', { participantId: people[1] }),
        await stranger.post('/scores', { roundId, scores: [score(0, 1)] }),
      ]) {
        expect([answer.status, answer.body]).toEqual([401, '{"error":"join"}']);
      }
    }
    expect(JSON.parse((await kim.get('/ballot')).body)).toEqual({
      scores: [score(0, 9)],
      hidden: [],
    });
  });

  it('with the code but no name can neither read a ballot nor score', async () => {
    const roundId = await openRound();
    const unnamed = new VotingDevice(base);
    const entered = await unnamed.post('/join', { code: joinCode });
    expect(view(entered.body).question).toBeNull();
    expect((await unnamed.get('/ballot')).status).toBe(401);
    expect((await unnamed.post('/scores', { roundId, scores: [score(0, 1)] })).status).toBe(401);
    expect((await unnamed.post('/name', { participantId: 999 })).status).toBe(409);
  });

  it.each([
    '/call',
    '/events',
    '/files/x',
    '/upload',
    '/launch',
    '/index.html',
    '/voting.html',
    '/server-calls.js',
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/....//....//etc/passwd',
    '/voting.css/../../host/host.ts',
    '/%',
    '/words/../state',
    '//etc/passwd',
  ])('finds nothing at %s', async (path) => {
    const kim = await joined(0);
    for (const method of ['GET', 'POST', 'PUT']) {
      const headers = { origin: base, cookie: kim.cookie, 'content-type': 'application/json' };
      const answer = await sendTo(base, path, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toMatch(/root:|dependencies|비밀/);
    }
  });

  it.each(['HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    'cannot ask by %s',
    async (method) => {
      for (const path of ['/', '/state', '/join', '/scores']) {
        const answer = await sendTo(base, path, { method, headers: { origin: base } });
        expect([400, 404]).toContain(answer.status);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    },
  );

  it('at a name that was rebound to this address is refused, also with a cookie', async () => {
    const kim = await joined(0);
    const { port } = new URL(base);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `0.0.0.0:${port}`,
    ]) {
      for (const path of ['/', '/state', '/words']) {
        const answer = await kim.get(path, { host });
        expect([answer.status, answer.body]).toEqual([421, '{"error":"host"}']);
      }
    }
  });

  it('on another page of the same browser is refused', async () => {
    const kim = await joined(0);
    const foreign = 'http://evil.example';
    expect((await kim.get('/state', { origin: foreign })).status).toBe(403);
    expect((await kim.get('/state', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(
      (
        await kim.get('/', {
          'sec-fetch-site': 'cross-site',
          'sec-fetch-dest': 'iframe',
          'sec-fetch-mode': 'navigate',
        })
      ).status,
    ).toBe(403);
    for (const origin of [foreign, 'null', `${base}0`, base.replace('http', 'https')]) {
      expect((await kim.post('/name', { participantId: people[1] }, { origin })).status).toBe(403);
    }
    const headers = { cookie: kim.cookie, 'content-type': 'application/json' };
    const plain = { method: 'POST', headers, body: JSON.stringify({ code: joinCode }) };
    expect((await sendTo(base, '/join', plain)).status).toBe(403);
    const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await kim.post('/join', `code=${joinCode}`, asForm)).status).toBe(400);
    expect(
      (await kim.post('/join', `{"code":"${joinCode}"}`, { 'content-type': 'text/plain' })).status,
    ).toBe(400);
  });

  it('cannot send more than a ballot needs', async () => {
    const kim = await joined(0);
    const answer = await kim.post('/scores', `{"x":"${'a'.repeat(100_000)}"}`);
    expect(answer.status).toBe(413);
    const roundId = await openRound();
    const many = Array.from({ length: 601 }, () => score(0, 1));
    expect((await kim.post('/scores', { roundId, scores: many })).status).toBe(400);
  });

  it.each([
    [
      'of another round',
      (roundId: number) => ({ roundId: roundId + 1, scores: [score(0, 9)] }),
      409,
    ],
    [
      'of a cell that is not asked',
      (roundId: number) => ({ roundId, scores: [{ ...score(0, 9), whatId: 999 }] }),
      409,
    ],
    ['that is on no scale', (roundId: number) => ({ roundId, scores: [score(0, 2)] }), 400],
    ['below zero', (roundId: number) => ({ roundId, scores: [score(0, -9)] }), 400],
    ['for somebody else', (roundId: number) => ({ roundId, scores: [] }), 400],
  ])('cannot enter a score %s', async (_, bodyOf, expected) => {
    const roundId = await openRound();
    const kim = await joined(0);
    const answer = await kim.post('/scores', { ...bodyOf(roundId), participantId: people[1] });
    expect(answer.status).toBe(expected);
    const progress = (await test.call('workshop.get', { id: workshopId })).rounds[0]?.progress;
    expect(progress?.map(({ scored }) => scored)).toEqual([0, 0]);
  });

  it('who guesses has to wait longer and longer, from whatever address', async () => {
    for (let tries = 0; tries < 5; tries++) {
      const wrong = await new VotingDevice(base, '127.0.0.20').post('/join', { code: wrongCode() });
      expect(wrong.status).toBe(403);
    }
    const sixth = await new VotingDevice(base, '127.0.0.20').post('/join', { code: wrongCode() });
    expect(JSON.parse(sixth.body)).toEqual({ error: 'code', seconds: 2 });
    const right = await new VotingDevice(base, '127.0.0.20').post('/join', { code: joinCode });
    expect(right.status).toBe(429);
    const kim = await joined(0);
    for (let tries = 0; tries < 26; tries++) {
      const device = new VotingDevice(base, `127.0.1.${tries + 1}`);
      await device.post('/join', { code: wrongCode() });
    }
    const elsewhere = await new VotingDevice(base, '127.0.0.77').post('/join', { code: joinCode });
    expect(elsewhere.status).toBe(429);
    expect((await kim.get('/ballot')).status).toBe(200);
    // Their phone got another address of the network meanwhile.
    const moved = new VotingDevice(base, '127.0.0.78');
    moved.cookie = kim.cookie;
    expect((await moved.post('/join', { code: wrongCode() })).status).toBe(403);
    expect((await moved.post('/join', { code: joinCode })).status).toBe(200);
    expect((await status())?.refused).toBeGreaterThan(30);
  });

  it('who floods is answered no more for a while, and nobody else notices', async () => {
    const flood = Array.from({ length: 200 }, () => sendTo(base, '/', { from: '127.0.0.30' }));
    const statuses = (await Promise.all(flood)).map((answer) => answer.status);
    expect(statuses).toContain(429);
    expect((await sendTo(base, '/', { from: '127.0.0.31' })).status).toBe(200);
  });
});

describe('the page', () => {
  it('carries no script of its own and may not be framed, cached or read from elsewhere', async () => {
    const { status: code, headers, body } = await sendTo(base, '/');
    expect(code).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).not.toMatch(/<script(?![^>]* src="\/voting-page\.js")|style=|onclick|비밀/);
    const cookie = (await new VotingDevice(base).post('/join', { code: joinCode })).headers[
      'set-cookie'
    ]?.[0];
    expect(cookie).toMatch(/; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it.each(unreadRequests)(
    'wears its armour even where Node itself answers: %s',
    async (_, status, sent) => {
      const answer = await rawAnswer(base, sent);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).toMatch(/^content-security-policy: default-src 'none'/im);
      expect(answer).toMatch(/^x-content-type-options: nosniff/im);
      expect(answer).toMatch(/^cache-control: no-store/im);
    },
  );

  it('gets all its files, with words in both languages and no types left in its script', async () => {
    const script = await sendTo(base, '/voting-page.js');
    expect(script.headers['content-type']).toContain('text/javascript');
    const imported = [...script.body.matchAll(/from '\.(\/[\w-]+\.ts)'/g)].map(
      ([, path]) => path ?? '',
    );
    expect(imported.length).toBeGreaterThan(3);
    for (const path of imported) expect((await sendTo(base, path)).status).toBe(200);
    expect(script.body).not.toContain('import type');
    const words = JSON.parse((await sendTo(base, '/words')).body) as Record<string, object>;
    expect(Object.keys(words)).toEqual(['usual', 'ko', 'en']);
    const used = readFileSync('renderer/voting/voting-page.ts', 'utf8').matchAll(
      /word\('([\w.]+)'/g,
    );
    for (const [, key = ''] of used) {
      const [group = '', name = ''] = key.split('.');
      const inGroup = (words.ko as Record<string, string | Record<string, string>>)[group];
      expect(typeof inGroup === 'string' ? inGroup : inGroup?.[name], key).toBeTypeOf('string');
    }
  });
});

describe('a workspace that the page was not opened for', () => {
  it('is neither shown nor written to, however long the old one takes to close', async () => {
    const roundId = await openRound();
    const kim = await joined(0);
    await kim.post('/scores', { roundId, scores: [score(0, 9)] });
    const { token } = await test.call('workspace.saveCopy', {});
    await kim.post('/scores', { roundId, scores: [score(0, 1)] });
    const { promise: held, resolve: free } = Promise.withResolvers<void>();
    const before = test.host.context.session;
    const holding = before.whileNobodyWrites(() => held);
    // Every number in the copy is the same: only the workspace is another.
    const opening = test.call('workspace.open', { token });
    await expect.poll(() => test.host.context.session).not.toBe(before);
    const ballot = await kim.get('/ballot');
    const written = await kim.post('/scores', { roundId, scores: [score(0, 3)] });
    expect([ballot.status, ballot.body]).toEqual([409, '{"error":"closed"}']);
    expect([written.status, written.body]).toEqual([409, '{"error":"closed"}']);
    free();
    await Promise.all([holding, opening]);
    expect(await readOwnScores(test.host.context.session, roundId, people[0] ?? 0)).toEqual([
      score(0, 9),
    ]);
  });
});

describe('a score that had to wait for its turn', () => {
  it.each([
    [
      'its participant left',
      () => test.call('workshop.setAttendance', { workshopId, participantIds: people.slice(1) }),
    ],
    [
      'its WHAT was removed',
      () => test.call('house.removeWhat', { houseId, whatId: whats[0] ?? 0 }),
    ],
    ['the round was closed', () => test.call('workshop.closeRound', { roundId: roundOfAll })],
    ['the page was closed', () => test.call('voting.close', {})],
  ])('is not written once %s', async (_, happen) => {
    roundOfAll = await openRound();
    const kim = await joined(0);
    const { promise: held, resolve: free } = Promise.withResolvers<void>();
    const { session } = test.host.context;
    const holding = session.whileNobodyWrites(() => held);
    const happening = happen();
    const ending = () => ({ status: 409 });
    const answer = kim
      .post('/scores', { roundId: roundOfAll, scores: [score(0, 9)] })
      .catch(ending);
    await kim.get('/ballot').catch(ending);
    free();
    await Promise.all([holding, happening]);
    expect([401, 409]).toContain((await answer).status);
    const rows = session.raw.prepare('SELECT count(*) FROM ballot_log').pluck();
    expect(rows.get()).toBe(0);
  });
});

describe('a device that is released', () => {
  it('writes nothing that was on its way', async () => {
    const roundId = await openRound();
    const kim = await joined(0);
    const { promise: held, resolve: free } = Promise.withResolvers<void>();
    const { session } = test.host.context;
    const holding = session.whileNobodyWrites(() => held);
    const answer = kim.post('/scores', { roundId, scores: [score(0, 9)] });
    // Answered after the other had arrived.
    await kim.get('/ballot');
    await test.call('voting.release', { participantId: people[0] ?? 0 });
    free();
    await holding;
    expect((await answer).status).toBe(401);
    expect(await readOwnScores(test.host.context.session, roundId, people[0] ?? 0)).toEqual([]);
  });
});

describe('connections', () => {
  const silent = (from: string) =>
    new Promise<{ socket: Socket; ended: Promise<string> } | null>((resolve) => {
      const { hostname: host, port } = new URL(base);
      const socket = connect({ host, port: Number(port), localAddress: from });
      const ended = new Promise<string>((end) => socket.once('close', () => end('ended')));
      socket.on('error', () => undefined);
      socket.on('data', () => undefined);
      socket.once('connect', () => resolve({ socket, ended }));
    });

  it('that strangers hold leave room for whoever has joined, and for others', async () => {
    const kim = await joined(0, '127.0.0.40');
    const held = [];
    for (const from of ['127.0.0.41', '127.0.0.42', '127.0.0.43', '127.0.0.44', '127.0.0.45'])
      for (let i = 0; i < 110; i++) held.push(await silent(from));
    expect((await kim.get('/ballot')).status).toBe(200);
    for (const one of held) one?.socket.destroy();
  });

  it('of one address are not all that there are', async () => {
    const held = [];
    for (let i = 0; i < 420; i++) held.push(await silent('127.0.0.41'));
    expect((await sendTo(base, '/', { from: '127.0.0.42' })).status).toBe(200);
    for (const one of held) one?.socket.destroy();
  });

  it('over which nothing comes, or a letter now and then, end by themselves', async () => {
    const mute = await silent('127.0.0.46');
    const slow = await silent('127.0.0.47');
    slow?.socket.write('GET / HTTP/1.1\r\n');
    const drip = setInterval(() => slow?.socket.write('x'), 500);
    expect(await Promise.all([mute?.ended, slow?.ended])).toEqual(['ended', 'ended']);
    clearInterval(drip);
  }, 20_000);
});

describe('nothing is served', () => {
  const isListening = () =>
    new Promise<boolean>((resolve) => {
      const { hostname, port } = new URL(base);
      const socket = connect(Number(port), hostname, () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });

  it('until it is opened, and after it is closed, which ends what waits', async () => {
    expect(await isListening()).toBe(true);
    const kim = await joined(0);
    const { tag } = view((await kim.get('/state')).body);
    const waiting = kim.get(`/state?known=${tag}`).then(
      (answer) => answer.status,
      () => 'ended',
    );
    await test.call('voting.close', {});
    expect(['ended', 200, 401]).toContain(await waiting);
    expect(await isListening()).toBe(false);
    expect(await status()).toBeNull();
    const again = await test.call('voting.open', { workshopId });
    expect(again.open?.joined).toEqual([]);
    const device = new VotingDevice(again.open?.urls[0] ?? '');
    device.cookie = kim.cookie;
    expect((await device.get('/state')).status).toBe(401);
  });

  it.each([
    [
      'the workshop is closed',
      () => test.call('workshop.update', { id: workshopId, status: 'closed' }),
    ],
    ['the workshop is removed', () => test.call('workshop.remove', { id: workshopId })],
    ['the house is removed', () => test.call('house.remove', { id: houseId })],
    [
      'another workspace is opened',
      () => test.call('workspace.create', { name: '다른', sample: false }),
    ],
    ['the program ends', () => test.host.close()],
  ])('once %s', async (_, happen) => {
    await happen();
    await expect.poll(isListening).toBe(false);
  });

  it('to a workshop that is over', async () => {
    await test.call('voting.close', {});
    await test.call('workshop.update', { id: workshopId, status: 'closed' });
    await expect(test.call('voting.open', { workshopId })).rejects.toMatchObject({
      code: 'workshop.closed',
    });
    expect(await status()).toBeNull();
  });

  it('twice at a time', async () => {
    const { id: other } = await test.call('workshop.create', {
      houseId,
      name: '둘째',
      heldOn: '2026-11-23',
    });
    const opened = await Promise.all([
      test.call('voting.open', { workshopId: other }),
      test.call('voting.open', { workshopId: other }),
    ]);
    expect(opened[0]?.open?.joinCode).toBe(opened[1]?.open?.joinCode);
    expect(await isListening()).toBe(false);
  });
});
