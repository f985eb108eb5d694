import { AppError } from '../../../core/contract/app-error.ts';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import type { RespondentFilter, RespondentRow } from '../../../core/contract/survey.contract.ts';
import { respondentIndex, scoreSample } from '../../../core/domain/index/component-score.ts';
import { itemIdsOf } from '../../../core/domain/index/index-definition.ts';
import { componentsOver } from '../../../core/domain/index/survey-columns.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import { namesAmong } from '../../../core/domain/voc/personal-field.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { findIndex, readItemScales } from '../../../db/repositories/csi.repository.ts';
import {
  countRespondentsOf,
  deleteWave,
  findItemLabel,
  findRespondent,
  findWave,
  findWaveByName,
  listAnswers,
  listItems,
  listRespondentExtras,
  listRespondentSegments,
  listRespondents,
  listRespondentVoc,
  listSegments,
  listWaveItems,
  listWaves,
  type StoredAnswer,
  type StoredRespondent,
  updateItemLabel,
  updateWave,
} from '../../../db/repositories/survey.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { maskingOf } from '../voc-masking.ts';

/** A wave of no more is removed at once; a larger one by a worker, because its answers go with it. */
const fewRespondents = 500;

export const surveyHandlers: HandlersOf<'survey'> = {
  'survey.listWaves': ({ session }) => listWaves(session.db),

  'survey.updateWave': async (context, { id, ...patch }) => {
    const { name } = await requireWave(context.session.db, id);
    await context.edit(
      { label: 'survey:undo.updateWave', params: { name: patch.name ?? name } },
      ['survey', 'voc'],
      async (trx) => {
        await refuseTakenName(trx, id, patch.name);
        await updateWave(trx, id, patch);
      },
    );
  },

  'survey.removeWave': async (context, { id }) => {
    const { name } = await requireWave(context.session.db, id);
    const step = { label: 'survey:undo.removeWave', params: { name } };
    if ((await countRespondentsOf(context.session.db, id)) <= fewRespondents) {
      await context.edit(step, ['survey', 'voc'], (trx) => deleteWave(trx, id));
      return;
    }
    const head = { kind: 'survey.removeWave', subject: name, phase: 'removing' } as const;
    await shownWhenLong(context.jobs, head, (watch) =>
      context.session.heavyEdit<'removeWave'>(
        watch,
        async () => ({ kind: 'removeWave', waveId: id }),
        () => step,
      ),
    );
    context.changed(['survey', 'voc']);
  },

  'survey.listItems': ({ session }) => listItems(session.db),

  'survey.updateItem': async (context, { id, label }) => {
    if ((await findItemLabel(context.session.db, id)) === null) {
      throw new AppError('survey.itemNotFound');
    }
    await context.edit({ label: 'survey:undo.updateItem', params: { label } }, ['survey'], (trx) =>
      updateItemLabel(trx, id, label),
    );
  },

  'survey.listSegments': ({ session }) => listSegments(session.db),

  'survey.listRespondents': async ({ session }, { filter, indexId, offset, limit }) => {
    refuseVagueFilter(filter);
    const { db } = session;
    await requireWave(db, filter.waveId);
    const { rows, total } = await listRespondents(db, filter, { offset, limit });
    return { rows: await withSegmentsAndIndex(db, filter.waveId, rows, indexId), total };
  },

  'survey.getRespondent': async ({ session }, { id, indexId }) => {
    const { db } = session;
    const respondent = await findRespondent(db, id);
    if (respondent === null) throw new AppError('survey.respondentNotFound');
    const { waveName, ...stored } = respondent;
    const [row] = await withSegmentsAndIndex(db, stored.waveId, [stored], indexId);
    if (row === undefined) throw new AppError('survey.respondentNotFound');
    const answers = new Map(
      (await listAnswers(db, [id])).map((answer) => [answer.itemId, answer.value]),
    );
    const items = await listWaveItems(db, stored.waveId);
    const voc = await listRespondentVoc(db, id);
    const extras = await listRespondentExtras(db, id);
    const names = namesAmong(extras);
    const masking = await maskingOf(
      db,
      voc.map((said) => said.id),
    );
    return {
      ...row,
      waveName,
      answers: items.map((item) => ({ ...item, value: answers.get(item.itemId) ?? null })),
      voc: voc.map((said) => ({
        ...said,
        text: maskPersonalData(masking.text(said.id, said.text), names),
      })),
      extras: extras.map(({ name, value }) => ({ name, value: maskPersonalData(value, names) })),
    };
  },
};

async function requireWave(db: WorkspaceDb, id: number): Promise<{ name: string }> {
  const wave = await findWave(db, id);
  if (wave === null) throw new AppError('survey.waveNotFound');
  return wave;
}

async function refuseTakenName(
  db: WorkspaceDb,
  id: number,
  name: string | undefined,
): Promise<void> {
  if (name === undefined) return;
  const namesake = await findWaveByName(db, name);
  if (namesake !== null && namesake !== id) throw new AppError('survey.waveNameTaken', { name });
}

/** Half a condition would select everybody and look as if it had selected. */
function refuseVagueFilter(filter: RespondentFilter): void {
  const bounded = filter.answerFrom !== undefined || filter.answerTo !== undefined;
  if (bounded && filter.itemId === undefined) throw new AppError('survey.answerNeedsItem');
  if ((filter.segmentId === undefined) !== (filter.segmentValue === undefined)) {
    throw new AppError('survey.segmentIncomplete');
  }
}

async function withSegmentsAndIndex(
  db: WorkspaceDb,
  waveId: number,
  rows: readonly StoredRespondent[],
  indexId: number | undefined,
): Promise<RespondentRow[]> {
  if (rows.length === 0) return [];
  const segments = await listRespondentSegments(
    db,
    rows.map((row) => row.id),
  );
  const indexes = indexId === undefined ? [] : await ownIndexes(db, waveId, rows, indexId);
  return rows.map((row, i) => ({
    ...row,
    segments: segments.get(row.id) ?? {},
    index: indexes[i] ?? null,
  }));
}

async function ownIndexes(
  db: WorkspaceDb,
  waveId: number,
  rows: readonly StoredRespondent[],
  indexId: number,
): Promise<(number | null)[]> {
  const index = await findIndex(db, indexId);
  if (index === null) throw new AppError('csi.notFound');
  if (!(await askedWholeIndex(db, waveId, index))) return [];
  const answers = await listAnswers(
    db,
    rows.map((row) => row.id),
  );
  const weights = Float64Array.from(rows, (row) => row.weight);
  const survey = { weights, answers: answerColumns(rows, answers) };
  const sample = scoreSample(componentsOver(index, await readItemScales(db), survey), weights);
  return rows.map((_, row) => respondentIndex(sample, row));
}

async function askedWholeIndex(
  db: WorkspaceDb,
  waveId: number,
  index: IndexDefinition,
): Promise<boolean> {
  const asked = new Set((await listWaveItems(db, waveId)).map((item) => item.itemId));
  return itemIdsOf(index.components).every((itemId) => asked.has(itemId));
}

function answerColumns(
  respondents: readonly StoredRespondent[],
  answers: readonly StoredAnswer[],
): Map<number, Float64Array> {
  const rowOf = new Map(respondents.map((respondent, row) => [respondent.id, row]));
  const columns = new Map<number, Float64Array>();
  for (const { respondentId, itemId, value } of answers) {
    const row = rowOf.get(respondentId);
    if (row === undefined) continue;
    const column = columns.get(itemId) ?? new Float64Array(respondents.length).fill(Number.NaN);
    column[row] = value;
    columns.set(itemId, column);
  }
  return columns;
}
