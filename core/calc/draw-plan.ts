/**
 * Random draws that may be computed anywhere and in any number of parts with the same outcome: draw d
 * takes its random numbers from a stream of its own, made from (seed, d).
 */
export interface DrawTask {
  /** What a share needs to know; plain data that can go to a worker. */
  readonly data: unknown;
  readonly draws: number;
}

export interface DrawShare {
  /** The first draw of the share, counted from 0. */
  readonly first: number;
  readonly count: number;
}

/** Computes every draw of a task, here or in workers; one row of figures per draw, in order. */
export type DrawRunner = (method: string, task: DrawTask) => Promise<Float64Array>;

export interface DrawPlan<Input, Data> {
  /** The draws an input asks for, or null for none. */
  taskOf(input: Input): { data: Data; draws: number } | null;
  /** The figures of a share: `count` rows, all of the same width. NaN marks a draw without a figure. */
  draw(data: Data, share: DrawShare): Float64Array;
}
