import { writeFileSync } from 'node:fs';
import { parseProfile, profileMethodFault } from '../../../core/calc/apply-profile.ts';
import type { CalcOutput } from '../../../core/calc/calc-method.ts';
import { worded } from '../../../core/calc/explanation-words.ts';
import { calcInputSchema, calcMethods, runCalcWith } from '../../../core/calc/run-calc.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import {
  builtInProfiles,
  findBuiltInProfile,
} from '../../../core/domain/profile/built-in-profiles.ts';
import type { FormulaProfile } from '../../../core/domain/profile/formula-profile.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import { drawRunner } from '../../host/calc/draw-workers.ts';
import { readCalcInput, readProfileFile } from './calc-input.ts';
import { CalcRefusal } from './cli-fault.ts';
import { type Command, type CommandOutcome, succeeded } from './command.ts';
import type { CommandArguments } from './command-arguments.ts';
import { ProgressLine } from './progress-line.ts';

export const calcCommand: Command = {
  name: 'calc',
  synopsis:
    'METHOD [--in FILE] [--out FILE] [--profile ID[@VERSION]|FILE.json] [--explain] | METHOD --schema | --list | --profiles',
  explanation: 'app:cli.calc',
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
    explain: { type: 'boolean' },
    schema: { type: 'boolean' },
    list: { type: 'boolean' },
    profiles: { type: 'boolean' },
  },
  endsAtOnce: true,
  run: async (given, { words }) => {
    if (given.flag('list')) return { ...deliver(given, listOfMethods()), asList: true };
    if (given.flag('profiles')) {
      return { ...deliver(given, { profiles: builtInProfiles }), asList: true };
    }
    const method = given.positional(0, 'METHOD');
    given.refuseMoreThan(1);
    // Asked first: an unknown method or profile must not wait for an input nobody sends.
    const schema = calcInputSchema(method);
    if (!schema.ok) throw new CalcRefusal(schema.error);
    if (given.flag('schema')) return deliver(given, schema.output);
    const profile = profileFor(method, given.text('profile'));
    const explain = given.flag('explain');
    const input = await readCalcInput(given.text('in'));
    const options = { explain, ...(profile && { profile }) };
    const progress = new ProgressLine(process.stderr, words);
    const onProgress = tellLongDraws(progress, method);
    const runDraws = drawRunner({ onProgress });
    const answer = await runCalcWith(runDraws, method, input, options).finally(() =>
      progress.end(),
    );
    if (!answer.ok) throw new CalcRefusal(answer.error);
    return deliver(given, withWords(answer.output, words));
  },
};

/** Draws that take a moment need no progress; from half a second on one wants to know. */
function tellLongDraws(line: ProgressLine, method: string) {
  const started = performance.now();
  return (done: number, total: number) => {
    if (performance.now() - started < 500) return;
    line.show({
      status: 'running',
      subject: `csm calc ${method}`,
      phase: 'resampling',
      done,
      total,
    });
  };
}

function listOfMethods(): object {
  return Object.fromEntries(calcMethods.map(({ name, description }) => [name, description]));
}

/** The profile asked for: one of the program's by its name, or a company's own in a JSON file. */
function profileFor(method: string, reference: string | undefined): FormulaProfile | undefined {
  if (reference === undefined) return undefined;
  const profile = /\.json$/i.test(reference)
    ? profileInFile(reference)
    : findBuiltInProfile(reference);
  if (profile === undefined) throw unknownProfile(reference);
  const fault = profileMethodFault(profile, method);
  if (fault !== null) throw new CalcRefusal(fault);
  return profile;
}

function profileInFile(file: string): FormulaProfile {
  const { profile, error } = parseProfile(readProfileFile(file));
  if (error !== undefined) throw new CalcRefusal(error);
  return profile;
}

function unknownProfile(reference: string): CalcRefusal {
  const known = builtInProfiles.map(({ id, version }) => `${id}@${version}`).join(', ');
  return new CalcRefusal({
    code: 'calc.unknownProfile',
    path: '',
    message: `There is no profile "${reference}". Known profiles: ${known}; a file of your own must end in .json.`,
  });
}

function withWords({ explanation, ...output }: CalcOutput, words: Translate): object {
  return explanation === undefined
    ? output
    : { ...output, explanation: worded(explanation, words) };
}

function deliver(given: CommandArguments, output: object): CommandOutcome {
  const file = given.text('out');
  if (file === undefined) return succeeded(output);
  try {
    writeFileSync(file, `${JSON.stringify(output)}\n`);
  } catch {
    throw new AppError('app.cannotWrite', { file });
  }
  return { output: null, exitCode: 0 };
}
