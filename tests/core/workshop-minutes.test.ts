import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/contract/common.schema.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import { type MessageTree, translatorOver } from '../../core/i18n/translate.ts';
import { minutesSections } from '../../core/reports/minutes.section.ts';
import type { MinutesData } from '../../core/reports/minutes-data.ts';
import type { ReportSection, TableBlock } from '../../core/reports/report-document.ts';
import { reportWords } from '../../core/reports/report-words.ts';

const wordsIn = (locale: Locale) => {
  const file = new URL(`../../resources/locales/${locale}/report.json`, import.meta.url);
  const report = JSON.parse(readFileSync(file, 'utf8')) as MessageTree;
  return reportWords(translatorOver({ report }));
};

/** What the screen says of it: the minutes must not say it in other words. */
const { decided } = JSON.parse(
  readFileSync(new URL('../../resources/locales/ko/workshop.json', import.meta.url), 'utf8'),
) as { decided: { open: string } };
const leftOpenOnScreen = decided.open;

const empty: MinutesData = {
  workshopName: '11월 워크숍',
  houseName: '창구 서비스',
  heldOn: '2026-11-22',
  startedAt: '',
  endedAt: '',
  facilitator: '',
  place: '',
  goal: '',
  conclusion: '',
  participants: [],
  agenda: [],
  decisions: [],
  scale: usualScale,
  contested: [],
  concordance: null,
  csfs: [],
};

const held: MinutesData = {
  ...empty,
  startedAt: '14:00',
  endedAt: '15:52',
  facilitator: '이 팀장',
  place: '3층 회의실',
  goal: 'CSF 다섯 가지를 정한다',
  conclusion: '6주 뒤에 점검한다',
  participants: [
    { name: '김 과장', role: 'CS팀', scored: 410, cells: 420 },
    { name: '박 본부장', role: '참관', scored: null, cells: 420 },
  ],
  agenda: [
    {
      title: '목표 공유',
      status: 'finished',
      plannedMinutes: 10,
      startedAt: '14:00',
      finishedAt: '14:13',
      spent: 12.6 * 60_000,
    },
    {
      title: '다음 일정',
      status: 'skipped',
      plannedMinutes: 5,
      startedAt: '',
      finishedAt: '',
      spent: 0,
    },
  ],
  decisions: [
    {
      subject: '응대 교육',
      decision: 'CSF로 선정',
      reason: '불만의 40%가 응대입니다',
      decidedAt: '15:10',
    },
  ],
  contested: [
    {
      what: '기다리지 않게',
      how: '대기 시간',
      lowest: 0,
      highest: 9,
      agreementBefore: -0.5,
      agreementAfter: 0.9,
      decided: 9,
      settledBy: 'decision',
      reason: '번호표 자료로 확인',
    },
    {
      what: '기다리지 않게',
      how: '안내 정확도',
      lowest: 1,
      highest: 9,
      agreementBefore: 0.1,
      agreementAfter: 1,
      decided: 3,
      settledBy: 'votes',
      reason: '',
    },
    {
      what: '친절',
      how: '대기 시간',
      lowest: 1,
      highest: 3,
      agreementBefore: 0.6,
      agreementAfter: null,
      decided: null,
      settledBy: null,
      reason: '',
    },
  ],
  concordance: { w: 0.61, p: 0.0004, raters: 8, items: 14 },
  csfs: [
    {
      rank: 1,
      name: '대기 시간',
      weight: 0.31,
      kpi: '평균 대기',
      targetValue: '7분',
      owner: '김',
      reason: '가장 큰 가중치',
      stability: { topK: 5, variants: 10_000, topPercent: 94 },
    },
  ],
};

const tablesOf = (sections: readonly ReportSection[]) =>
  sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is TableBlock => block.type === 'table'),
  );

describe('the minutes of a workshop', () => {
  const sections = minutesSections(held, wordsIn('ko'));
  const [agenda, participants, decisions, contested, csfs] = tablesOf(sections);

  it('say when and where it was held, who led it and how far people agreed', () => {
    expect(sections[0]?.blocks[0]).toMatchObject({
      tone: 'lead',
      text: '워크숍: 11월 워크숍 · 매트릭스: 창구 서비스 · 일시: 2026-11-22 14:00–15:52 · 장소: 3층 회의실 · 진행: 이 팀장',
    });
    expect(sections[0]?.blocks.slice(1, 3)).toMatchObject([
      { text: '목표: CSF 다섯 가지를 정한다' },
      { text: '결론: 6주 뒤에 점검한다' },
    ]);
    expect(sections[0]?.blocks[3]).toMatchObject({
      figures: [
        { value: 2 },
        { value: 2, unit: '/ 3', detail: '토론에서 결정 1칸, 다시 채점해 합의 1칸' },
        { value: 0.61, detail: 'p<0.001, 참가자 8명이 모두 채점한 14칸' },
        { value: 1 },
      ],
    });
  });

  it('list the agenda with planned and actual time, and mark what took longer', () => {
    expect(agenda?.rows).toEqual([
      { cells: ['목표 공유', '14:00–14:13', 10, 13, '마침'], alertCells: [3] },
      { cells: ['다음 일정', '', 5, null, '건너뜀'], tone: 'muted' },
    ]);
    expect(participants?.rows.map(({ cells }) => cells[2])).toEqual(['410 / 420', '']);
    expect(decisions?.rows[0]?.cells).toEqual([
      '15:10',
      '응대 교육',
      'CSF로 선정',
      '불만의 40%가 응대입니다',
    ]);
  });

  it('lay contested cells out before and after, and mark what was left open', () => {
    expect(contested?.rows).toEqual([
      { cells: ['기다리지 않게', '대기 시간', '없음 – ◎', -0.5, 0.9, '◎', '번호표 자료로 확인'] },
      { cells: ['기다리지 않게', '안내 정확도', '△ – ◎', 0.1, 1, '○ (재채점 합의)', ''] },
      { cells: ['친절', '대기 시간', '△ – ○', 0.6, null, leftOpenOnScreen, ''], alertCells: [5] },
    ]);
  });

  it('say of each agreed CSF how firmly it stands, in both languages', () => {
    expect(csfs?.rows[0]?.cells).toContain('변형 10,000개 중 94%에서 상위 5위 안');
    const english = tablesOf(minutesSections(held, wordsIn('en'))).at(-1);
    expect(english?.rows[0]?.cells).toContain('Top 5 in 94% of 10,000 variants');
  });

  it.each(['ko', 'en'] as const)(
    'say what is missing when nothing happened yet, with a word for everything (%s)',
    (locale) => {
      for (const data of [empty, held]) {
        const text = JSON.stringify(minutesSections(data, wordsIn(locale)));
        expect(text).not.toMatch(/minutes\.[a-zA-Z]/);
      }
      const notes = minutesSections(empty, wordsIn(locale)).flatMap(({ blocks }) =>
        blocks.filter((block) => block.type === 'note'),
      );
      expect(notes).toHaveLength(4);
    },
  );
});
