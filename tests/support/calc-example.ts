/** One valid input per method of `csm calc`, rich enough that every field of its answer is a figure. */
export type CalcExamples = Readonly<Record<string, object>>;
