import { describe, expect, it } from 'vitest';
import { actionStatuses } from '../../core/contract/action.contract.ts';
import { vocChannels, vocFieldsSchema, vocKinds } from '../../core/contract/voc.contract.ts';
import { computeHouse } from '../../core/domain/house/house.ts';
import { addDays, addMonths } from '../../core/sample/sample-calendar.ts';
import { generateSampleDataset } from '../../core/sample/sample-dataset.ts';
import type { SampleDataset } from '../../core/sample/sample-types.ts';

const today = '2026-11-21';
const sample = generateSampleDataset({ seed: 1, today });

function share<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.filter(test).length / values.length;
}

describe('sample dataset', () => {
  it('holds what a first start promises', () => {
    expect(sample.branches).toHaveLength(24);
    expect(new Set(sample.branches.map((branch) => branch.region)).size).toBe(6);
    expect(sample.voc).toHaveLength(3000);
    expect(sample.requirements).toHaveLength(30);
    expect(sample.house.whats).toHaveLength(12);
    expect(sample.house.hows).toHaveLength(14);
    expect(sample.csfs).toHaveLength(5);
    expect(sample.actions).toHaveLength(15);
    expect(sample.waves).toHaveLength(2);
    expect(sample.respondents.map((respondent) => respondent.waveId).sort()).toEqual(
      [1, 2].flatMap((wave) => new Array<number>(600).fill(wave)),
    );
    expect(sample.surveyItems).toHaveLength(20);
  });

  it('is the same to the letter for the same seed and day, and another for another seed', () => {
    expect(generateSampleDataset({ seed: 1, today })).toEqual(sample);
    expect(generateSampleDataset({ seed: 2, today }).voc[0]).not.toEqual(sample.voc[0]);
  });

  it('has a tree of 5, 10 and 15 requirements with every name once', () => {
    const levels = sample.requirements.map((row) => levelOf(sample, row.parentId));
    expect([1, 2, 3].map((level) => levels.filter((l) => l === level).length)).toEqual([5, 10, 15]);
    expect(new Set(sample.requirements.map((row) => row.name)).size).toBe(30);
  });

  it('fills the house believably: 45 to 60 cells, every row and column in use, all strengths', () => {
    const { relations, whats, hows } = sample.house;
    expect(relations.length).toBeGreaterThanOrEqual(45);
    expect(relations.length).toBeLessThanOrEqual(60);
    expect(new Set(relations.map((cell) => cell.whatId)).size).toBe(whats.length);
    expect(new Set(relations.map((cell) => cell.howId)).size).toBe(hows.length);
    expect(new Set(relations.map((cell) => cell.strength))).toEqual(new Set([1, 3, 9]));
    expect(whats.every(({ importance }) => importance >= 1 && importance <= 5)).toBe(true);
    expect(new Set(hows.map((how) => how.direction))).toEqual(new Set(['up', 'down', 'target']));
  });

  it('remembers with each CSF the weight and rank the house gives', () => {
    const { house, csfs } = sample;
    const { relative, rank } = computeHouse({
      weights: house.whats.map((what) => what.importance),
      relations: house.whats.map((_what, i) =>
        house.hows.map(
          (_, j) =>
            house.relations.find((cell) => cell.whatId === i + 1 && cell.howId === j + 1)
              ?.strength ?? 0,
        ),
      ),
    });
    for (const csf of csfs) {
      expect(csf.chosenWeight).toBe(relative[csf.howId - 1]);
      expect(csf.chosenRank).toBe(rank[csf.howId - 1]);
    }
    expect(csfs.map((csf) => csf.status).sort()).toEqual([
      'agreed',
      'agreed',
      'agreed',
      'proposed',
      'proposed',
    ]);
  });

  it('has actions in every state, three overdue, some finished before the second wave', () => {
    const { actions, csfs, waves } = sample;
    expect(new Set(actions.map((action) => action.status))).toEqual(new Set(actionStatuses));
    const open = actions.filter(({ status }) => status !== 'done' && status !== 'cancelled');
    expect(open.filter(({ dueDate }) => dueDate !== null && dueDate < today)).toHaveLength(3);
    const done = actions.filter((action) => action.status === 'done');
    for (const action of actions) {
      expect(action.completedOn !== null).toBe(action.status === 'done');
      if (action.csfId !== null) expect(csfs[action.csfId - 1]).toBeDefined();
    }
    const inBetween = done.filter(
      ({ completedOn }) =>
        (completedOn ?? '') > (waves[0]?.surveyedOn ?? '') &&
        (completedOn ?? '') < (waves[1]?.surveyedOn ?? ''),
    );
    expect(inBetween.length).toBeGreaterThanOrEqual(3);
  });

  it('tells the same story whatever day it is', () => {
    for (const day of ['2026-01-05', '2026-07-10', '2027-02-28', '2028-02-29']) {
      const other = generateSampleDataset({ seed: 11, today: day });
      const names = other.waves.map((wave) => wave.name);
      expect(new Set(names).size).toBe(2);
      for (const name of names) expect(name).toMatch(/^20\d\d년 [상하]반기 고객만족도 조사$/);
      expect(other.voc).toHaveLength(3000);
      expect(other.voc.every((voc) => voc.receivedAt.slice(0, 10) <= day)).toBe(true);
    }
  });
});

describe('sample VOC', () => {
  const texts = sample.voc.map((voc) => voc.text);

  it('repeats itself in less than one text of a hundred', () => {
    expect(new Set(texts).size).toBeGreaterThan(3000 * 0.99);
  });

  it('leaves no trace of its templates', () => {
    for (const text of texts) {
      expect(text.replaceAll('^^', 'ㅎ')).not.toMatch(/[~^=*{}|[\]]|undefined|NaN| {2}/);
      expect(text.length).toBeGreaterThanOrEqual(6);
      expect(text.length).toBeLessThanOrEqual(400);
    }
  });

  it('varies from a few words to a letter', () => {
    expect(share(texts, (text) => text.length <= 25)).toBeGreaterThan(0.12);
    expect(share(texts, (text) => text.length >= 150)).toBeGreaterThan(0.04);
  });

  it('names only telephone numbers and mail addresses nobody has', () => {
    const whole = texts.join('\n');
    const numbers = whole.match(/0\d{1,2}-?\d{3,4}-?\d{4}/g) ?? [];
    expect(numbers.length).toBeGreaterThan(50);
    for (const number of numbers) expect(number).toMatch(/^010-?0000-?\d{4}$/);
    const mails = whole.match(/\S+@\S+/g) ?? [];
    expect(mails.length).toBeGreaterThan(5);
    for (const mail of mails) expect(mail).toMatch(/@example\.(com|org)/);
  });

  it('is valid input of the contract, in every channel and kind, numbered by year', () => {
    for (const voc of sample.voc) {
      expect(() => vocFieldsSchema.parse(voc)).not.toThrow();
      expect(voc.externalId).toMatch(/^VOC-\d{4}-\d{6}$/);
      expect(voc.externalId.slice(4, 8)).toBe(voc.receivedAt.slice(0, 4));
    }
    expect(new Set(sample.voc.map((voc) => voc.channel))).toEqual(new Set(vocChannels));
    expect(new Set(sample.voc.map((voc) => voc.kind))).toEqual(new Set(vocKinds));
    expect(new Set(sample.voc.map((voc) => voc.externalId)).size).toBe(3000);
  });

  it('spans the four quarters before today in working hours, closed when old and open when new', () => {
    const days = sample.voc.map((voc) => voc.receivedAt.slice(0, 10));
    expect(days[0]).toBeDefined();
    expect((days[0] ?? '') >= addMonths(today, -12)).toBe(true);
    expect((days.at(-1) ?? '') < today).toBe(true);
    for (const { receivedAt } of sample.voc) {
      const hour = Number(receivedAt.slice(11, 13));
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(18);
    }
    const old = sample.voc.filter((voc) => voc.receivedAt < addMonths(today, -4));
    expect(old.every((voc) => voc.status === 'closed')).toBe(true);
    const fresh = sample.voc.filter((voc) => voc.receivedAt >= addDays(today, -2));
    expect(fresh.some((voc) => voc.status === 'received')).toBe(true);
  });

  it('is evidence for requirements in about three cases of four, for two in some', () => {
    const linked = new Map<number, number>();
    for (const { vocId } of sample.evidence) linked.set(vocId, (linked.get(vocId) ?? 0) + 1);
    expect(linked.size / 3000).toBeGreaterThan(0.7);
    expect(linked.size / 3000).toBeLessThan(0.82);
    expect([...linked.values()].filter((count) => count === 2).length).toBeGreaterThan(150);
    const leaves = sample.requirements.flatMap((row, i) =>
      levelOf(sample, row.parentId) === 3 ? [i + 1] : [],
    );
    const counted = new Set(sample.evidence.map((link) => link.requirementId));
    expect([...counted].sort((a, b) => a - b)).toEqual(leaves);
  });

  it('follows season and action: air conditioners in summer, fewer late visits, more app errors', () => {
    const cooling = sample.voc.filter((voc) => voc.product === '에어컨');
    expect(
      share(cooling, (voc) => ['06', '07', '08'].includes(voc.receivedAt.slice(5, 7))),
    ).toBeGreaterThan(0.45);
    const early = addMonths(today, -6);
    const rate = (requirement: string, late: boolean) => {
      const id = sample.requirements.findIndex((row) => row.name === requirement) + 1;
      const ids = new Set(
        sample.evidence.filter((link) => link.requirementId === id).map((link) => link.vocId),
      );
      const half = sample.voc.filter((voc) => voc.receivedAt >= early === late);
      const complaints = sample.voc.filter(
        (voc, i) => ids.has(i + 1) && voc.kind === 'complaint' && voc.receivedAt >= early === late,
      );
      return complaints.length / half.length;
    };
    const late = '온다고 한 시간에 정확히 와 달라';
    const app = '앱이나 홈페이지 예약이 끊기지 않아야 한다';
    expect(rate(late, true)).toBeLessThan(rate(late, false) * 0.8);
    expect(rate(app, true)).toBeGreaterThan(rate(app, false) * 1.3);
  });

  it('holds 150 open answers tied to the respondents who wrote them', () => {
    const open = sample.voc.filter((voc) => voc.respondentId !== null);
    expect(open).toHaveLength(150);
    for (const voc of open) {
      expect(voc.channel).toBe('survey');
      expect(sample.respondents[(voc.respondentId ?? 0) - 1]?.branch).toBe(voc.branch);
    }
  });
});

describe('sample survey', () => {
  it('misses 2 to 4 % of the answers and weighs respondents differently', () => {
    const answers = sample.respondents.flatMap((respondent) => respondent.answers);
    expect(answers).toHaveLength(24_000);
    expect(share(answers, (answer) => answer === null)).toBeGreaterThan(0.02);
    expect(share(answers, (answer) => answer === null)).toBeLessThan(0.04);
    for (const answer of answers) {
      if (answer !== null) expect([1, 2, 3, 4, 5, 6, 7]).toContain(answer);
    }
    expect(new Set(sample.respondents.map((respondent) => respondent.weight)).size).toBeGreaterThan(
      5,
    );
  });

  it.each([1, 2, 3, 4, 5])('moves up about three points and surely, with seed %i', (seed) => {
    const { difference, standardError } = movement(generateSampleDataset({ seed, today }));
    expect(difference).toBeGreaterThan(2.3);
    expect(difference).toBeLessThan(4);
    expect(difference - 1.96 * standardError).toBeGreaterThan(0);
  });

  it('improves where actions ended and slips a little where none did', () => {
    const change = (label: string) => {
      const item = sample.surveyItems.findIndex((line) => line.label.includes(label));
      return itemMean(sample, 2, item) - itemMean(sample, 1, item);
    };
    expect(change('약속한 시간에 방문')).toBeGreaterThan(0.3);
    expect(change('비용과 절차를 미리')).toBeGreaterThan(0.2);
    expect(change('앱·홈페이지에서')).toBeLessThan(0);
    expect(change('상담원과 빨리')).toBeLessThan(0);
  });

  it('shows the two weak centres well below the rest', () => {
    const scores = sample.respondents.map((respondent) => ({
      weak: ['남동센터', '김해센터'].includes(respondent.branch),
      score: indexOf(sample, respondent),
    }));
    const mean = (weak: boolean) => {
      const group = scores.filter((row) => row.weak === weak && Number.isFinite(row.score));
      return group.reduce((sum, row) => sum + row.score, 0) / group.length;
    };
    expect(mean(true)).toBeLessThan(mean(false) - 5);
  });
});

function levelOf(data: SampleDataset, parentId: number | null): number {
  if (parentId === null) return 1;
  return 1 + levelOf(data, data.requirements[parentId - 1]?.parentId ?? null);
}

type Respondent = SampleDataset['respondents'][number];

function itemMean(data: SampleDataset, waveId: number, item: number): number {
  let sum = 0;
  let total = 0;
  for (const respondent of data.respondents) {
    const answer = respondent.answers[item] ?? null;
    if (respondent.waveId !== waveId || answer === null) continue;
    sum += respondent.weight * answer;
    total += respondent.weight;
  }
  return sum / total;
}

/** A respondent's own index: per component the mean of what was answered, put on 0 to 100. */
function indexOf(data: SampleDataset, respondent: Respondent): number {
  return data.index.components.reduce((sum, { weight, itemIds }) => {
    const answers = itemIds.flatMap((id) => respondent.answers[id - 1] ?? []);
    const mean = answers.reduce((total, answer) => total + answer, 0) / answers.length;
    return sum + weight * ((mean - 1) / 6) * 100;
  }, 0);
}

/** Difference of the two weighted means and its standard error, by the linearised variance of a ratio. */
function movement(data: SampleDataset): { difference: number; standardError: number } {
  const [first, second] = [1, 2].map((waveId) => {
    const rows = data.respondents
      .filter((respondent) => respondent.waveId === waveId)
      .map((respondent) => ({ weight: respondent.weight, score: indexOf(data, respondent) }))
      .filter((row) => Number.isFinite(row.score));
    const total = rows.reduce((sum, row) => sum + row.weight, 0);
    const mean = rows.reduce((sum, row) => sum + row.weight * row.score, 0) / total;
    const variance =
      rows.reduce((sum, row) => sum + (row.weight * (row.score - mean)) ** 2, 0) / total ** 2;
    return { mean, variance };
  });
  if (first === undefined || second === undefined) throw new Error('two waves expected');
  return {
    difference: second.mean - first.mean,
    standardError: Math.sqrt(first.variance + second.variance),
  };
}
