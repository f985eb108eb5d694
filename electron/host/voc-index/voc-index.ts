import { AppError } from '../../../core/contract/app-error.ts';
import type { VocFilter, VocSort } from '../../../core/contract/voc.contract.ts';
import type { RawDatabase } from '../../../db/connection.ts';
import type { VocCriteria } from '../../../db/voc-conditions.ts';
import { countVoc, vocIdsOf } from '../../../db/voc-count.ts';
import { vocPageIds } from '../../../db/voc-page-query.ts';
import type { PageRange } from '../../../db/voc-search-page.ts';
import { localToday } from '../local-date.ts';

/** Gives the VOC in which the keyword extraction found a word. */
export type KeywordFinder = (keyword: string) => Promise<Uint32Array>;

/** Answers which VOC a filter selects. */
export class VocIndex {
  readonly #raw: RawDatabase;
  #findKeyword: KeywordFinder = async () => {
    throw new AppError('insight.notLearned');
  };

  constructor(raw: RawDatabase) {
    this.#raw = raw;
  }

  /** Who knows the words of this workspace says so once it does. */
  useKeywordFinder(finder: KeywordFinder): void {
    this.#findKeyword = finder;
  }

  /** Every VOC of the filter, in ascending order of ids. */
  async matchingIds(filter: VocFilter): Promise<Uint32Array> {
    return vocIdsOf(this.#raw, await this.criteriaOf(filter));
  }

  async pageIds(filter: VocFilter, sort: VocSort, range: PageRange): Promise<number[]> {
    return vocPageIds(this.#raw, { criteria: await this.criteriaOf(filter), sort, ...range });
  }

  async count(filter: VocFilter): Promise<number> {
    return countVoc(this.#raw, await this.criteriaOf(filter));
  }

  /** What the filter means now. */
  async criteriaOf(filter: VocFilter): Promise<VocCriteria> {
    return {
      filter,
      today: localToday(),
      keywordIds: filter.keyword ? await this.#findKeyword(filter.keyword) : null,
    };
  }
}
