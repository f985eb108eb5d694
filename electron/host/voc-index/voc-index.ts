import { AppError } from '../../../core/contract/app-error.ts';
import {
  type HandlingGroup,
  type HandlingQueue,
  queueViews,
} from '../../../core/contract/handling.contract.ts';
import type {
  VocChoices,
  VocFacetName,
  VocFilter,
  VocSort,
} from '../../../core/contract/voc.contract.ts';
import { queueFilter } from '../../../core/domain/voc/queue-views.ts';
import type { RawDatabase } from '../../../db/connection.ts';
import { summarise } from '../../../db/handling-rows.ts';
import { type VocChange, VocChangeLog } from '../../../db/voc-change-log.ts';
import { selectsAll, type VocCriteria } from '../../../db/voc-conditions.ts';
import { countVoc, lastVocId } from '../../../db/voc-count.ts';
import type { PageRange } from '../../../db/voc-search-page.ts';
import { localToday } from '../local-date.ts';
import type { IndexAnswers, QuestionKind, QuestionOf, VocFigures } from './index-messages.ts';
import { IndexLost, IndexThread, type StartThread, startIndexThread } from './index-thread.ts';
import { answerBySql, type SqlKind, type SqlQuestion } from './sql-answers.ts';
import type { PeriodUnit } from './voc-periods.ts';

/** Gives the VOC in which the keyword extraction found a word. */
export type KeywordFinder = (keyword: string) => Promise<Uint32Array>;

/** Of so few VOC everything is found by SQL in a few milliseconds, without a thread. */
const fewVoc = 20_000;
const mostReadHere = 5_000;
/** Pages further down cost SQL the way there. */
const nearTheTop = 1_000;

/**
 * Answers which VOC a filter selects and in which order, how many they are and how they divide: from
 * columns in the memory of a thread, or by SQL while there is none. Both say the same, and both say
 * what was committed last: the session tells every change before its edit is answered.
 */
export class VocIndex {
  readonly #raw: RawDatabase;
  readonly #changes: VocChangeLog;
  readonly #thread: IndexThread;
  #onlySql = false;
  readonly #listeners = new Set<(change: VocChange) => void>();
  #findKeyword: KeywordFinder = async () => {
    throw new AppError('insight.notLearned');
  };

  constructor(file: string, raw: RawDatabase, start: StartThread = startIndexThread) {
    this.#raw = raw;
    this.#changes = new VocChangeLog(raw);
    this.#thread = new IndexThread(file, start);
  }

  /** For a host that answers a question or two and ends: a thread would not be ready before. */
  stayWithSql(): void {
    this.#onlySql = true;
  }

  /** Who knows the words of this workspace says so once it does. */
  findKeywordsWith(finder: KeywordFinder): void {
    this.#findKeyword = finder;
  }

  /** Every VOC of the filter, in ascending order of ids. */
  async matchingIds(filter: VocFilter): Promise<Uint32Array> {
    return this.#either<'ids'>({ kind: 'ids', criteria: await this.criteriaOf(filter) });
  }

  /** One page of the list, in order. */
  async pageIds(filter: VocFilter, sort: VocSort, range: PageRange): Promise<number[]> {
    const question = {
      kind: 'page',
      criteria: await this.criteriaOf(filter),
      sort,
      range,
    } as const;
    const top = range.offset + range.limit <= nearTheTop;
    // The list as it opens, and a search in it, need not wait until the thread has read the file.
    if (!this.#thread.loaded && top && hasNoMoreThanSearch(filter)) {
      this.#warmUp();
      return Array.from(answerBySql(this.#raw, question) as Uint32Array);
    }
    return Array.from(await this.#either<'page'>(question));
  }

  async count(filter: VocFilter): Promise<number> {
    const question = { kind: 'count', criteria: await this.criteriaOf(filter) } as const;
    if (!this.#thread.loaded && selectsAll(filter)) return countVoc(this.#raw, question.criteria);
    return this.#either<'count'>(question);
  }

  async facets(
    filter: VocFilter,
    facets: readonly VocFacetName[],
    limit: number,
  ): Promise<IndexAnswers['facets']> {
    const criteria = await this.criteriaOf(filter);
    return this.#fromColumns<'facets'>({ kind: 'facets', criteria, facets, limit });
  }

  async crossCounts(
    filter: VocFilter,
    asked: { rows: VocFacetName; columns: VocFacetName; limit: number },
  ): Promise<IndexAnswers['cross']> {
    const criteria = await this.criteriaOf(filter);
    return this.#fromColumns<'cross'>({ kind: 'cross', criteria, ...asked });
  }

  async periods(filter: VocFilter, unit: PeriodUnit): Promise<IndexAnswers['periods']> {
    const criteria = await this.criteriaOf(filter);
    return this.#fromColumns<'periods'>({ kind: 'periods', criteria, unit });
  }

  /** How the VOC of a filter were handled. */
  async handling(filter: VocFilter, by: HandlingGroup): Promise<IndexAnswers['handling']> {
    const criteria = await this.criteriaOf(filter);
    if (this.#countedHere()) return summarise(this.#raw, criteria, by);
    return this.#fromColumns<'handling'>({ kind: 'handling', criteria, by });
  }

  /** The lists of work, counted as the list of VOC itself counts them. */
  async queue(me: string | null, mineOnly: boolean): Promise<HandlingQueue['views']> {
    if (!this.#onlySql && !this.#few()) {
      return this.#fromColumns<'queue'>({ kind: 'queue', me, mineOnly, today: localToday() });
    }
    const views = queueViews.flatMap((view) => {
      const filter = queueFilter(view, me, mineOnly);
      return filter === null ? [] : [{ view, filter }];
    });
    const counts = await Promise.all(views.map(({ filter }) => this.count(filter)));
    return views.map((entry, place) => ({ ...entry, count: counts[place] ?? 0 }));
  }

  /** Of each set of requirements, how many distinct VOC are evidence for any of it. */
  behind(requirementSets: readonly (readonly number[])[]): Promise<number[]> {
    return this.#either<'behind'>({ kind: 'behind', requirementSets });
  }

  choices(): Promise<VocChoices> {
    return this.#either<'choices'>({ kind: 'choices' });
  }

  extraFields(): Promise<{ id: number; name: string }[]> {
    return this.#either<'extraFields'>({ kind: 'extraFields' });
  }

  figures(): Promise<VocFigures> {
    return this.#either<'figures'>({ kind: 'figures', today: localToday() });
  }

  /** So many VOC are about to come: the thread has to be up when they are there. */
  expect(count: number): void {
    if (!this.#onlySql && count > fewVoc) this.#thread.start();
  }

  /** What the filter means now. */
  async criteriaOf(filter: VocFilter): Promise<VocCriteria> {
    return {
      filter,
      today: localToday(),
      keywordIds: filter.keyword ? await this.#findKeyword(filter.keyword) : null,
    };
  }

  /** Whoever else keeps something of the VOC hears of every change, too. */
  onChange(listener: (change: VocChange) => void): void {
    this.#listeners.add(listener);
  }

  /** Whenever somebody may have written, before that is answered. */
  follow(): void {
    const change = this.#changes.take();
    if (change !== null) this.#tell(change);
  }

  /** After another connection wrote, when it is known what; otherwise `follow` reads all anew. */
  followOther(change: VocChange): void {
    this.#changes.acceptOthers();
    this.#tell(change);
  }

  #tell(change: VocChange): void {
    this.#thread.tell(change);
    for (const listener of this.#listeners) listener(change);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }

  async #fromColumns<K extends QuestionKind>(question: QuestionOf<K>): Promise<IndexAnswers[K]> {
    try {
      return await this.#thread.ask<K>(question);
    } catch (error) {
      throw error instanceof IndexLost ? new AppError('voc.notCounted') : error;
    }
  }

  async #either<K extends SqlKind>(
    question: SqlQuestion & QuestionOf<K>,
  ): Promise<IndexAnswers[K]> {
    const bySql = () => answerBySql(this.#raw, question) as IndexAnswers[K];
    if (this.#onlySql || (this.#few() && !this.#thread.loaded)) return bySql();
    try {
      return await this.#thread.ask<K>(question);
    } catch (error) {
      if (error instanceof IndexLost) return bySql();
      throw error;
    }
  }

  #warmUp(): void {
    if (!this.#onlySql && !this.#few()) this.#thread.start();
  }

  /** Reading so many whole takes some 10 ms; more would hold up what else the host is asked. */
  #countedHere(): boolean {
    return this.#onlySql || lastVocId(this.#raw) <= mostReadHere;
  }

  #few(): boolean {
    return lastVocId(this.#raw) <= fewVoc;
  }
}

function hasNoMoreThanSearch({ search: _, ...others }: VocFilter): boolean {
  return selectsAll(others);
}
