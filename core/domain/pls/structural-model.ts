import { AppError } from '../../contract/app-error.ts';

/** Which construct acts on which: an acyclic graph. Constructs are counted from 0. */
export interface StructuralModel {
  readonly latents: readonly string[];
  /** [from, to], in the order in which they were given. */
  readonly paths: readonly (readonly [number, number])[];
  /** predecessors[j]: the constructs with a path to j. */
  readonly predecessors: readonly (readonly number[])[];
  /** successors[j]: the constructs to which j has a path. */
  readonly successors: readonly (readonly number[])[];
  /** Every construct once, causes before their effects. */
  readonly order: readonly number[];
}

export interface TotalEffect {
  readonly from: number;
  readonly to: number;
  /** null when a path on the way is. */
  readonly effect: number | null;
}

/**
 * The graph of named constructs and paths between them.
 *
 * Throws `calculation.outOfRange` for a path that names no construct and `calculation.cyclicStructure`
 * when the paths lead back to where they started.
 */
export function structuralModel(
  latents: readonly string[],
  namedPaths: readonly (readonly [string, string])[],
): StructuralModel {
  const numbers = new Map(latents.map((name, j) => [name, j]));
  const paths = namedPaths.map(([from, to], i) => {
    const ends = [numbers.get(from), numbers.get(to)] as const;
    if (ends[0] === undefined || ends[1] === undefined) {
      throw new AppError('calculation.outOfRange', {}, `structural[${i}]`);
    }
    return [ends[0], ends[1]] as const;
  });
  const predecessors = latents.map((): number[] => []);
  const successors = latents.map((): number[] => []);
  for (const [from, to] of paths) {
    predecessors[to]?.push(from);
    successors[from]?.push(to);
  }
  const order = causesFirst(predecessors, successors);
  if (order.length < latents.length) throw new AppError('calculation.cyclicStructure');
  return { latents, paths, predecessors, successors, order };
}

/** The constructs of one cycle, the first again at the end: A, B, A. null when there is none. */
export function cycleOf(paths: readonly (readonly [string, string])[]): string[] | null {
  const latents = [...new Set(paths.flat())];
  const predecessors = new Map(latents.map((name) => [name, [] as string[]]));
  const successors = new Map(latents.map((name) => [name, [] as string[]]));
  for (const [from, to] of paths) {
    predecessors.get(to)?.push(from);
    successors.get(from)?.push(to);
  }
  const numbers = new Map(latents.map((name, j) => [name, j]));
  const numbered = (lists: Map<string, string[]>) =>
    latents.map((name) => (lists.get(name) ?? []).map((other) => numbers.get(other) ?? 0));
  const settled = new Set(causesFirst(numbered(predecessors), numbered(successors)));
  const unsettled = new Set(latents.filter((_, j) => !settled.has(j)));
  // Whatever could not be put in order has a predecessor that could not either: going back repeats.
  const way: string[] = [];
  let at = latents.find((name) => unsettled.has(name));
  while (at !== undefined && !way.includes(at)) {
    way.push(at);
    at = predecessors.get(at)?.find((name) => unsettled.has(name));
  }
  return at === undefined ? null : [at, ...way.slice(way.indexOf(at)).reverse()];
}

/** Kahn's order; constructs on a cycle, and those behind one, are left out. */
function causesFirst(
  predecessors: readonly (readonly number[])[],
  successors: readonly (readonly number[])[],
): number[] {
  const waiting = predecessors.map((list) => list.length);
  const order = waiting.flatMap((count, j) => (count === 0 ? [j] : []));
  for (let at = 0; at < order.length; at++) {
    for (const next of successors[order[at] as number] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) order.push(next);
    }
  }
  return order;
}

/**
 * Effects along all directed ways from one construct to another: the sum over the ways of the product
 * of their path coefficients, the direct path included (Tenenhaus et al. 2005).
 * `coefficients` has one entry per path of the model. One answer per pair that a way connects.
 */
export function totalEffects(
  model: StructuralModel,
  coefficients: readonly (number | null)[],
): TotalEffect[] {
  const coefficientOf = new Map(
    model.paths.map(([from, to], i) => [`${from} ${to}`, coefficients[i] ?? null]),
  );
  return model.latents.flatMap((_, source) => {
    const effects = new Map<number, number | null>([[source, 1]]);
    for (const to of model.order) {
      const ways = (model.predecessors[to] ?? []).filter((from) => effects.has(from));
      if (to === source || ways.length === 0) continue;
      let sum: number | null = 0;
      for (const from of ways) {
        const upTo = effects.get(from) ?? null;
        const last = coefficientOf.get(`${from} ${to}`) ?? null;
        sum = sum === null || upTo === null || last === null ? null : sum + upTo * last;
      }
      effects.set(to, sum);
    }
    return model.latents.flatMap((_, to) => {
      const effect = effects.get(to);
      return to === source || effect === undefined ? [] : [{ from: source, to, effect }];
    });
  });
}
