import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { calcInputSchema, calcMethods, runCalc } from '../../../core/calc/run-calc.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import { CalcRefusal } from './cli-fault.ts';
import { type Command, type CommandOutcome, succeeded } from './command.ts';
import { type CommandArguments, existingFile, parseJson } from './command-arguments.ts';

export const calcCommand: Command = {
  name: 'calc',
  synopsis: 'METHOD [--in FILE] [--out FILE] [--schema] | --list',
  explanation: 'app:cli.calc',
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    schema: { type: 'boolean' },
    list: { type: 'boolean' },
  },
  run: async (given) => {
    if (given.flag('list')) return deliver(given, listOfMethods());
    const method = given.positional(0, 'METHOD');
    given.refuseMoreThan(1);
    // Asked first: an unknown method must not wait for an input nobody sends.
    const schema = calcInputSchema(method);
    if (!schema.ok) throw new CalcRefusal(schema.error);
    if (given.flag('schema')) return deliver(given, schema.output);
    const answer = runCalc(method, await readInput(given));
    if (!answer.ok) throw new CalcRefusal(answer.error);
    return deliver(given, answer.output);
  },
};

function listOfMethods(): object {
  return Object.fromEntries(calcMethods.map(({ name, description }) => [name, description]));
}

async function readInput(given: CommandArguments): Promise<unknown> {
  const file = given.text('in');
  return file === undefined
    ? parseJson(await text(process.stdin), 'stdin')
    : parseJson(readFileSync(existingFile(file), 'utf8'), file);
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
