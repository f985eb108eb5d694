import type { RawDatabase } from '../../../db/connection.ts';
import { countVocOfAny } from '../../../db/evidence-links.ts';
import { countVoc, vocIdsOf } from '../../../db/voc-count.ts';
import { extraFields, vocChoices, vocFigures } from '../../../db/voc-figures.ts';
import { vocPageIds } from '../../../db/voc-page-query.ts';
import type { IndexAnswers, IndexQuestion } from './index-messages.ts';

/** What SQL can answer too: the same, only slower where there are many VOC. */
export type SqlKind = 'page' | 'count' | 'ids' | 'behind' | 'choices' | 'extraFields' | 'figures';
export type SqlQuestion = Extract<IndexQuestion, { kind: SqlKind }>;

const sqlKinds: ReadonlySet<string> = new Set<SqlKind>([
  'page',
  'count',
  'ids',
  'behind',
  'choices',
  'extraFields',
  'figures',
]);

export function isSqlQuestion(question: IndexQuestion): question is SqlQuestion {
  return sqlKinds.has(question.kind);
}

export function answerBySql(raw: RawDatabase, question: SqlQuestion): IndexAnswers[SqlKind] {
  switch (question.kind) {
    case 'page': {
      const { criteria, sort, range } = question;
      return Uint32Array.from(vocPageIds(raw, { criteria, sort, ...range }));
    }
    case 'count':
      return countVoc(raw, question.criteria);
    case 'ids':
      return vocIdsOf(raw, question.criteria);
    case 'behind':
      return question.requirementSets.map((ids) => countVocOfAny(raw, ids));
    case 'choices':
      return vocChoices(raw);
    case 'extraFields':
      return extraFields(raw);
    case 'figures':
      return vocFigures(raw, question.today);
  }
}
