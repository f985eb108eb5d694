import { AppError } from '../../core/contract/app-error.ts';
import type { Locale } from '../../core/contract/common.schema.ts';
import type { Translate } from '../../core/i18n/translate.ts';
import { localeWords } from '../host/locale-words.ts';
import { faultOf } from './csm/cli-fault.ts';
import type { Command, CommandOutcome } from './csm/command.ts';
import { parseCommandLine } from './csm/command-arguments.ts';

/**
 * Every command, in the order of the help. Loaded when called: a calculation, repeated by a script a
 * thousand times, must not wait for a web server and a database.
 */
const commands: readonly { name: string; load(): Promise<Command> }[] = [
  { name: 'new', load: async () => (await import('./csm/new.command.ts')).newCommand },
  {
    name: 'import voc',
    load: async () => (await import('./csm/import.command.ts')).importVocCommand,
  },
  {
    name: 'import survey',
    load: async () => (await import('./csm/import.command.ts')).importSurveyCommand,
  },
  {
    name: 'voc search',
    load: async () => (await import('./csm/voc-search.command.ts')).vocSearchCommand,
  },
  { name: 'report', load: async () => (await import('./csm/report.command.ts')).reportCommand },
  { name: 'reindex', load: async () => (await import('./csm/reindex.command.ts')).reindexCommand },
  { name: 'check', load: async () => (await import('./csm/check.command.ts')).checkCommand },
  { name: 'serve', load: async () => (await import('./csm/serve.command.ts')).serveCommand },
  { name: 'calc', load: async () => (await import('./csm/calc.command.ts')).calcCommand },
];

await main(process.argv.slice(2));

/** One JSON object on standard output, progress and one error object on standard error. */
async function main(words: readonly string[]): Promise<void> {
  const locale = localeOf(words);
  const translate = localeWords(locale);
  keepStandardErrorClean(translate);
  try {
    const outcome = await run(words, locale, translate);
    if (outcome.output !== null) {
      await print(process.stdout, outcome.output, outcome.asList ? 2 : 0);
    }
    process.exit(outcome.exitCode);
  } catch (error) {
    await fail(error, translate);
  }
}

async function fail(error: unknown, translate: Translate): Promise<never> {
  // For us, who want the stack; everybody else reads the one object below.
  if (process.env.CSM_DEBUG) console.error(error);
  const fault = faultOf(error, translate);
  await print(process.stderr, { error: fault.error });
  process.exit(fault.exitCode);
}

async function run(
  words: readonly string[],
  locale: Locale,
  translate: Translate,
): Promise<CommandOutcome> {
  if (words.some((word) => word === '--help' || word === '-h') || words[0] === 'help') {
    process.stdout.write(await help(translate));
    return { output: null, exitCode: 0 };
  }
  const { command, rest } = await findCommand(words);
  const given = parseCommandLine(command, rest);
  const signal = command.endsAtOnce ? new AbortController().signal : interruption();
  return command.run(given, { locale, words: translate, signal });
}

async function findCommand(
  words: readonly string[],
): Promise<{ command: Command; rest: readonly string[] }> {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const found = commands.find((candidate) => candidate.name === name);
    if (found !== undefined) return { command: await found.load(), rest: words.slice(length) };
  }
  if (words[0] === undefined || words[0].startsWith('-'))
    throw new AppError('app.argumentMissing', { name: 'COMMAND' });
  const known = commands.map(({ name }) => name).join(', ');
  throw new AppError('app.commandUnknown', { command: words.slice(0, 2).join(' '), known });
}

async function help(translate: Translate): Promise<string> {
  const loaded = await Promise.all(commands.map(({ load }) => load()));
  const lines = loaded.flatMap(({ name, synopsis, explanation }) => [
    `  csm ${name} ${synopsis}`,
    `      ${translate(explanation)}`,
  ]);
  return [translate('app:cli.title'), '', ...lines, '', translate('app:cli.common'), ''].join('\n');
}

/** `--locale`, else the system's language; Korean when that says nothing. */
function localeOf(words: readonly string[]): Locale {
  const at = words.indexOf('--locale');
  const given = at === -1 ? undefined : words[at + 1];
  const inline = words.find((word) => word.startsWith('--locale='))?.slice('--locale='.length);
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wish = given ?? inline ?? (LC_ALL || LC_MESSAGES || LANG || '');
  return wish.toLowerCase().startsWith('en') ? 'en' : 'ko';
}

/** One Ctrl+C can arrive twice: from the terminal and from the script that started us. */
const sameKeystrokeMs = 500;

/** Aborted by the first Ctrl+C or a polite kill; the second Ctrl+C does not wait. */
function interruption(): AbortSignal {
  const abort = new AbortController();
  let firstAt = 0;
  const stop = () => {
    if (!abort.signal.aborted) firstAt = performance.now();
    else if (performance.now() - firstAt > sameKeystrokeMs) process.exit(1);
    abort.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  return abort.signal;
}

/** The host logs what it did not expect with a stack; scripts read one JSON object here instead. */
function keepStandardErrorClean(translate: Translate): void {
  if (!process.env.CSM_DEBUG) console.error = () => undefined;
  process.on('uncaughtException', (error) => void fail(error, translate));
}

function print(stream: NodeJS.WriteStream, output: object, indent = 0): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', () => resolve());
    stream.write(`${JSON.stringify(output, null, indent)}\n`, () => resolve());
  });
}
