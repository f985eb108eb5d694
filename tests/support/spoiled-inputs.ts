/** A valid input with one thing wrong, and where: the path as the method should name it. */
export interface SpoiledInput {
  what: string;
  path: string;
  input: unknown;
}

type Steps = readonly (string | number)[];
type Change = (value: unknown) => unknown;

interface Place {
  steps: Steps;
  value: unknown;
}

/** Entries of a list that stand for all of them. */
const sampledEntries = 3;

/** Every kind of value that stands in an input, the first few of each list. */
function placesIn(value: unknown, steps: Steps = []): Place[] {
  const here: Place = { steps, value };
  if (typeof value !== 'object' || value === null) return [here];
  const inners: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()].slice(0, sampledEntries)
    : Object.entries(value);
  return [here, ...inners.flatMap(([step, inner]) => placesIn(inner, [...steps, step]))];
}

/** A copy of `root` with `change` made at one place; undefined takes a field or entry away. */
function changedAt(root: unknown, [step, ...rest]: Steps, change: Change): unknown {
  if (step === undefined) return change(root);
  if (typeof root !== 'object' || root === null) return root;
  const changed = changedAt(Reflect.get(root, step), rest, change);
  if (Array.isArray(root)) return root.with(Number(step), changed);
  const others = Object.entries(root).filter(([name]) => name !== step);
  return Object.fromEntries(changed === undefined ? others : [...others, [step, changed]]);
}

function pathOf(steps: Steps): string {
  return steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function isMatrix(value: unknown): value is unknown[][] {
  return Array.isArray(value) && value.length > 1 && value.every((row) => Array.isArray(row));
}

function spoil(root: unknown, what: string, steps: Steps, change: Change): SpoiledInput {
  return { what, path: pathOf(steps), input: changedAt(root, steps, change) };
}

/** A number field that holds no number. No method may take any of these. */
export function wrongNumbers(input: object): SpoiledInput[] {
  const wrong: [string, unknown][] = [
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['text', '3'],
    ['a list', [3]],
    ['true', true],
  ];
  return placesIn(input)
    .filter(({ value }) => typeof value === 'number')
    .flatMap(({ steps }) => wrong.map(([what, value]) => spoil(input, what, steps, () => value)));
}

/** A number that is missing; some methods take it as "not answered". */
export function missingNumbers(input: object): SpoiledInput[] {
  return placesIn(input)
    .filter(({ value }) => typeof value === 'number')
    .map(({ steps }) => spoil(input, 'null', steps, () => null));
}

/** A field of another type than it should be. */
export function wrongTypes(input: object): SpoiledInput[] {
  return Object.entries(input).flatMap(([field, value]) => {
    const wrong = typeof value === 'object' ? [7, 'x', null, true] : [null, [], { a: 1 }];
    return wrong.map((other) =>
      spoil(input, `${JSON.stringify(other)} for ${field}`, [field], () => other),
    );
  });
}

export function withoutFields(input: object): SpoiledInput[] {
  return placesIn(input).flatMap(({ steps, value }) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? []
      : Object.keys(value).map((field) =>
          spoil(input, `no ${field}`, [...steps, field], () => undefined),
        ),
  );
}

export function withUnknownField(input: object): SpoiledInput {
  return { what: 'an unknown field', path: 'extra', input: { ...input, extra: 1 } };
}

export function emptyLists(input: object): SpoiledInput[] {
  return placesIn(input)
    .filter(({ value }) => Array.isArray(value))
    .map(({ steps }) => spoil(input, 'an empty list', steps, () => []));
}

export function raggedMatrices(input: object): SpoiledInput[] {
  return placesIn(input)
    .filter(({ value }) => isMatrix(value))
    .map(({ steps }) => {
      const second = [...steps, 1];
      return spoil(input, 'a row cut short', second, (row) => (row as unknown[]).slice(0, -1));
    });
}

/** The longest lists of an input hold its rows: respondents, points, WHATs or comparisons. */
function rowCount(input: object): number {
  return placesIn(input)
    .filter(({ steps }) => !steps.some((step) => typeof step === 'number' && step > 0))
    .reduce((most, { value }) => Math.max(most, Array.isArray(value) ? value.length : 0), 0);
}

/** A copy of `value` with `change` made to every list of `count` entries, the outer ones first. */
function withRows(value: unknown, count: number, change: (rows: unknown[]) => unknown[]): unknown {
  if (Array.isArray(value)) {
    return value.length === count
      ? change(value)
      : value.map((inner) => withRows(inner, count, change));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withRows(inner, count, change)]),
  );
}

export function firstRowOnly(input: object): SpoiledInput {
  const cut = withRows(input, rowCount(input), (rows) => rows.slice(0, 1));
  return { what: 'one row', path: '', input: cut };
}

/** Every row like the first one. */
export function constantColumns(input: object): SpoiledInput {
  const flat = withRows(input, rowCount(input), (rows) => rows.map(() => rows[0]));
  return { what: 'constant columns', path: '', input: flat };
}

/** Every number of one field moved by the same distance. */
export function movedNumbers(input: object, distance: number): SpoiledInput[] {
  const moved: Change = (value) => {
    if (typeof value === 'number') return value + distance;
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moved(inner)]));
  };
  return Object.keys(input).map((field) => spoil(input, `${field} + ${distance}`, [field], moved));
}

/** A copy with the number at each place replaced, the places counted around. */
export function withNumbers(input: object, numbers: readonly [place: number, value: number][]) {
  const places = placesIn(input).filter(({ value }) => typeof value === 'number');
  return numbers.reduce<unknown>((root, [place, value]) => {
    const steps = places[place % places.length]?.steps ?? [];
    return steps.length === 0 ? root : changedAt(root, steps, () => value);
  }, input);
}
