import type { CalcError } from '../../../core/calc/calc-error.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import { wordsForError } from '../../host/locale-words.ts';

/** A calculation that was refused, already in words. */
export class CalcRefusal extends Error {
  readonly fault: CalcError;

  constructor(fault: CalcError) {
    super(fault.message);
    this.fault = fault;
  }
}

export interface CliFault {
  /** `path` is where in the input the fault lies, `matrix[1][2]`; empty for the whole. */
  readonly error: { code: string; path: string; message: string };
  /** 2: what was given is wrong. 1: it was right and could not be done. */
  readonly exitCode: 1 | 2;
}

/** What a person can put right by calling again with other arguments, files or values. */
const badInputCodes: ReadonlySet<string> = new Set([
  'app.argumentMissing',
  'app.argumentUnexpected',
  'app.commandUnknown',
  'app.fileMissing',
  'app.invalidInput',
  'app.mappingInvalid',
  'app.notJson',
  'app.optionInvalid',
  'app.optionMissing',
  'app.optionUnknown',
  'app.optionValueMissing',
  'workspace.alreadyExists',
  'workspace.notFound',
  'workspace.notOurs',
]);

/** Importing fails because of the file or its mapping, but for these. */
const importMishaps: ReadonlySet<string> = new Set([
  'import.cancelled',
  'import.failed',
  'import.fileGone',
]);

function isBadInput(code: string): boolean {
  return badInputCodes.has(code) || (code.startsWith('import.') && !importMishaps.has(code));
}

export function faultOf(error: unknown, words: Translate): CliFault {
  if (error instanceof CalcRefusal) return { error: error.fault, exitCode: 2 };
  const known =
    error instanceof AppError ? error : new AppError('app.unexpected', { method: 'csm' });
  const { code, params, path } = known;
  return {
    error: { code, path: path ?? '', message: wordsForError(words, { code, params }) },
    exitCode: isBadInput(code) ? 2 : 1,
  };
}
