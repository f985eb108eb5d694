import { AppError } from '../../../core/contract/app-error.ts';
import { wordsForError } from '../../host/locale-words.ts';
import type { Command, CommandOutcome, CommandSurroundings } from './command.ts';
import { existingFile } from './command-arguments.ts';
import { withWorkspace } from './command-host.ts';

export const checkCommand: Command = {
  name: 'check',
  synopsis: 'W',
  explanation: 'app:cli.check',
  options: {},
  run: async (given, surroundings) => {
    const file = existingFile(given.positional(0, 'W'));
    given.refuseMoreThan(1);
    try {
      const verdict = await withWorkspace(file, (host) => host.request('workspace.check', {}));
      return { output: verdict, exitCode: verdict.ok ? 0 : 1 };
    } catch (error) {
      return verdictOfRefusal(error, surroundings);
    }
  },
};

/** A file too damaged to open is a finding, not a failure to look. */
function verdictOfRefusal(error: unknown, { words }: CommandSurroundings): CommandOutcome {
  const findings = ['workspace.damaged', 'workspace.notOurs', 'workspace.newer'];
  if (!(error instanceof AppError) || !findings.includes(error.code)) throw error;
  const output = {
    ok: false,
    integrity: wordsForError(words, error),
    foreignKeys: null,
    schemaVersion: null,
    counts: {},
    code: error.code,
  };
  return { output, exitCode: 1 };
}
