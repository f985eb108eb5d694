import { AppError } from '../core/contract/app-error.ts';
import type { SurveyCheck } from '../core/contract/import.contract.ts';
import { openRaw, type RawDatabase } from './connection.ts';
import { countOf, namesOf, rejectionsByReason } from './staged-figures.ts';

/** What the staged rows of a survey show, before any of them reaches the workspace. */
export type StagedSurveyCheck = Pick<
  SurveyCheck,
  | 'respondents'
  | 'answers'
  | 'unanswered'
  | 'openAnswers'
  | 'withoutAnswer'
  | 'rejectedByReason'
  | 'items'
  | 'segments'
  | 'openQuestions'
  | 'weights'
  | 'newItems'
  | 'newSegments'
  | 'newBranches'
  | 'newExtraFields'
>;

/**
 * Counts the staged rows of a survey and compares its questions with the workspace, which is only read.
 *
 * @throws AppError `import.scaleConflict`, `import.directionConflict`: the import would be refused
 */
export function checkStagedSurvey(stagingFile: string, workspaceFile: string): StagedSurveyCheck {
  const raw = openRaw(workspaceFile);
  try {
    raw.prepare('ATTACH ? AS staging').run(stagingFile);
    refuseOtherScales(raw);
    const respondents = countOf(raw, 'SELECT count(*) FROM staging.respondent_row');
    const answers = countOf(raw, 'SELECT count(*) FROM staging.answer_row');
    const items = itemsOf(raw);
    return {
      respondents,
      answers,
      unanswered: respondents * items.length - answers,
      openAnswers: countOf(raw, 'SELECT count(*) FROM staging.open_answer'),
      withoutAnswer: countOf(
        raw,
        'SELECT count(*) FROM staging.respondent_row WHERE id NOT IN (SELECT row FROM staging.answer_row)',
      ),
      rejectedByReason: rejectionsByReason(raw),
      items,
      segments: segmentsOf(raw),
      openQuestions: openQuestionsOf(raw),
      weights: weightsOf(raw),
      newItems: namesOf(
        raw,
        `SELECT header FROM staging.item_column
         WHERE header NOT IN (SELECT header FROM main.survey_item) ORDER BY place`,
      ),
      newSegments: namesOf(
        raw,
        `SELECT name FROM staging.segment_column
         WHERE name NOT IN (SELECT name FROM main.segment) ORDER BY place`,
      ),
      newBranches: namesOf(
        raw,
        `SELECT branch FROM staging.respondent_row
         WHERE branch IS NOT NULL AND branch NOT IN (SELECT name FROM main.branch)
         GROUP BY branch ORDER BY min(id)`,
      ),
      newExtraFields: namesOf(
        raw,
        `SELECT name FROM staging.field WHERE name NOT IN (SELECT name FROM main.extra_field)
         ORDER BY id`,
      ),
    };
  } finally {
    raw.close();
  }
}

/** The same header is the same question; it cannot change its scale from wave to wave. */
export function refuseOtherScales(raw: RawDatabase): void {
  const conflict = raw
    .prepare(
      `SELECT known.header, known.scale_min AS knownMin, known.scale_max AS knownMax,
         known.reversed <> asked.reversed AS turned
       FROM staging.item_column AS asked JOIN main.survey_item AS known USING (header)
       WHERE known.scale_min <> asked.scale_min OR known.scale_max <> asked.scale_max
         OR known.reversed <> asked.reversed
       ORDER BY asked.place LIMIT 1`,
    )
    .get() as { header: string; knownMin: number; knownMax: number; turned: number } | undefined;
  if (conflict === undefined) return;
  const { header, knownMin, knownMax, turned } = conflict;
  throw new AppError(turned === 1 ? 'import.directionConflict' : 'import.scaleConflict', {
    header,
    knownMin,
    knownMax,
  });
}

function itemsOf(raw: RawDatabase): SurveyCheck['items'] {
  const rows = raw
    .prepare(
      `SELECT header, label, scale_min AS scaleMin, scale_max AS scaleMax, reversed,
         coalesce(answered, 0) AS answered, mean
       FROM staging.item_column LEFT JOIN (
         SELECT item, count(*) AS answered, avg(value) AS mean FROM staging.answer_row GROUP BY item
       ) ON item = place
       ORDER BY place`,
    )
    .all() as (Omit<SurveyCheck['items'][number], 'reversed'> & { reversed: number })[];
  return rows.map((row) => ({ ...row, reversed: row.reversed === 1 }));
}

function segmentsOf(raw: RawDatabase): SurveyCheck['segments'] {
  return raw
    .prepare(
      `SELECT name, count(row) AS answered, count(DISTINCT value) AS "values"
       FROM staging.segment_column LEFT JOIN staging.segment_row ON segment = place
       GROUP BY place ORDER BY place`,
    )
    .all() as SurveyCheck['segments'];
}

function openQuestionsOf(raw: RawDatabase): SurveyCheck['openQuestions'] {
  return raw
    .prepare(
      `SELECT header, count(id) AS answered
       FROM staging.question_column LEFT JOIN staging.open_answer ON question = place
       GROUP BY place ORDER BY place`,
    )
    .all() as SurveyCheck['openQuestions'];
}

/** null: everybody counts the same. */
function weightsOf(raw: RawDatabase): SurveyCheck['weights'] {
  const { least, most } = raw
    .prepare(
      'SELECT coalesce(min(weight), 1) AS least, coalesce(max(weight), 1) AS most FROM staging.respondent_row',
    )
    .get() as { least: number; most: number };
  return least === 1 && most === 1 ? null : { least, most };
}
