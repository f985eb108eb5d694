import { BallotForm } from './ballot-form.ts';
import { byId, newElement, type Part, showPart } from './elements.ts';
import { loadWords, otherLanguage, speak, word } from './page-words.ts';
import { type QueueState, ScoreQueue } from './score-queue.ts';
import { ask, type OwnBallot, pause, type Refused, type View } from './server-calls.ts';

/** The page in a participant's hand: code, name, ballot, and waiting in between. */

let view: View | null = null;
let ballot: BallotForm | null = null;
let queue: ScoreQueue | null = null;
let isDone = false;
let saving: QueueState = 'saved';
let notice: { key: string; params: Record<string, number> } | null = null;
/** Only one loop asks for news; joining anew starts another. */
let watchNumber = 0;

let taking: Promise<void> = Promise.resolve();

const longestPauseMs = 8_000;

/** What a scanned link brings along; off the address bar at once, for the screen may be shown around. */
function takeCodeOfLink(): string | null {
  const code = location.hash.slice(1);
  history.replaceState(null, '', '/');
  return /^\d+$/.test(code) ? code : null;
}

async function begin(): Promise<void> {
  const linkedCode = takeCodeOfLink();
  await loadWords();
  byId('language', HTMLButtonElement).addEventListener('click', () => {
    speak(otherLanguage());
    draw();
  });
  byId('code', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void join();
  });
  byId('ballot', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    tell(null);
    isDone = ballot?.turn(1) === false;
    draw();
  });
  byId('ballot', HTMLFormElement).addEventListener('keydown', (event) => ballot?.press(event));
  byId('back', HTMLButtonElement).addEventListener('click', () => ballot?.turn(-1));
  byId('review', HTMLButtonElement).addEventListener('click', () => {
    isDone = false;
    ballot?.turnToOpen();
    draw();
  });
  draw();
  await watch();
  // A phone that is in already stays who it is.
  if (view !== null || linkedCode === null) return;
  byId('code-field', HTMLInputElement).value = linkedCode;
  await join();
}

async function join(): Promise<void> {
  const field = byId('code-field', HTMLInputElement);
  const answer = await ask<View>('/join', { code: field.value }).catch(() => null);
  if (answer === null) return tell('error.offline');
  if (!answer.ok) {
    field.select();
    return tellRefusal(answer.refused);
  }
  field.value = '';
  tell(null);
  await take(answer.value);
  void watch();
}

async function choose(participantId: number): Promise<void> {
  const answer = await ask<View>('/name', { participantId }).catch(() => null);
  if (answer === null) return tell('error.offline');
  if (!answer.ok) return tellRefusal(answer.refused);
  tell(null);
  await take(answer.value);
}

/** Asks for news and waits until there is any, for as long as this device is admitted. */
async function watch(): Promise<void> {
  const number = ++watchNumber;
  let pauseMs = 500;
  while (number === watchNumber) {
    const known = view === null || view.tag === '' ? '' : `?known=${encodeURIComponent(view.tag)}`;
    const answer = await ask<View>(`/state${known}`).catch(() => null);
    if (number !== watchNumber) return;
    if (answer?.ok === true) {
      pauseMs = 500;
      byId('me', HTMLElement).dataset.offline = 'no';
      await take(answer.value);
      drawStatus();
    } else if (answer?.refused.status === 401) {
      return leave();
    } else {
      byId('me', HTMLElement).dataset.offline = 'yes';
      drawStatus();
      await pause(pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
  }
}

/** The facilitator closed the page or freed this name: the code is needed again. */
function leave(): void {
  const wasIn = view !== null;
  view = null;
  ballot = null;
  queue = null;
  if (wasIn) tell('error.released');
  draw();
}

/** News comes from calls and from the watch at once: one after the other. */
function take(next: View): Promise<void> {
  taking = taking.then(() => takeNow(next));
  return taking;
}

async function takeNow(next: View): Promise<void> {
  const before = view;
  view = next;
  const roundId = next.question?.roundId ?? null;
  if (queue !== null && queue.roundId !== roundId) {
    const lost = queue.size;
    queue.end();
    queue = null;
    ballot = null;
    saving = 'saved';
    if (lost > 0) tell('error.lost', { count: lost });
  }
  const isNews = before?.tag !== next.tag;
  const isNew = next.me !== null && next.question !== null && ballot === null;
  if (isNew && next.me !== null) await openBallot(next.me.id);
  else if (isNews) redrawBallot();
  // What is drawn anew under a finger or a screen reader is in its way.
  if (isNew || isNews) draw();
}

async function openBallot(participantId: number): Promise<void> {
  const question = view?.question;
  if (question === null || question === undefined) return;
  const answer = await ask<OwnBallot>('/ballot').catch(() => null);
  // Not there just now: what the page learns next opens it.
  if (answer === null || !answer.ok) {
    if (view !== null) view = { ...view, tag: '' };
    return;
  }
  queue = new ScoreQueue(question.roundId, participantId, {
    onState: (state) => {
      saving = state;
      drawStatus();
    },
    onRefused: (refused, lost) => {
      saving = 'saved';
      if (refused.status === 401) leave();
      else startAnew(lost);
    },
  });
  const scores = [...answer.value.scores, ...queue.pending()];
  const { hidden } = answer.value;
  ballot = new BallotForm(question, { scores, hidden, at: 0 }, (score) => queue?.put(score));
  isDone = false;
  ballot.turnToOpen();
}

/** A queue that was refused takes nothing more: what is asked now begins with another. */
function startAnew(lost: number): void {
  tell('error.lost', { count: lost });
  queue = null;
  ballot = null;
  if (view !== null) view = { ...view, tag: '' };
  void watch();
}

/** WHATs or HOWs changed while the round is open: what was scored stays. */
function redrawBallot(): void {
  const question = view?.question;
  if (ballot === null || question === null || question === undefined) return;
  const { at, hidden } = ballot;
  const scores = ballot.scores();
  ballot = new BallotForm(question, { scores, hidden, at }, (score) => queue?.put(score));
}

function partOf(shown: View | null): Part {
  if (shown === null) return 'code';
  if (shown.me === null) return 'name';
  if (shown.question === null || ballot === null) return 'wait';
  return isDone ? 'done' : 'ballot';
}

function draw(): void {
  byId('workshop', HTMLElement).textContent = view?.workshop ?? '';
  const language = byId('language', HTMLButtonElement);
  language.textContent = otherLanguage() === 'en' ? 'English' : '한국어';
  language.lang = otherLanguage();
  document.title = view === null ? word('title') : `${word('title')} · ${view.workshop}`;
  drawNotice();
  if (view !== null && view.me === null) drawNames(view.people);
  ballot?.draw();
  const left = ballot?.left() ?? 0;
  byId('done-left', HTMLElement).textContent =
    left === 0 ? word('done.complete') : word('done.left', { count: left });
  byId('me', HTMLElement).textContent = view?.me?.name ?? '';
  drawStatus();
  showPart(partOf(view));
}

function drawNames(people: View['people']): void {
  byId('name-hint', HTMLElement).textContent = word(
    people.length === 0 ? 'name.nobody' : 'name.hint',
  );
  const focused = document.activeElement?.id ?? '';
  byId('names', HTMLElement).replaceChildren(
    ...people.map(({ id, name, team, taken }) => {
      const detail = taken ? word('name.taken') : team;
      const button = newElement('button', { text: name, className: 'quiet' }, [
        newElement('small', { text: detail }),
      ]);
      button.type = 'button';
      button.id = `name-${id}`;
      button.disabled = taken;
      button.addEventListener('click', () => void choose(id));
      return newElement('li', {}, [button]);
    }),
  );
  document.getElementById(focused)?.focus();
}

function drawStatus(): void {
  const offline = byId('me', HTMLElement).dataset.offline === 'yes' || saving === 'offline';
  const hasBallot = ballot !== null && queue !== null;
  const count = queue?.size ?? 0;
  const said = offline
    ? word(count > 0 ? 'status.waiting' : 'status.offline', { count })
    : hasBallot
      ? word(saving === 'saving' ? 'status.saving' : 'status.saved')
      : '';
  const status = byId('status', HTMLElement);
  // Said again only when it is something else: a screen reader reads every change.
  if (status.textContent !== said) status.textContent = said;
  byId('foot', HTMLElement).hidden = said === '' && (view?.me ?? null) === null;
}

function tell(key: string | null, params: Record<string, number> = {}): void {
  notice = key === null ? null : { key, params };
  drawNotice();
}

function tellRefusal({ error, seconds }: Refused): void {
  const known = ['code', 'wait', 'taken', 'busy'].includes(error) ? error : 'fault';
  tell(known === 'code' && seconds > 0 ? 'error.codeWait' : `error.${known}`, { seconds });
}

function drawNotice(): void {
  const place = byId('notice', HTMLElement);
  place.hidden = notice === null;
  place.textContent = notice === null ? '' : word(notice.key, notice.params);
}

void begin();
