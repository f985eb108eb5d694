import { AppError } from '../../../core/contract/app-error.ts';
import type { WordRule } from '../../../core/contract/insight.contract.ts';
import { normalizeForSearch } from '../../../core/domain/voc/voc-search.ts';
import {
  deleteWordRule,
  findWordRule,
  listWordRules,
  putWordRule,
} from '../../../db/repositories/word-rule.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { localToday } from '../local-date.ts';
import { vocWordsOf } from '../voc-words/voc-words.ts';
import { weeklyVocOf } from '../voc-words/weekly-counts.ts';
import type { FilterQuestionName, WordQuestions } from '../voc-words/word-messages.ts';

export const insightHandlers: HandlersOf<'insight'> = {
  'insight.state': ({ session }) => vocWordsOf(session).state,
  'insight.learn': (context) => ({ jobId: vocWordsOf(context.session).startLearning(context) }),
  'insight.keywords': (context, input) => answered(context, 'keywords', dated(input)),
  'insight.rising': (context, input) => {
    refuseBadPeriod('period', input.period);
    refuseBadPeriod('baseline', input.baseline);
    return answered(context, 'rising', dated(input));
  },
  'insight.trend': (context, input) => answered(context, 'trend', dated(input)),
  'insight.cooccurrence': (context, input) => answered(context, 'cooccurrence', dated(input)),
  'insight.weekly': ({ session }, { filter, rateOf }) => weeklyVocOf(session, filter, rateOf),

  'insight.listWordRules': ({ session }) => listWordRules(session.db),
  'insight.saveWordRule': (context, rule) => saveWordRule(context, rule),
  'insight.removeWordRule': async (context, { id }) => {
    const rule = await findWordRule(context.session.db, id);
    if (rule === null) throw new AppError('insight.unknownRule');
    await context.edit(
      { label: 'insight:undo.removeRule', params: { word: rule.word } },
      ['setting'],
      (trx) => deleteWordRule(trx, id),
    );
  },
};

async function answered<Name extends FilterQuestionName>(
  context: HostContext,
  name: Name,
  ask: WordQuestions[Name]['ask'],
) {
  const { answer, sample } = await vocWordsOf(context.session).askAbout(context, name, ask);
  return { ...answer, sample };
}

function dated<Ask>(ask: Ask): Ask & { today: string } {
  return { ...ask, today: localToday() };
}

function refuseBadPeriod(name: string, { from, to }: { from: string; to: string }): void {
  if (from > to) throw new AppError('insight.periodReversed', {}, name);
}

async function saveWordRule(
  context: HostContext,
  rule: Omit<WordRule, 'id'>,
): Promise<{ id: number }> {
  const word = asKeyword(rule.word);
  const standsFor =
    rule.kind === 'synonym' && rule.standsFor !== null ? asKeyword(rule.standsFor) : null;
  if (rule.kind === 'synonym' && (standsFor === null || standsFor === word)) {
    throw new AppError('insight.synonymOfItself', { word }, 'standsFor');
  }
  const id = await context.edit(
    { label: `insight:undo.${rule.kind}`, params: { word, standsFor: standsFor ?? '' } },
    ['setting'],
    (trx) => putWordRule(trx, { kind: rule.kind, word, standsFor }),
  );
  return { id };
}

/** A keyword holds no space: spaces part the keywords of a filter. */
function asKeyword(text: string): string {
  return normalizeForSearch(text).replaceAll(/\s+/gu, '');
}
