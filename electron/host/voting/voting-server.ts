import cookies from '@fastify/cookie';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { z } from 'zod';
import { AppError } from '../../../core/contract/app-error.ts';
import { idSchema } from '../../../core/contract/common.schema.ts';
import {
  type Score,
  type ScoredCell,
  scoreSchema,
} from '../../../core/contract/workshop.contract.ts';
import { answerUnread, hooksSeeAll, takeAnyExpectation } from '../http/unread-requests.ts';
import { limitConnections } from './connection-limit.ts';
import type { GuessLock } from './guess-lock.ts';
import { isSameSecret } from './join-code.ts';
import type { PageFile } from './page-files.ts';
import type { RequestBudget } from './request-budget.ts';
import { type Device, isNamed, type NamedDevice, type VotingDesk } from './voting-desk.ts';
import {
  addressOf,
  contentSecurityPolicy,
  guardVoting,
  type Refusal,
  refuse,
} from './voting-guard.ts';

/** What the server may do, and all that it can: it knows no host and no database. */
export interface VotingDoor {
  joinCode: string;
  desk: VotingDesk;
  guesses: GuessLock;
  budget: RequestBudget;
  files: ReadonlyMap<string, PageFile>;
  /** What this device may see, as JSON. */
  viewFor(device: Device): string;
  /** The name is of somebody who attends, and the device has no other yet. */
  mayTake(device: Device, participantId: number): boolean;
  /** What changed in the workshop until now is known. */
  settled(): Promise<void>;
  /** Waits until what this device may see is no longer `known`, or for half a minute. */
  waitForOther(device: Device, known: string): Promise<void>;
  /** Own scores of the open round. */
  ballotOf(device: NamedDevice): Promise<OwnBallot>;
  score(device: NamedDevice, roundId: number, scores: Score[]): Promise<void>;
  /** Somebody joined, or was refused. */
  changed(): void;
}

/** Of what one participant scored what this device may show, and where the rest is. */
export interface OwnBallot {
  scores: Score[];
  hidden: ScoredCell[];
}

export interface VotingListener {
  port: number;
  close(): Promise<void>;
}

/** A WHAT of the largest house at once, and a good deal more. */
const bodyLimitBytes = 64 * 1024;
const mostScores = 600;
const requestMs = 15_000;
/** A phone may end its browser in a pocket: it comes back to its name. Closing the page ends it sooner. */
const cookieSeconds = 12 * 60 * 60;
/** Who sends nothing, or a letter at a time, ends after this; looked at every so often. */
const headersMs = 6_000;
const lookMs = 2_000;

const codeSchema = z.object({ code: z.string().max(20) });
const nameSchema = z.object({ participantId: idSchema });
const scoresSchema = z.object({
  roundId: idSchema,
  scores: z.array(scoreSchema).min(1).max(mostScores),
});

/** Serves the voting page and its five calls on `address`, at any free port; all else is not there. */
export async function listenForVotes(
  door: VotingDoor,
  { address, hosts }: { address: string; hosts: readonly string[] },
): Promise<VotingListener> {
  let port = 0;
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    requestTimeout: requestMs,
    http: { ...hooksSeeAll, headersTimeout: headersMs, connectionsCheckingInterval: lookMs },
    connectionTimeout: 60_000,
    frameworkErrors: (error, _request, reply) => void answerFault(error, reply),
    clientErrorHandler: answerUnread(contentSecurityPolicy),
  });
  takeAnyExpectation(app.server);
  limitConnections(app.server, (address) => door.desk.hasJoined(address));
  app.removeContentTypeParser('text/plain');
  await app.register(cookies);
  const authorities = () => new Set(hosts.map((host) => `${host}:${port}`));
  guardVoting(app, { authorities, budget: door.budget });
  app.setErrorHandler((error: FastifyError, _request, reply) => answerFault(error, reply));
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'notFound'));
  servePage(app, door);
  serveJoining(app, door, () => port);
  serveBallot(app, door, () => port);
  await app.listen({ host: address, port });
  const bound = app.server.address();
  if (bound !== null && typeof bound === 'object') port = bound.port;
  return { port, close: () => app.close() };
}

function servePage(app: FastifyInstance, { files }: VotingDoor): void {
  for (const [address, { type, body }] of files) {
    app.get(address, (_request, reply) => reply.type(type).send(body));
  }
}

function serveJoining(app: FastifyInstance, door: VotingDoor, port: () => number): void {
  app.post('/join', async (request, reply) => {
    const address = addressOf(request);
    const token = request.cookies[cookieName(port())];
    const wait = door.guesses.waitOf(address, door.desk.wasIn(token));
    if (wait > 0) return refuse(reply, 429, 'wait', { seconds: Math.ceil(wait / 1000) });
    const given = codeSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 400, 'bad');
    // People copy a code with the gap in the middle that makes it readable.
    if (!isSameSecret(given.data.code.replaceAll(/\s/g, ''), door.joinCode)) {
      door.guesses.wrongFrom(address);
      door.changed();
      return refuse(reply, 403, 'code', {
        seconds: Math.ceil(door.guesses.waitOf(address) / 1000),
      });
    }
    door.guesses.rightFrom(address);
    await door.settled();
    const device = door.desk.admit(token, address);
    reply.setCookie(cookieName(port()), device.token, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      maxAge: cookieSeconds,
    });
    return sendView(reply, door, device);
  });

  app.post('/name', async (request, reply) => {
    const device = deviceOf(request, door, port());
    if (device === null) return refuse(reply, 401, 'join');
    const chosen = nameSchema.safeParse(request.body);
    if (!chosen.success) return refuse(reply, 400, 'bad');
    const { participantId } = chosen.data;
    if (!door.mayTake(device, participantId) || !door.desk.take(device, participantId)) {
      return refuse(reply, 409, 'taken');
    }
    door.changed();
    return sendView(reply, door, device);
  });
}

function serveBallot(app: FastifyInstance, door: VotingDoor, port: () => number): void {
  app.get<{ Querystring: { known?: string } }>('/state', async (request, reply) => {
    const device = deviceOf(request, door, port());
    if (device === null) return refuse(reply, 401, 'join');
    const known = request.query.known;
    await (typeof known === 'string' ? door.waitForOther(device, known) : door.settled());
    // It may have been released while it waited.
    if (deviceOf(request, door, port()) === null) return refuse(reply, 401, 'join');
    return sendView(reply, door, device);
  });

  app.get('/ballot', async (request, reply) => {
    const device = deviceOf(request, door, port());
    if (device === null || !isNamed(device)) return refuse(reply, 401, 'join');
    return door.ballotOf(device);
  });

  app.post('/scores', async (request, reply) => {
    const device = deviceOf(request, door, port());
    if (device === null || !isNamed(device)) return refuse(reply, 401, 'join');
    const given = scoresSchema.safeParse(request.body);
    if (!given.success) return refuse(reply, 400, 'bad');
    await door.score(device, given.data.roundId, given.data.scores);
    return { saved: given.data.scores.length };
  });
}

/** Cookies do not know ports: two workshops on one computer need two names. */
function cookieName(port: number): string {
  return `csm-vote-${port}`;
}

function deviceOf(request: FastifyRequest, { desk }: VotingDoor, port: number): Device | null {
  return desk.deviceOf(request.cookies[cookieName(port)], addressOf(request));
}

function sendView(reply: FastifyReply, door: VotingDoor, device: Device): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(door.viewFor(device));
}

const refusalOf: Partial<Record<string, Refusal>> = {
  'workshop.roundClosed': 'closed',
  'workshop.roundNotFound': 'closed',
  'workshop.cellNotAsked': 'notAsked',
  'workshop.scoreNotOnScale': 'bad',
  'workshop.notAttending': 'join',
  'workspace.noneOpen': 'closed',
};

/** A word that the page has a sentence for; nothing of what is inside. */
function answerFault(error: FastifyError, reply: FastifyReply): FastifyReply {
  if (error instanceof AppError) {
    const refusal = refusalOf[error.code] ?? 'fault';
    const status = { join: 401, bad: 400, closed: 409, notAsked: 409 }[refusal as string] ?? 500;
    return refuse(reply, status, refusal);
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(reply.header('connection', 'close'), 413, 'tooLarge');
  if (status < 500) return refuse(reply, status === 404 ? 404 : 400, 'bad');
  console.error('voting request failed:', error);
  return refuse(reply, 500, 'fault');
}
