import type { WorkspaceCheck } from '../../../core/contract/workspace.contract.ts';
import { checkWorkspaceFile } from '../../host/services/workspace.service.ts';
import type { Command } from './command.ts';
import { existingFile } from './command-arguments.ts';

type Verdict = Omit<WorkspaceCheck, 'foreignKeys' | 'schemaVersion'> & {
  foreignKeys: number | null;
  schemaVersion: number | null;
};

export const checkCommand: Command = {
  name: 'check',
  synopsis: 'W',
  explanation: 'app:cli.check',
  options: {},
  run: async (given, { words }) => {
    const file = existingFile(given.positional(0, 'W'));
    given.refuseMoreThan(1);
    const verdict = verdictOn(file);
    const mend = verdict.searchIndex === 'outOfStep' && { mend: words('app:cli.mendSearch') };
    return { output: { ...verdict, ...mend }, exitCode: verdict.ok ? 0 : 1 };
  },
};

/** A file too damaged to be read to the end is a finding, not a failure to look. */
function verdictOn(file: string): Verdict {
  try {
    return checkWorkspaceFile(file);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (!(error instanceof Error) || !String(code).startsWith('SQLITE_')) throw error;
    return {
      ok: false,
      integrity: error.message,
      foreignKeys: null,
      searchIndex: 'unknown',
      schemaVersion: null,
      counts: {},
    };
  }
}
