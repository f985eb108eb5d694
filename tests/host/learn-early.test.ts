import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRaw } from '../../db/connection.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

const vocCount = 120_000;
const sampleSize = 50_000;

/** Said in turn, so that an even sample says each as often as the whole does. */
const sayings = [
  '환불이 늦어서 불편합니다',
  '환불을 요청했는데 답이 없습니다',
  '기사님이 친절하셨어요',
  '앱에서 결제가 안 됩니다',
  '앱이 느려서 결제를 못했습니다',
  '배송이 늦었습니다',
  '배송은 빠르고 포장도 좋았어요',
];

/** Through a connection of its own, as an import writes; the host looks for what others wrote then. */
function addMany(test: TestHost, count: number): void {
  const raw = openRaw(test.host.context.session.file);
  try {
    const said = sayings.map((text, i) => `WHEN ${i} THEN '${text}'`).join(' ');
    raw
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
         INSERT INTO voc (text, received_at, channel, kind, status, created_at, updated_at)
         SELECT CASE i % ${sayings.length} ${said} END, date('2025-01-01', (i % 300) || ' days'),
           'phone', 'complaint', 'received', '2026-01-05', '2026-01-05' FROM n`,
      )
      .run(count);
  } finally {
    raw.close();
  }
  test.host.context.session.vocIndex.follow();
}

describe('the words of many VOC', () => {
  let test: TestHost;
  beforeAll(async () => {
    test = await startTestHost();
    addMany(test, vocCount);
  }, 120_000);
  afterAll(() => test.dispose());

  const learningJob = async () => {
    const { jobId } = await test.call('insight.state', {});
    return test.jobEnd(jobId ?? '');
  };

  it('are told from a sample at once, and from all once they are learned', async () => {
    const early = await test.call('insight.keywords', { early: true });
    expect(early.sample).toEqual({ texts: sampleSize, of: vocCount });
    expect(early.total).toBe(sampleSize);
    const pairs = await test.call('insight.cooccurrence', { early: true });
    expect((await learningJob()).status).toBe('succeeded');
    const whole = await test.call('insight.keywords', { early: true });
    expect(whole).toMatchObject({ sample: null, total: vocCount });
    expect(whole.words.map(({ word }) => word).toSorted()).toEqual(
      early.words.map(({ word }) => word).toSorted(),
    );
    const refund = (words: typeof whole.words) => words.find(({ word }) => word === '환불')?.share;
    expect(refund(early.words)).toBeCloseTo(refund(whole.words) ?? 0, 2);
    expect(pairs.pairs.length).toBeGreaterThan(0);
  });

  it('are read again after an import, as a job that anybody can watch and stop', async () => {
    const before = (await test.call('insight.state', {})).jobId;
    addMany(test, 10);
    await test.call('insight.keywords', { early: true });
    expect((await learningJob()).status).toBe('succeeded');
    expect((await test.call('insight.state', {})).jobId).not.toBe(before);
    expect((await test.call('insight.keywords', { early: true })).total).toBe(vocCount + 10);
  });

  it('stay those of the sample when learning is stopped, until somebody asks for all', async () => {
    addMany(test, 10);
    await test.call('insight.keywords', { early: true });
    const { jobId } = await test.call('insight.state', {});
    await test.call('job.cancel', { id: jobId ?? '' });
    const { status } = await test.jobEnd(jobId ?? '');
    const stopped = await test.call('insight.keywords', { early: true });
    expect(stopped.sample === null).toBe(status === 'succeeded');
    const whole = await test.call('insight.keywords', {});
    expect(whole).toMatchObject({ sample: null, total: vocCount + 20 });
  });

  it('are not needed for the weekly chart, which counts all of them at once', async () => {
    const { weeks } = await test.call('insight.weekly', {});
    expect(weeks.reduce((sum, { count }) => sum + count, 0)).toBe(vocCount + 20);
  });

  it('group a sample first, which gives way to the groups of all', async () => {
    const { jobId, earlyJobId } = await test.call('affinity.suggest', {});
    expect((await test.jobEnd(earlyJobId ?? '')).status).toBe('succeeded');
    const early = await test.call('affinity.groups', { suggestionId: earlyJobId ?? '' });
    expect(early).toMatchObject({ total: sampleSize, sample: { texts: sampleSize } });
    expect((await test.jobEnd(jobId)).status).toBe('succeeded');
    const whole = await test.call('affinity.groups', { suggestionId: jobId });
    expect(whole).toMatchObject({ total: vocCount + 20, sample: null });
    const namesOf = ({ groups }: typeof whole) =>
      groups.map(({ words }) => words.toSorted().join(' ')).toSorted();
    expect(namesOf(early)).toEqual(namesOf(whole));
    const gone = test.call('affinity.groups', { suggestionId: earlyJobId ?? '' });
    await expect(gone).rejects.toMatchObject({ code: 'affinity.gone' });
  });
}, 120_000);
