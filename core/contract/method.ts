import type { z } from 'zod';

/**
 * What may change and be watched. A service says which areas an edit touched; every read says which
 * areas it shows. The screen refetches where the two meet, so no feature has to know another.
 */
export const areas = [
  'workspace',
  'voc',
  /** Saved views, due rules, word rules, retention and contact policy. */
  'setting',
  'customer',
  'requirement',
  'house',
  /** Workshops, their rounds of votes and decisions, and who has joined the voting page. */
  'workshop',
  /** How firmly ranks stand: counted anew, or with other variants. */
  'stability',
  'csf',
  'action',
  'survey',
  'csi',
  'preference',
] as const;

export type Area = (typeof areas)[number];

/**
 * - `read`: changes nothing.
 * - `edit`: changes the workspace as one named, undoable step.
 * - `command`: anything else (opens files, starts jobs, undoes).
 */
export type MethodKind = 'read' | 'edit' | 'command';

export interface MethodSpec<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly kind: MethodKind;
  readonly input: Input;
  /** Areas whose change makes the answer stale. Only for `read`. */
  readonly shows: readonly Area[];
  /** Carries the output type; no value is ever stored here. */
  readonly output?: Output;
}

export function read<Output>() {
  return <Input extends z.ZodType>(
    input: Input,
    shows: readonly Area[],
  ): MethodSpec<Input, Output> => ({ kind: 'read', input, shows });
}

export function edit<Output>() {
  return <Input extends z.ZodType>(input: Input): MethodSpec<Input, Output> => ({
    kind: 'edit',
    input,
    shows: [],
  });
}

export function command<Output>() {
  return <Input extends z.ZodType>(input: Input): MethodSpec<Input, Output> => ({
    kind: 'command',
    input,
    shows: [],
  });
}
