import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import { dateSchema } from '../../../core/contract/common.schema.ts';
import {
  type DuplicateChoice,
  type ImportCheck,
  type ImportInspection,
  type ImportSummary,
  type ReadOptions,
  type SurveyCheck,
  surveyMappingSchema,
  textEncodings,
  vocMappingSchema,
} from '../../../core/contract/import.contract.ts';
import type { Host } from '../../host/host.ts';
import { localToday } from '../../host/local-date.ts';
import { type Command, type CommandSurroundings, succeeded } from './command.ts';
import { type CommandArguments, existingFile, readJsonFile } from './command-arguments.ts';
import { finishJob, withWorkspace } from './command-host.ts';

const options = {
  workspace: { type: 'string' },
  mapping: { type: 'string' },
  encoding: { type: 'string' },
  sheet: { type: 'string' },
} as const satisfies Command['options'];

export const importVocCommand: Command = {
  name: 'import voc',
  synopsis:
    'FILE --workspace W [--mapping M.json] [--encoding auto|utf-8|cp949|utf-16le] [--sheet NAME] [--dry-run] [--duplicates keep|skip-exact|merge-exact|merge-near]',
  explanation: 'app:cli.importVoc',
  options: { ...options, 'dry-run': { type: 'boolean' }, duplicates: { type: 'string' } },
  run: async (given, surroundings) => {
    const mappingFile = given.text('mapping');
    const ownMapping =
      mappingFile === undefined ? null : readJsonFile(mappingFile, vocMappingSchema);
    const names = Object.keys(choices) as (keyof typeof choices)[];
    const duplicates = choices[given.choice('duplicates', names, 'keep')];
    const method = given.flag('dry-run') ? 'import.checkVoc' : 'import.startVoc';
    return importFile(given, surroundings, async (host, source) => {
      const mapping = ownMapping ?? source.inspection.vocMapping;
      const input = { ...source.input, mapping };
      const { jobId } = await host.request(
        method,
        method === 'import.startVoc' ? { ...input, duplicates } : input,
      );
      return { jobId, guess: ownMapping === null ? mapping : null };
    });
  },
};

export const importSurveyCommand: Command = {
  name: 'import survey',
  synopsis:
    'FILE --workspace W --wave NAME [--date YYYY-MM-DD] [--mapping M.json] [--encoding …] [--sheet NAME] [--dry-run]',
  explanation: 'app:cli.importSurvey',
  options: {
    ...options,
    wave: { type: 'string' },
    date: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: async (given, surroundings) => {
    const waveName = given.requiredText('wave');
    const surveyedOn = dateOf(given);
    const method = given.flag('dry-run') ? 'import.checkSurvey' : 'import.startSurvey';
    const mappingFile = given.text('mapping');
    const ownMapping =
      mappingFile === undefined ? null : readJsonFile(mappingFile, surveyMappingSchema);
    return importFile(given, surroundings, async (host, source) => {
      const mapping = ownMapping ?? source.inspection.surveyMapping;
      const wave = { waveName, surveyedOn, mapping };
      const { jobId } = await host.request(method, { ...source.input, ...wave });
      return { jobId, guess: ownMapping === null ? mapping : null };
    });
  },
};

const choices = {
  keep: 'keep',
  'skip-exact': 'skipExact',
  'merge-exact': 'mergeExact',
  'merge-near': 'mergeNear',
} as const satisfies Record<string, DuplicateChoice>;

interface ImportSource {
  input: { token: string; options: ReadOptions };
  inspection: ImportInspection;
}

async function importFile(
  given: CommandArguments,
  surroundings: CommandSurroundings,
  start: (host: Host, source: ImportSource) => Promise<{ jobId: string; guess: object | null }>,
) {
  const file = existingFile(given.positional(0, 'FILE'));
  given.refuseMoreThan(1);
  const sheet = given.text('sheet');
  const readOptions: ReadOptions = {
    encoding: given.choice('encoding', ['auto', ...textEncodings], 'auto'),
    delimiter: 'auto',
    ...(sheet === undefined ? {} : { sheet }),
  };
  return withWorkspace(given.requiredText('workspace'), async (host) => {
    const input = { token: host.context.files.admit(file), options: readOptions };
    const inspection = await host.request('import.inspect', input);
    const { jobId, guess } = await start(host, { input, inspection });
    const job = await finishJob(host, jobId, surroundings);
    const { importSummary: summary } = job;
    const check = job.importCheck ?? job.surveyCheck;
    if (check !== null) return succeeded({ ...dryRunOf(check), ...mappingGuess(guess) });
    if (summary === null) throw new AppError('app.unexpected', { method: 'import' });
    return succeeded({
      ...figuresOf(summary),
      rejectedFile: saveRejected(host, summary, file),
      seconds: summary.seconds,
      ...mappingGuess(guess),
    });
  });
}

function mappingGuess(guess: object | null): object {
  return guess === null ? {} : { mapping: guess };
}

/** What the screen shows of a dry run, without what only the screen can use. */
function dryRunOf({ checkId: _, rejectedToken: __, ...check }: ImportCheck | SurveyCheck): object {
  return { dryRun: true, ...check };
}

function figuresOf(summary: ImportSummary): object {
  const { read, imported, duplicates, merged, rejected, undecodableCharacters } = summary;
  return {
    read,
    imported,
    duplicates,
    ...(merged > 0 ? { merged } : {}),
    rejected,
    undecodableCharacters,
    ...(summary.purpose === 'survey' ? { vocFromOpenAnswers: summary.vocFromOpenAnswers } : {}),
  };
}

/**
 * Puts the rejected rows beside the file they came from, where the person will look for them, or
 * beside the workspace when that place cannot be written. The import stands either way.
 */
function saveRejected(host: Host, summary: ImportSummary, file: string): string | null {
  if (summary.rejectedToken === null) return null;
  const rejected = host.context.files.resolveExisting(summary.rejectedToken).path;
  for (const folder of [path.dirname(file), path.dirname(host.context.session.file)]) {
    const target = path.join(folder, `${path.parse(file).name}.rejected.csv`);
    try {
      copyFileSync(rejected, target);
      return target;
    } catch {
      // A read-only folder, such as a mounted disc: the next place may do.
    }
  }
  return null;
}

function dateOf(given: CommandArguments): string {
  const value = given.text('date');
  if (value === undefined) return localToday();
  if (!dateSchema.safeParse(value).success) {
    throw new AppError('app.optionInvalid', { option: '--date', value, allowed: 'YYYY-MM-DD' });
  }
  return value;
}
