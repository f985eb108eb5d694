import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../../../core/contract/app-error.ts';
import type { Command } from './command.ts';

/** A command's arguments, checked where they are asked for; every fault is the caller's bad input. */
export class CommandArguments {
  readonly #positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(positionals: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.#positionals = positionals;
    this.#values = values;
  }

  /** The argument at `index`; `name` is how the help calls it. */
  positional(index: number, name: string): string {
    const value = this.#positionals[index];
    if (value === undefined || value === '') throw new AppError('app.argumentMissing', { name });
    return value;
  }

  allPositionals(): readonly string[] {
    return this.#positionals;
  }

  refuseMoreThan(count: number): void {
    const extra = this.#positionals[count];
    if (extra !== undefined) throw new AppError('app.argumentUnexpected', { argument: extra });
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '') {
      throw new AppError('app.optionMissing', { option: `--${name}` });
    }
    return value;
  }

  choice<const Choice extends string>(
    name: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Choice {
    const value = this.text(name) ?? fallback;
    return chosen(value, choices, `--${name}`);
  }

  wholeNumber(name: string, range: { from: number; to: number }): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= range.from && number <= range.to)) {
      throw new AppError('app.optionInvalid', {
        option: `--${name}`,
        value,
        allowed: `${range.from}–${range.to}`,
      });
    }
    return number;
  }
}

export function chosen<const Choice extends string>(
  value: string,
  choices: readonly Choice[],
  option: string,
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new AppError('app.optionInvalid', { option, value, allowed: choices.join(', ') });
  }
  return found;
}

/** Options that every command understands. */
const commonOptions = { locale: { type: 'string' } } as const;

export function parseCommandLine(command: Command, words: readonly string[]): CommandArguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      options: { ...commonOptions, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    refuseForeignLanguage(values.locale);
    return new CommandArguments(positionals, values);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // parseArgs explains itself in English; the option it stumbled over is what the reader needs.
    const message = error instanceof Error ? error.message : '';
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
    const known = isUnknownOption(error) ? 'app.optionUnknown' : 'app.optionValueMissing';
    throw new AppError(known, { option });
  }
}

/** Regions are fine: en-GB is English. */
function refuseForeignLanguage(value: unknown): void {
  if (typeof value !== 'string' || /^(ko|en)\b/i.test(value.replace('_', '-'))) return;
  throw new AppError('app.optionInvalid', { option: '--locale', value, allowed: 'ko, en' });
}

function isUnknownOption(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
}

/** The absolute path of a file that must be there. */
export function existingFile(file: string): string {
  const absolute = path.resolve(file);
  if (!existsSync(absolute) || !statSync(absolute).isFile()) {
    throw new AppError('app.fileMissing', { file });
  }
  return absolute;
}

/** A JSON file checked by `schema`; the fault names the place in the file. */
export function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(readFileSync(existingFile(file), 'utf8'), file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError(
    'app.mappingInvalid',
    { file, reason: issue?.message ?? '' },
    z.core.toDotPath(issue?.path ?? []),
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    // Editors on Windows put a byte-order mark first, which JSON does not know.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new AppError('app.notJson', { file });
  }
}
