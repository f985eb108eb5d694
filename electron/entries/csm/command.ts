import type { ParseArgsConfig } from 'node:util';
import type { Locale } from '../../../core/contract/common.schema.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import type { CommandArguments } from './command-arguments.ts';

/** What every command is handed besides its arguments. */
export interface CommandSurroundings {
  readonly locale: Locale;
  readonly words: Translate;
  /** Aborted by Ctrl+C: a command ends its work cleanly and throws `app.cancelled`. */
  readonly signal: AbortSignal;
}

/** The one JSON object for standard output (null when there is none) and the exit code. */
export interface CommandOutcome {
  readonly output: object | null;
  /** Spreads the object over lines, one field a line: a list that a person reads as well. */
  readonly asList?: true;
  readonly exitCode: 0 | 1;
}

export interface Command {
  /** The words after `csm`, e.g. `import voc`; the same as in the list of csm.ts. */
  readonly name: string;
  /** What follows the name, for the help. */
  readonly synopsis: string;
  /** Locale key of the one line that explains it. */
  readonly explanation: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /**
   * Ctrl+C ends it by the system's own hand: it leaves nothing half done, and while it computes it
   * would hear no signal.
   */
  readonly endsAtOnce?: true;
  run(given: CommandArguments, surroundings: CommandSurroundings): Promise<CommandOutcome>;
}

export function succeeded(output: object): CommandOutcome {
  return { output, exitCode: 0 };
}
