import { createHash } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { AppError } from '../../../core/contract/app-error.ts';
import type { Locale } from '../../../core/contract/common.schema.ts';
import type { Score, ScoredCell, VotingStatus } from '../../../core/contract/workshop.contract.ts';
import { listVoteRounds } from '../../../db/repositories/workshop-round.repository.ts';
import type { HostContext } from '../host-context.ts';
import { readOwnScores } from '../workshop/own-scores.ts';
import { setScores } from '../workshop/set-scores.ts';
import { requireOpenWorkshop, requireVoteRound } from '../workshop/workshop-guard.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { WriterGate } from '../writer-gate.ts';
import { GuessLock } from './guess-lock.ts';
import { newJoinCode } from './join-code.ts';
import { lanAddresses } from './lan-addresses.ts';
import { readPageFiles } from './page-files.ts';
import { RequestBudget } from './request-budget.ts';
import { type Device, type NamedDevice, VotingDesk } from './voting-desk.ts';
import { readVotingMatter, type VotingMatter } from './voting-question.ts';
import {
  listenForVotes,
  type OwnBallot,
  type VotingDoor,
  type VotingListener,
} from './voting-server.ts';

/** A phone asks again after this long, so that one that went away is noticed. */
const longestWaitMs = 25_000;
/** What changes within it is told at once: twelve people tapping are not twelve looks a second each. */
const settleMs = 150;

/** A WHAT bears the name of its requirement. */
const shownAreas = ['workshop', 'house', 'requirement'] as const;

/** Where to listen: every network of this computer, or one address only. */
interface Place {
  address: string;
  hosts: string[];
}

/** What the facilitator opens the page for, and in which language. */
interface Order {
  workshopId: number;
  locale: Locale;
}

/** The voting page while it is open. Nothing listens unless a facilitator opened it. */
class VotingRoom {
  readonly workshopId: number;
  readonly joinCode = newJoinCode();
  readonly desk = new VotingDesk();
  readonly guesses = new GuessLock(Date.now);
  readonly #context: HostContext;
  /**
   * What the page was opened for. The host is with another one before this one has closed, and there
   * the same numbers may mean other people and other rounds.
   */
  readonly #session: WorkspaceSession;
  readonly #hosts: readonly string[];
  readonly #waiting = new Set<() => void>();
  readonly #leave: (() => void)[] = [];
  #matter: VotingMatter;
  #question: ShownQuestion;
  #reading: Promise<void> = Promise.resolve();
  #listener: VotingListener | null = null;
  #isOpen = true;
  #settling: NodeJS.Timeout | null = null;

  private constructor(
    context: HostContext,
    { workshopId, session }: { workshopId: number; session: WorkspaceSession },
    hosts: readonly string[],
    matter: VotingMatter,
  ) {
    this.#context = context;
    this.#session = session;
    this.workshopId = workshopId;
    this.#hosts = hosts;
    this.#matter = matter;
    this.#question = shownQuestion(matter);
  }

  static async open(
    context: HostContext,
    { workshopId, locale }: Order,
    place: Place,
  ): Promise<VotingRoom> {
    const { session } = context;
    const matter = await readVotingMatter(session.db, workshopId);
    if (matter === null) throw new AppError('workshop.notFound');
    const room = new VotingRoom(context, { workshopId, session }, place.hosts, matter);
    room.#listener = await listenForVotes(await room.#door(locale), place).catch(
      (error: unknown) => {
        console.error('the voting page could not be opened:', error);
        throw new AppError('voting.cannotListen');
      },
    );
    // It may have been closed meanwhile, and would not be heard of any more.
    if (!room.#isWithHost()) {
      await room.close();
      throw new AppError('workspace.noneOpen');
    }
    room.#leave.push(
      session.whenClosing(() => room.close()),
      context.whenChanged((areas) => {
        if (shownAreas.some((area) => areas.includes(area))) room.#settle();
      }),
    );
    return room;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  status(): NonNullable<VotingStatus['open']> {
    return {
      workshopId: this.workshopId,
      urls: this.#hosts.map((host) => `http://${host}:${this.#listener?.port ?? 0}/`),
      joinCode: this.joinCode,
      joined: this.desk.named().map(({ participantId, joinedAt, lastSeenAt }) => ({
        participantId,
        joinedAt,
        lastSeenAt,
      })),
      refused: this.guesses.refused,
    };
  }

  /** Ends every connection; cookies of this room are worth nothing afterwards. */
  async close(): Promise<void> {
    for (const leave of this.#leave.splice(0)) leave();
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#wakeAll();
    this.#isOpen = false;
    await this.#listener?.close();
  }

  release(participantId: number): boolean {
    const released = this.desk.release(participantId);
    this.#wakeAll();
    return released;
  }

  async #door(locale: Locale): Promise<VotingDoor> {
    return {
      joinCode: this.joinCode,
      desk: this.desk,
      guesses: this.guesses,
      budget: new RequestBudget(Date.now),
      files: await readPageFiles(locale),
      viewFor: (device) => this.#viewFor(device).json,
      mayTake: (device, participantId) => this.#mayTake(device, participantId),
      settled: () => this.#settled(),
      waitForOther: (device, known) => this.#waitForOther(device, known),
      ballotOf: (device) => this.#ballotOf(device),
      score: (device, roundId, scores) => this.#score(device, roundId, scores),
      changed: () => this.#context.changed(['workshop']),
    };
  }

  /** What changed here or in the workshop is read once for all, when it has come to rest. */
  #settle(): void {
    this.#settling ??= setTimeout(() => void this.#settled(), settleMs);
  }

  /** What has changed by now is read; who comes anew is not shown what was. */
  async #settled(): Promise<void> {
    if (this.#settling !== null) {
      clearTimeout(this.#settling);
      this.#settling = null;
      this.#reading = this.#reading
        .then(() => this.#refresh())
        .catch((error: unknown) => console.error('voting room:', error));
    }
    await this.#reading;
  }

  async #refresh(): Promise<void> {
    if (!this.#isWithHost()) return;
    const matter = await readVotingMatter(this.#session.db, this.workshopId);
    if (matter === null) {
      await this.close();
      this.#context.changed(['workshop']);
      return;
    }
    this.#matter = matter;
    this.#question = shownQuestion(matter);
    const attending = new Set(matter.people.map(({ id }) => id));
    for (const { participantId } of this.desk.named()) {
      if (!attending.has(participantId)) this.desk.release(participantId);
    }
    this.#wakeAll();
  }

  #viewFor(device: Device): { tag: string; json: string } {
    const { workshop, people } = this.#matter;
    const me = people.find(({ id }) => id === device.participantId) ?? null;
    const choice = people.map((one) => ({ ...one, taken: this.desk.isTaken(one.id) }));
    const own = { workshop, me, people: me === null ? choice : [] };
    const question = me === null ? noQuestion : this.#question;
    const tag = tagOf(`${question.tag}${JSON.stringify(own)}`);
    const head = JSON.stringify({ tag, ...own }).slice(0, -1);
    return { tag, json: `${head},"question":${question.json}}` };
  }

  #mayTake(device: Device, participantId: number): boolean {
    const attends = this.#matter.people.some(({ id }) => id === participantId);
    return attends && (device.participantId ?? participantId) === participantId;
  }

  async #waitForOther(device: Device, known: string): Promise<void> {
    const until = Date.now() + longestWaitMs;
    while (this.#viewFor(device).tag === known && Date.now() < until && this.#isOpen) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, until - Date.now());
        this.#waiting.add(wake);
      });
      if (this.desk.deviceOf(device.token, device.address) === null) return;
    }
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** What the same person scored elsewhere is not shown: somebody else may have taken the name. */
  async #ballotOf({ participantId, scored }: NamedDevice): Promise<OwnBallot> {
    this.#requireHost();
    const rounds = await listVoteRounds(this.#session.db, this.workshopId);
    const open = rounds.find(({ closedAt }) => closedAt === null);
    if (open === undefined) return { scores: [], hidden: [] };
    const isFromHere = (score: Score) =>
      scored.roundId === open.id && scored.values.get(cellKey(score)) === score.value;
    const all = await readOwnScores(this.#session, open.id, participantId);
    return {
      scores: all.filter(isFromHere),
      hidden: all.flatMap((score) =>
        isFromHere(score) ? [] : [{ whatId: score.whatId, howId: score.howId }],
      ),
    };
  }

  /** Only into a round of this workshop, and by a device that still has its name when it is written. */
  async #score(device: NamedDevice, roundId: number, scores: Score[]): Promise<void> {
    this.#requireHost();
    const { participantId } = device;
    const { workshopId, number } = await requireVoteRound(this.#session.db, roundId);
    if (workshopId !== this.workshopId) throw new AppError('workshop.roundClosed', { number });
    this.#requireHost();
    await setScores(this.#context, { roundId, participantId, scores }, () => {
      this.#requireHost();
      if (!this.desk.isAdmitted(device)) throw new AppError('workshop.notAttending');
    });
    if (device.scored.roundId !== roundId) device.scored = { roundId, values: new Map() };
    for (const score of scores) device.scored.values.set(cellKey(score), score.value);
  }

  /** The page is open, and the host still with the workspace that it was opened for. */
  #isWithHost(): boolean {
    const { hasSession } = this.#context;
    return this.#isOpen && hasSession && this.#context.session === this.#session;
  }

  #requireHost(): void {
    if (!this.#isWithHost()) throw new AppError('workspace.noneOpen');
  }
}

function cellKey({ whatId, howId }: ScoredCell): string {
  return `${whatId}:${howId ?? 0}`;
}

/** The question as everybody gets it: of a large house it is put into words once, not for each phone. */
interface ShownQuestion {
  tag: string;
  json: string;
}

const noQuestion: ShownQuestion = { tag: '', json: 'null' };

function shownQuestion({ question }: VotingMatter): ShownQuestion {
  if (question === null) return noQuestion;
  const json = JSON.stringify(question);
  return { tag: tagOf(json), json };
}

/** One door a host: opened and closed one after the other. */
const doors = new WeakMap<HostContext, { gate: WriterGate; room: VotingRoom | null }>();

function doorOf(context: HostContext): { gate: WriterGate; room: VotingRoom | null } {
  const known = doors.get(context) ?? { gate: new WriterGate(), room: null };
  doors.set(context, known);
  if (known.room?.isOpen === false) known.room = null;
  return known;
}

export function votingStatus(context: HostContext): VotingStatus {
  return { open: doorOf(context).room?.status() ?? null };
}

export async function openVoting(context: HostContext, order: Order): Promise<VotingStatus> {
  const { gate } = doorOf(context);
  return gate.run(async () => {
    await requireOpenWorkshop(context.session.db, order.workshopId);
    const door = doorOf(context);
    if (door.room?.workshopId === order.workshopId) return votingStatus(context);
    const place = placeToListen();
    await door.room?.close();
    door.room = await VotingRoom.open(context, order, place);
    context.changed(['workshop']);
    return votingStatus(context);
  });
}

export async function closeVoting(context: HostContext): Promise<void> {
  await doorOf(context).gate.run(async () => {
    const { room } = doorOf(context);
    if (room === null) return;
    await room.close();
    context.changed(['workshop']);
  });
}

export function releaseName(context: HostContext, participantId: number): void {
  const { room } = doorOf(context);
  if (room === null) throw new AppError('voting.notOpen');
  if (!room.release(participantId)) throw new AppError('voting.notJoined');
  context.changed(['workshop']);
}

/** `CSM_VOTING_ADDRESS` keeps the page on one address, for computers that are on several networks. */
function placeToListen(): Place {
  const fixed = process.env.CSM_VOTING_ADDRESS;
  if (fixed !== undefined && fixed !== '') return { address: fixed, hosts: [fixed] };
  const hosts = lanAddresses(networkInterfaces());
  if (hosts.length === 0) throw new AppError('voting.noNetwork');
  return { address: '0.0.0.0', hosts };
}

function tagOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
