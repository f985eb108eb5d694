import { byId, focusPart, newElement } from './elements.ts';
import { word } from './page-words.ts';
import { keyOf } from './score-queue.ts';
import type { OwnBallot, PageScore, Question } from './server-calls.ts';

/** One thing to score: a HOW beside its WHAT, or the importance of a WHAT. */
interface Item {
  whatId: number;
  howId: number | null;
  name: string;
}

/** What stands on the page at once. */
interface Sheet {
  title: string;
  items: Item[];
}

/** So many importances fit without losing oneself in the list. */
const importancesAtOnce = 8;

/** The ballot of one round: a WHAT at a time, its levels as large buttons. */
export class BallotForm {
  readonly #sheets: Sheet[];
  readonly #question: Question;
  readonly #scores: Map<string, number>;
  /** Scored elsewhere: counted, not shown, until scored here. */
  readonly #hidden: Map<string, OwnBallot['hidden'][number]>;
  readonly #onScore: (score: PageScore) => void;
  #at: number;

  constructor(
    question: Question,
    { scores, hidden, at }: OwnBallot & { at: number },
    onScore: (score: PageScore) => void,
  ) {
    this.#question = question;
    this.#onScore = onScore;
    this.#sheets = sheetsOf(question);
    this.#scores = new Map();
    this.#hidden = new Map(hidden.map((place) => [keyOf(place), place]));
    for (const score of scores) {
      this.#hidden.delete(keyOf(score));
      if (score.value === null) this.#scores.delete(keyOf(score));
      else this.#scores.set(keyOf(score), score.value);
    }
    this.#at = Math.min(at, Math.max(0, this.#sheets.length - 1));
  }

  get at(): number {
    return this.#at;
  }

  get hidden(): OwnBallot['hidden'] {
    return [...this.#hidden.values()];
  }

  /** All that was scored here, for a ballot that is drawn anew. */
  scores(): PageScore[] {
    return this.#items().flatMap(({ whatId, howId }) => {
      const value = this.#scores.get(keyOf({ whatId, howId }));
      return value === undefined ? [] : [{ whatId, howId, value }];
    });
  }

  left(): number {
    return this.#items().filter((item) => !this.#isScored(item)).length;
  }

  /** False when there is no further sheet that way. */
  turn(by: 1 | -1): boolean {
    const next = this.#at + by;
    if (next < 0 || next >= this.#sheets.length) return false;
    this.#at = next;
    this.draw();
    focusPart('ballot');
    return true;
  }

  /** The first sheet with something left, or the first one. */
  turnToOpen(): void {
    const open = this.#sheets.findIndex(({ items }) => items.some((item) => !this.#isScored(item)));
    this.#at = Math.max(0, open);
  }

  draw(): void {
    const sheet = this.#sheets[this.#at];
    byId('ballot-round', HTMLElement).textContent = word('ballot.place', {
      round: this.#question.number,
      at: this.#at + 1,
      of: this.#sheets.length,
    });
    byId('ballot-title', HTMLElement).textContent =
      sheet?.title === '' ? word('ballot.importance') : (sheet?.title ?? '');
    byId('ballot-hint', HTMLElement).textContent = word(`ballot.hint.${this.#question.subject}`);
    const focused = document.activeElement?.id ?? '';
    byId('questions', HTMLElement).replaceChildren(
      ...(sheet?.items ?? []).map((item) => this.#fieldset(item)),
    );
    if (focused.startsWith('cell-')) document.getElementById(focused)?.focus();
    byId('back', HTMLButtonElement).disabled = this.#at === 0;
    const isLast = this.#at >= this.#sheets.length - 1;
    byId('forward', HTMLButtonElement).textContent = word(isLast ? 'ballot.done' : 'ballot.next');
    this.#drawProgress();
  }

  /** A digit scores the question in focus and goes on to the next; Delete takes the score away. */
  press(event: KeyboardEvent): void {
    const { target } = event;
    const field = target instanceof HTMLElement ? target.closest('fieldset') : null;
    if (field === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const inputs = [...field.querySelectorAll('input')];
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const chosen = inputs.find((input) => input.checked);
      if (chosen === undefined) this.#removeHidden(field);
      else chosen.click();
    } else {
      const meant = inputs.find((input) => input.value === event.key);
      if (meant === undefined) return;
      if (!meant.checked) meant.click();
      const next = field.nextElementSibling?.querySelector('input');
      (next ?? byId('forward', HTMLButtonElement)).focus();
    }
    event.preventDefault();
  }

  #isScored(item: Item): boolean {
    return this.#scores.has(keyOf(item)) || this.#hidden.has(keyOf(item));
  }

  #items(): Item[] {
    return this.#sheets.flatMap(({ items }) => items);
  }

  #fieldset(item: Item): HTMLFieldSetElement {
    const legend = newElement('legend', { text: item.name });
    if (this.#hidden.has(keyOf(item)))
      legend.append(
        newElement('small', { text: word('ballot.hidden'), className: 'hidden-score' }),
      );
    const labels = this.#question.levels.map((level) => this.#level(item, level));
    return newElement('fieldset', {}, [legend, newElement('div', { className: 'levels' }, labels)]);
  }

  #level(item: Item, { value, symbol }: Question['levels'][number]): HTMLLabelElement {
    const input = newElement('input');
    input.type = 'radio';
    input.name = `cell-${keyOf(item)}`;
    input.value = String(value);
    input.id = `cell-${keyOf(item)}:${value}`;
    input.checked = this.#scores.get(keyOf(item)) === value;
    const isNone = value === 0;
    const sign = newElement('b', { text: isNone ? '–' : symbol });
    sign.setAttribute('aria-hidden', 'true');
    const name = isNone ? word('ballot.none') : String(value);
    const caption = newElement('span', { text: name });
    const captions = this.#question.subject === 'importance' ? [caption] : [sign, caption];
    const label = newElement('label', {}, [input, ...captions]);
    label.classList.toggle('chosen', input.checked);
    // A tap on what is chosen takes it away: a radio button alone cannot.
    input.addEventListener('click', () => this.#choose(item, value, input));
    input.addEventListener('focus', () =>
      label.classList.toggle('focused', input.matches(':focus-visible')),
    );
    input.addEventListener('blur', () => label.classList.remove('focused'));
    return label;
  }

  #choose(item: Item, value: number, input: HTMLInputElement): void {
    const isTakenAway = this.#scores.get(keyOf(item)) === value;
    this.#forgetHidden(item, input);
    if (isTakenAway) this.#scores.delete(keyOf(item));
    else this.#scores.set(keyOf(item), value);
    input.checked = !isTakenAway;
    for (const label of input.closest('.levels')?.querySelectorAll('label') ?? []) {
      label.classList.toggle('chosen', label.querySelector('input')?.checked === true);
    }
    this.#onScore({ whatId: item.whatId, howId: item.howId, value: isTakenAway ? null : value });
    this.#drawProgress();
  }

  #forgetHidden(item: Item, input: HTMLInputElement): void {
    this.#hidden.delete(keyOf(item));
    input.closest('fieldset')?.querySelector('.hidden-score')?.remove();
  }

  /** Takes a score away that is not shown here. */
  #removeHidden(field: HTMLFieldSetElement): void {
    const input = field.querySelector('input');
    const item = this.#items().find((each) => `cell-${keyOf(each)}` === input?.name);
    if (input === null || item === undefined || !this.#hidden.has(keyOf(item))) return;
    this.#forgetHidden(item, input);
    this.#onScore({ whatId: item.whatId, howId: item.howId, value: null });
    this.#drawProgress();
  }

  #drawProgress(): void {
    const all = this.#items().length;
    const scored = all - this.left();
    byId('ballot-progress', HTMLElement).textContent = word('ballot.progress', { scored, all });
    const bar = byId('ballot-bar', HTMLProgressElement);
    bar.max = Math.max(1, all);
    bar.value = scored;
    bar.setAttribute('aria-label', word('ballot.progress', { scored, all }));
  }
}

function sheetsOf({ subject, whats, hows, cells }: Question): Sheet[] {
  if (subject === 'relations') {
    const asked = cells === null ? null : new Set(cells.map(keyOf));
    return whats.map((what) => ({
      title: what.name,
      items: hows
        .map(({ id, name }) => ({ whatId: what.id, howId: id, name }))
        .filter((item) => asked === null || asked.has(keyOf(item))),
    }));
  }
  const items = whats.map(({ id, name }) => ({ whatId: id, howId: null, name }));
  return Array.from({ length: Math.ceil(items.length / importancesAtOnce) }, (_, page) => ({
    title: '',
    items: items.slice(page * importancesAtOnce, (page + 1) * importancesAtOnce),
  }));
}
