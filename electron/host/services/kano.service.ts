import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { maxKanoRespondents } from '../../../core/contract/kano.contract.ts';
import { csvLine } from '../../../core/domain/import/delimited-writer.ts';
import { harmlessCell } from '../../../core/domain/voc/voc-list-table.ts';
import { safeFileName } from '../../../core/domain/workspace/workspace-file-name.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  clearKanoAnswers,
  countKanoRespondents,
  deleteKanoAnswers,
  hasKanoRespondent,
  listKanoRespondents,
  renameKanoRespondent,
  tallyKanoAnswers,
  writeKanoAnswers,
} from '../../../db/repositories/kano.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireLeaves } from '../house-guard.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import type { KanoFileTask } from '../kano/read-kano-file.ts';
import { inWorker, newCancelFlag } from '../work-in-worker.ts';

export const kanoHandlers: HandlersOf<'kano'> = {
  'kano.survey': async ({ session }, { houseId }) => {
    await requireHouse(session.db, houseId);
    return {
      respondents: await countKanoRespondents(session.db, houseId),
      tallies: await tallyKanoAnswers(session.db, houseId),
    };
  },

  'kano.listRespondents': async ({ session }, { houseId, offset, limit }) => {
    await requireHouse(session.db, houseId);
    return listKanoRespondents(session.db, houseId, { offset, limit });
  },

  'kano.setAnswers': async (context, { houseId, values, replace }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'kano:undo.setAnswers', params: { house: name, count: values.length } },
      ['house'],
      async (trx) => {
        await requireLeaves(trx, 'what', houseId, new Set(values.map(({ whatId }) => whatId)));
        if (replace) await clearKanoAnswers(trx, houseId);
        const said = lastSaid(values);
        await deleteKanoAnswers(
          trx,
          said.filter(({ pair }) => pair === null),
        );
        await writeKanoAnswers(
          trx,
          said.flatMap(({ whatId, respondent, pair }) =>
            pair === null
              ? []
              : [{ whatId, respondent, functional: pair[0], dysfunctional: pair[1] }],
          ),
        );
        if ((await countKanoRespondents(trx, houseId)) > maxKanoRespondents) {
          throw new AppError('kano.tooManyRespondents', { max: maxKanoRespondents });
        }
      },
    );
  },

  'kano.renameRespondent': async (context, { houseId, respondent, name }) => {
    await requireRespondent(context.session.db, houseId, respondent);
    if (name === respondent) return;
    await context.edit(
      { label: 'kano:undo.renameRespondent', params: { name } },
      ['house'],
      async (trx) => {
        if (await hasKanoRespondent(trx, houseId, name))
          throw new AppError('kano.nameTaken', { name });
        await renameKanoRespondent(trx, houseId, { respondent, name });
      },
    );
  },

  'kano.removeRespondent': async (context, { houseId, respondent }) => {
    await requireRespondent(context.session.db, houseId, respondent);
    await context.edit(
      { label: 'kano:undo.removeRespondent', params: { name: respondent } },
      ['house'],
      (trx) => clearKanoAnswers(trx, houseId, respondent),
    );
  },

  'kano.readFile': async ({ files, jobs }, { token }) => {
    const { path: file, name } = files.resolveExisting(token);
    const rows = await shownWhenLong(
      jobs,
      { kind: 'export', subject: name, phase: 'reading' },
      ({ signal, report }) => {
        const task: KanoFileTask = { file, cancelFlag: newCancelFlag() };
        return inWorker<string[][]>('kano-file', task, {
          signal,
          onProgress: ({ done }) => report({ done }),
        });
      },
    );
    return { rows };
  },

  'kano.saveRows': async ({ files }, { name, rows }) => {
    const fileName = `${safeFileName(name)}.csv`;
    const { token, path } = files.prepare(fileName);
    const lines = rows.map((row) => csvLine(row.map(harmlessCell)));
    await writeFile(path, `\uFEFF${lines.join('\r\n')}\r\n`, { mode: 0o600 });
    return { token, fileName };
  },
};

type SaidPair = ParsedInputOf<'kano.setAnswers'>['values'][number];

/** One for each WHAT and respondent: a list may say a pair twice, taken away and given anew. */
function lastSaid(values: readonly SaidPair[]): SaidPair[] {
  return [
    ...new Map(values.map((value) => [`${value.whatId} ${value.respondent}`, value])).values(),
  ];
}

async function requireRespondent(
  db: WorkspaceDb,
  houseId: number,
  respondent: string,
): Promise<void> {
  await requireHouse(db, houseId);
  if (!(await hasKanoRespondent(db, houseId, respondent))) {
    throw new AppError('kano.respondentUnknown', { name: respondent });
  }
}
