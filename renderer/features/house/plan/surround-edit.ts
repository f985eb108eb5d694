import type { InputOf } from '../../../../core/contract/contract.ts';
import type { HouseHow, HouseView, HouseWhat } from '../../../../core/contract/house.contract.ts';
import { normalizedRoof } from '../../../../core/domain/house/roof.ts';

/** Edits of what stands around the relations. */
export type SurroundEdit =
  | { kind: 'roof'; input: InputOf<'house.setRoof'> }
  | { kind: 'plan'; input: InputOf<'house.setPlan'> }
  | { kind: 'hows'; input: InputOf<'house.setHows'> }
  | { kind: 'ratings'; input: InputOf<'house.setRatings'> }
  | { kind: 'options'; input: InputOf<'house.setOptions'> };

/** The house as it will be; applying an edit that the house has already changes nothing. */
export function applySurroundEdit(view: HouseView, edit: SurroundEdit): HouseView {
  switch (edit.kind) {
    case 'roof':
      return { ...view, roof: withRoof(view, edit.input.cells) };
    case 'plan':
      return { ...view, whats: withPlan(view.whats, edit.input.values) };
    case 'hows':
      return { ...view, hows: withFacts(view.hows, edit.input.values) };
    case 'ratings':
      return withRatings(view, edit.input);
    case 'options': {
      const { houseId: _, ...options } = edit.input;
      return { ...view, ...definedOf(options) };
    }
  }
}

function withRoof(view: HouseView, cells: InputOf<'house.setRoof'>['cells']): HouseView['roof'] {
  const set = new Set(cells.flatMap(({ howId, otherHowId }) => pairKeys(howId, otherHowId)));
  const kept = view.roof.filter(({ howId, otherHowId }) => !set.has(`${howId} ${otherHowId}`));
  const added = cells.flatMap(({ strength, ...pair }) =>
    strength === 0 ? [] : [{ ...pair, strength }],
  );
  return normalizedRoof([...kept, ...added]);
}

function pairKeys(one: number, other: number): string[] {
  return [`${one} ${other}`, `${other} ${one}`];
}

function withPlan(
  whats: readonly HouseWhat[],
  values: InputOf<'house.setPlan'>['values'],
): HouseWhat[] {
  const wanted = new Map(values.map(({ whatId, ...patch }) => [whatId, definedOf(patch)]));
  return whats.map((what) => {
    const patch = wanted.get(what.whatId);
    return patch === undefined ? what : { ...what, ...patch };
  });
}

function withFacts(
  hows: readonly HouseHow[],
  values: InputOf<'house.setHows'>['values'],
): HouseHow[] {
  const wanted = new Map(values.map(({ howId, ...patch }) => [howId, definedOf(patch)]));
  return hows.map((how) => {
    const patch = wanted.get(how.howId);
    return patch === undefined ? how : { ...how, ...patch };
  });
}

function withRatings(
  view: HouseView,
  { whats = [], hows = [] }: InputOf<'house.setRatings'>,
): HouseView {
  const place = new Map(
    view.competitors.map(({ competitorId }, index): [number | null, number] => [
      competitorId,
      index,
    ]),
  );
  const ofWhat = Map.groupBy(whats, ({ whatId }) => whatId);
  const ofHow = Map.groupBy(hows, ({ howId }) => howId);
  return {
    ...view,
    whats: view.whats.map((what) => {
      const own = ofWhat.get(what.whatId);
      if (own === undefined) return what;
      const { level, ratings } = rated(own, place, { level: what.current, ratings: what.ratings });
      return { ...what, current: level, ratings };
    }),
    hows: view.hows.map((how) => {
      const own = ofHow.get(how.howId);
      if (own === undefined) return how;
      const { level, ratings } = rated(own, place, {
        level: how.ownRating,
        ratings: how.ratings,
      });
      return { ...how, ownRating: level, ratings };
    }),
  };
}

interface Rated {
  /** Our own. */
  level: number | null;
  ratings: (number | null)[];
}

function rated(
  values: readonly { competitorId: number | null; value: number | null }[],
  place: ReadonlyMap<number | null, number>,
  before: Rated,
): Rated {
  const after = { level: before.level, ratings: [...before.ratings] };
  for (const { competitorId, value } of values) {
    const at = place.get(competitorId);
    if (competitorId === null) after.level = value;
    else if (at !== undefined) after.ratings[at] = value;
  }
  return after;
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without what is left out. */
function definedOf<T extends object>(patch: T): Defined<T> {
  const defined: Defined<T> = {};
  for (const key of keysOf(patch)) {
    const value = patch[key];
    if (isDefined(value)) defined[key] = value;
  }
  return defined;
}

function keysOf<T extends object>(record: T): (keyof T & string)[] {
  return Object.keys(record).filter((key): key is keyof T & string => key in record);
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}
