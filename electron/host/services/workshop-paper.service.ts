import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { ReportFile } from '../../../core/contract/report.contract.ts';
import { roundSheet } from '../../../core/domain/workshop/round-sheet.ts';
import { describeScoreSheets } from '../../../core/domain/workshop/score-workbook.ts';
import { safeFileName } from '../../../core/domain/workspace/workspace-file-name.ts';
import { translatorOver } from '../../../core/i18n/translate.ts';
import { minutesFileName } from '../../../core/reports/build-minutes.ts';
import { listParticipants } from '../../../db/repositories/judgement.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { readHouseModel } from '../house-view.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { localMinute } from '../local-date.ts';
import { localeTrees, localeWords } from '../locale-words.ts';
import { requireWorkspace } from '../reports/gather-report-data.ts';
import { renderReport } from '../reports/render-report.ts';
import { inWorker, newCancelFlag } from '../work-in-worker.ts';
import { askedNow, levelsOf } from '../workshop/asked-cells.ts';
import { gatherMinutes } from '../workshop/gather-minutes.ts';
import type { ScoreSheetAnswers, ScoreSheetTask } from '../workshop/score-sheet-task.ts';
import { requireVoteRound, requireWorkshop } from '../workshop/workshop-guard.ts';

type PaperMethod = 'workshop.scoreSheets' | 'workshop.readSheets' | 'workshop.startMinutes';

export const paperHandlers: Pick<HandlersOf<'workshop'>, PaperMethod> = {
  'workshop.scoreSheets': async (context, order) => {
    const { workbook, fileName } = await describeSheets(context, order);
    const { token, path: target } = context.files.prepare(fileName);
    await shownWhenLong(
      context.jobs,
      { kind: 'export', subject: fileName, phase: 'saving' },
      ({ signal }) => {
        const task: ScoreSheetTask = {
          kind: 'write',
          workbook,
          target,
          cancelFlag: newCancelFlag(),
        };
        return inWorker<ScoreSheetAnswers['write']>('score-sheet', task, { signal });
      },
    );
    return { token, fileName };
  },

  'workshop.readSheets': async (context, { token }) => {
    const { path: file, name } = context.files.resolveExisting(token);
    const { sheets } = await shownWhenLong(
      context.jobs,
      { kind: 'export', subject: name, phase: 'reading' },
      ({ signal }) => {
        const task: ScoreSheetTask = { kind: 'read', file, cancelFlag: newCancelFlag() };
        return inWorker<ScoreSheetAnswers['read']>('score-sheet', task, { signal });
      },
    );
    return {
      sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) })),
    };
  },

  'workshop.startMinutes': async (context, order) => {
    const workshop = await requireWorkshop(context.session.db, order.workshopId);
    const fileName = minutesFileName(workshop, order.format, localeWords(order.locale));
    const jobId = context.jobs.start(
      { kind: 'report', subject: fileName, phase: 'gathering' },
      async (control) => ({ reportFile: await makeMinutes(context, order, fileName, control) }),
    );
    return { jobId };
  },
};

/** Always empty: what somebody scored already is nobody's business but theirs. */
async function describeSheets(
  { session }: HostContext,
  { roundId, participantIds, locale }: ParsedInputOf<'workshop.scoreSheets'>,
) {
  const { db } = session;
  const round = await requireVoteRound(db, roundId);
  const workshop = await requireWorkshop(db, round.workshopId);
  const model = await readHouseModel(db, workshop.houseId);
  if (model === null) throw new AppError('house.notFound');
  const known = await listParticipants(db, workshop.houseId);
  const chosen = new Set(participantIds);
  const people = known.flatMap(({ id, name }) => (chosen.has(id) ? [name] : []));
  if (people.length < chosen.size) throw new AppError('workshop.participantUnknown');
  const { subject, number } = round;
  const asked = await askedNow(db, workshop.houseId, round);
  const shape = roundSheet(model, { subject, ...asked });
  const single = asked.cells === null ? null : new Set(asked.cells.map(cellKey));
  const levels = (await levelsOf(db, workshop.houseId, subject)).toReversed().map(String);
  const signs = subject === 'relations' ? model.scale.levels.map(({ symbol }) => symbol) : [];
  const words = localeWords(locale);
  const say = (key: string) => words(`voting:sheet.${key}`);
  const workbook = describeScoreSheets(
    shape,
    {
      house: say('house'),
      participant: say('participant'),
      scale: say('scale'),
      code: say('code'),
      what: say('what'),
      hint: say(subject === 'relations' ? 'hint' : 'importanceHint'),
      blankSheet: say('blankSheet'),
    },
    // Excel divides the entries of a list by commas.
    {
      people,
      entries: [...levels, ...signs.filter((sign) => !/[,"]/.test(sign))],
      isAsked: (row, column) =>
        single === null ||
        single.has(cellKey({ whatId: asked.whatIds[row] ?? 0, howId: asked.howIds[column] ?? 0 })),
    },
  );
  const title = words('voting:sheet.fileName', { workshop: workshop.name, number });
  return { workbook, fileName: `${safeFileName(title)}.xlsx` };
}

function cellKey({ whatId, howId }: { whatId: number; howId: number }): string {
  return `${whatId}:${howId}`;
}

async function makeMinutes(
  context: HostContext,
  { workshopId, format, locale }: ParsedInputOf<'workshop.startMinutes'>,
  fileName: string,
  control: JobControl,
): Promise<ReportFile> {
  const startedMs = performance.now();
  const words = localeTrees(locale);
  const data = await gatherMinutes(context, workshopId, translatorOver(words));
  const { name: workspaceName } = await requireWorkspace(context);
  control.report({ phase: 'drawing' });
  const bytes = await renderReport(
    { kind: 'minutes', format, locale, words, data, workspaceName, createdAt: localMinute() },
    control.signal,
    (done, total) => control.report({ done, total }),
  );
  control.report({ phase: 'saving' });
  const { token, path } = context.files.prepare(fileName);
  await writeFile(path, bytes, { mode: 0o600, signal: control.signal });
  const seconds = Math.round(performance.now() - startedMs) / 1000;
  return { token, fileName, bytes: bytes.byteLength, seconds };
}
