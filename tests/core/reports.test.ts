import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printChartTheme } from '../../core/charts/chart-theme.ts';
import type { Locale } from '../../core/contract/common.schema.ts';
import { type ReportKind, reportKinds } from '../../core/contract/report.contract.ts';
import { computeHouse } from '../../core/domain/house/house.ts';
import { type MessageTree, translatorOver } from '../../core/i18n/translate.ts';
import { buildReport, reportFileName } from '../../core/reports/build-report.ts';
import { effectRows } from '../../core/reports/effect.section.ts';
import type { ReportData } from '../../core/reports/report-data.ts';
import type {
  ReportBlock,
  ReportDocument,
  TableBlock,
} from '../../core/reports/report-document.ts';
import {
  emptyReportData,
  exampleHouse,
  exampleReportData,
} from '../support/report-data-builder.ts';

const locales = ['ko', 'en'] as const;

function treeOf(locale: Locale, room: string): MessageTree {
  const file = new URL(`../../resources/locales/${locale}/${room}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as MessageTree;
}

function translatorFor(locale: Locale) {
  return translatorOver({
    report: treeOf(locale, 'report'),
    csi: treeOf(locale, 'csi'),
    explain: treeOf(locale, 'explain'),
    insight: treeOf(locale, 'insight'),
  });
}

function build(kind: ReportKind, data: ReportData, locale: Locale = 'ko'): ReportDocument {
  return buildReport(kind, data, {
    locale,
    theme: printChartTheme,
    translate: translatorFor(locale),
  });
}

function blocksOf(report: ReportDocument, sectionId: string): ReportBlock[] {
  return report.sections.find(({ id }) => id === sectionId)?.blocks ?? [];
}

function tableOf(report: ReportDocument, sectionId: string): TableBlock {
  const table = blocksOf(report, sectionId).find((block) => block.type === 'table');
  if (table === undefined) throw new Error(`no table in ${sectionId}`);
  return table;
}

function columnOf(table: TableBlock, title: string): unknown[] {
  const place = table.columns.findIndex((column) => column.title === title);
  return table.rows.map((row) => row.cells[place]);
}

describe('report document › figures', () => {
  const data = exampleReportData();
  const report = build('full', data);

  it('prints the house with the weights and ranks of the one house calculation', () => {
    const house = exampleHouse();
    const expected = computeHouse({
      weights: house.whats.map((what) => what.importance),
      relations: house.relations,
    });
    const matrix = blocksOf(report, 'matrix-1').find((block) => block.type === 'matrix');
    expect(matrix?.hows.map((how) => how.absolute)).toEqual(expected.absolute);
    expect(matrix?.hows.map((how) => how.relative)).toEqual(expected.relative);
    expect(matrix?.hows.map((how) => how.rank)).toEqual(expected.rank);
    expect(matrix?.strengths).toEqual(house.relations);
  });

  it('derives the index and the weights step by step, with their numbers', () => {
    const tables = blocksOf(report, 'sources').filter((block) => block.type === 'table');
    const index = tables.find(({ title }) => title.startsWith('산출 과정: CSI · '));
    const house = tables.find(({ title }) => title === '산출 과정: A/S 서비스 품질');

    expect(columnOf(index!, '단계')).toContain('구성요소 점수의 가중합');
    expect(columnOf(index!, '결과')).toContain('index = 75');
    expect(index?.source).toContain('n = 4');
    expect(columnOf(house!, '계산식')[0]).toMatch(/^absoluteⱼ = Σᵢ wᵢ·rᵢⱼ\nabsolute₁ = 5·/);
  });

  it('prints every wave with its figures untouched', () => {
    const table = tableOf(report, 'csi-1-waves');
    const points = data.indexes[0]!.wavePoints;
    expect(columnOf(table, 'n')).toEqual(points.map((point) => point.n));
    expect(columnOf(table, '점수')).toEqual(points.map((point) => point.index));
    expect(columnOf(table, '95% 신뢰구간')).toEqual(points.map((point) => point.ci95));
    expect(columnOf(table, '전반만족')).toEqual(points.map((point) => point.components[1]?.score));
  });

  it('states formula, version and n with the index', () => {
    expect(tableOf(report, 'csi-1-waves').source).toContain(
      'CSI (v2) = 50% × 요소만족(100점 환산 평균, 문항 5개) + 30% × 전반만족(상위 2칸 응답률, 문항 1개)',
    );
    expect(columnOf(tableOf(report, 'sources'), '자료')[0]).toBe(
      '2026년 1차(n=600)\n2026년 2차(n=600)',
    );
  });

  it('tells the movement with its interval and verdict on the first page', () => {
    const text = blocksOf(report, 'summary')
      .flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
      .join(' ');
    expect(text).toContain('2026년 1차보다 3.7점 올랐으며');
    expect(text).toContain('통계적으로 유의합니다(95% 신뢰구간 +1.2 ~ +6.2, p=0.004)');
  });

  it('claims nothing of a change that is not significant', () => {
    const [first, second] = data.indexes[0]!.wavePoints;
    const change = {
      difference: 0.8,
      ci95: [-1.1, 2.7] as [number, number],
      p: 0.41,
      significant: false,
    };
    const quiet = build('csi', {
      ...data,
      indexes: [{ ...data.indexes[0]!, wavePoints: [first!, { ...second!, change }] }],
    });
    const lead = blocksOf(quiet, 'csi-1-waves').find((block) => block.type === 'paragraph');
    expect(lead?.text).toContain('우연으로 설명될 수 있는 범위');
    expect(lead?.text).not.toContain('유의합니다');
  });

  it('lists overdue actions first and says by how many days', () => {
    const table = tableOf(report, 'actions');
    expect(columnOf(table, '지난 일수').slice(0, 3)).toEqual([13, 19, null]);
  });

  it('puts customers’ words behind the CSFs with their number', () => {
    const quotes = blocksOf(report, 'summary').find((block) => block.type === 'quotes');
    expect(quotes?.groups[0]?.quotes[0]?.source).toMatch(/^VOC #\d+ · 2026-/);
  });

  it('tells how many customers were answered in time, of how many, and how sure that is', () => {
    const table = blocksOf(report, 'voc').findLast((block) => block.type === 'table');
    expect(table?.rows[0]?.cells.slice(0, 6)).toEqual(['전체', 12, 10, 8, 12, 8 / 12]);
    const [low, high] = (table?.rows[0]?.cells[6] ?? [0, 0]) as [number, number];
    // Wilson's score interval of 8/12.
    expect(low).toBeCloseTo(39.06, 2);
    expect(high).toBeCloseTo(86.19, 2);
    const without = build('full', { ...data, handling: null });
    expect(blocksOf(without, 'voc').filter((block) => block.type === 'table')).toHaveLength(1);
  });

  it('quotes no customer twice', () => {
    const quotes = blocksOf(report, 'csf').find((block) => block.type === 'quotes');
    const sources =
      quotes?.groups.flatMap((group) => group.quotes.map(({ source }) => source)) ?? [];
    expect(sources.length).toBeGreaterThan(4);
    expect(new Set(sources).size).toBe(sources.length);
  });

  it('hides personal data in words that came unmasked', () => {
    const evidence = data.evidence.map((entry) => ({
      ...entry,
      voc: {
        total: 1,
        sample: [{ id: 1, text: '제 번호는 010-1234-5678입니다', receivedAt: '2026-01-01' }],
      },
    }));
    expect(JSON.stringify(build('csf', { ...data, evidence }).sections)).not.toContain('5678');
  });
});

describe('report document › what customers talk about', () => {
  const report = build('voc', exampleReportData());

  it('lists the words by how many VOC hold them, with how they were written', () => {
    expect(tableOf(report, 'insight').rows[0]?.cells).toEqual(['기사', 120, 120 / 359, '기사님']);
    const figure = blocksOf(report, 'insight').find((block) => block.type === 'figure');
    expect(figure?.option).toMatchObject({ yAxis: { data: ['기사', '대기 ▲', '부품'] } });
  });

  it('calls only what the test calls significant a rise, and names what was compared', () => {
    const table = tableOf(report, 'rising');
    expect(table.rows.map(({ cells }) => [cells[0], cells[1], cells[2], cells.at(-1)])).toEqual([
      ['대기', 40, 20, '유의함'],
    ]);
    const said = blocksOf(report, 'rising').flatMap((block) =>
      block.type === 'paragraph' ? [block.text] : [],
    );
    expect(said[0]).toContain('1개입니다: 대기');
    expect(said[1]).toContain('2026-10-22 – 2026-11-18');
  });

  it('explains every signal of the weekly chart, and leaves the week under way out', () => {
    const table = tableOf(report, 'weekly');
    const [period, count, meaning] = table.rows[0]?.cells ?? [];
    expect([period, count]).toEqual(['2026-11-09 – 2026-11-15', 62]);
    expect(meaning).toMatch(/^관리상한\([\d.]+\)을 넘는 62$/);
    expect(columnOf(table, '기간')).not.toContain('2026-11-16 – 2026-11-22');
  });

  it('says so when nothing rises and no week is unusual', () => {
    const { insight, ...data } = exampleReportData();
    if (insight?.rising == null) throw new Error('no example');
    const calm = {
      ...insight,
      rising: {
        ...insight.rising,
        words: insight.rising.words.map((line) => ({ ...line, significant: false })),
      },
      weekly: { ...insight.weekly, signals: [] },
    };
    const quiet = build('full', { ...data, insight: calm }, 'en');
    const leads = ['rising', 'weekly'].map((id) => {
      const [first] = blocksOf(quiet, id);
      return first?.type === 'paragraph' ? first.text : '';
    });
    expect(leads[0]).toMatch(/^No word rose significantly/);
    expect(leads[1]).toMatch(/^No signal\./);
  });
});

describe('report document › effect', () => {
  it('says that an item moved only when the intervals of its waves do not meet', () => {
    const verdicts = effectRows(exampleReportData()).map((row) => [row.itemLabel, row.verdict]);
    expect(verdicts).toContainEqual(['접수가 쉽고 빠르다', 'rose']);
    expect(verdicts).toContainEqual(['약속한 시간에 방문한다', 'unclear']);
  });

  it('says of every CSF how firmly it stands, on what that rests, and by which items it is measured', () => {
    const data = exampleReportData();
    const report = build('csf', data);
    const table = tableOf(report, 'csf');
    expect(columnOf(table, '순위 안정성')).toEqual([
      '상위 4위 안 74% (2–5위)',
      '상위 4위 안 94% (1–4위)',
      '상위 4위 안 54% (3–6위)',
      '',
    ]);
    const text = JSON.stringify(blocksOf(report, 'csf'));
    expect(text).toContain('변형 10,000개 가운데 상위에 든 비율');
    expect(text).toContain('시드 20011');
    const items = blocksOf(report, 'csf').find(
      (block) => block.type === 'table' && block.title === 'CSF를 재는 CSI 문항',
    );
    if (items?.type !== 'table') throw new Error('no table of items');
    expect(items.rows).toHaveLength(3);
    expect(items.rows[0]?.cells.slice(2, 5)).toEqual(['2026 상반기', 61.2, 64.9]);
  });

  it('lists a CSF that no survey item measures', () => {
    const row = effectRows(exampleReportData()).find(({ itemLabel }) => itemLabel === null);
    expect(row).toMatchObject({
      verdict: 'notMeasured',
      csf: { howName: '콜센터 20초 내 응답률' },
    });
  });

  it('does not count cancelled actions', () => {
    const data = exampleReportData();
    const counted = effectRows(data).find(({ csf }) => csf.id === 2);
    const alive = data.actions.filter(({ csfId, status }) => csfId === 2 && status !== 'cancelled');
    expect(counted?.allActions).toBe(alive.length);
  });
});

describe('report document › whatever the workspace holds', () => {
  it.each(reportKinds)('an empty workspace gives a %s report that says what is missing', (kind) => {
    const report = build(kind, emptyReportData());
    const notes = report.sections
      .flatMap((section) => section.blocks)
      .filter((block) => block.type === 'note' && block.tone === 'missing');
    expect(notes.length).toBeGreaterThan(0);
  });

  it('a house without WHATs, HOWs or relations says so', () => {
    const data = exampleReportData();
    const [house] = data.houses;
    const bare = [
      { ...house!, whats: [], relations: [] },
      { ...house!, id: 2, hows: [], relations: house!.relations.map(() => []) },
      { ...house!, id: 3, relations: house!.relations.map((row) => row.map(() => 0 as const)) },
    ];
    const report = build('matrix', { ...data, houses: bare });
    for (const id of [1, 2, 3]) {
      expect(blocksOf(report, `matrix-${id}`).some((block) => block.type === 'note')).toBe(true);
    }
  });

  it.each(locales)('finds all its words in %s', (locale) => {
    for (const kind of reportKinds) {
      for (const data of [exampleReportData(), emptyReportData()]) {
        const spoken = JSON.stringify(build(kind, data, locale));
        expect(spoken.match(/(report|csi):[a-zA-Z.]+/g) ?? []).toEqual([]);
        expect(spoken).not.toContain('{{');
      }
    }
  });

  it('has the same words in Korean and English', () => {
    const keysOf = (tree: MessageTree, path = ''): string[] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
      );
    expect(keysOf(treeOf('en', 'report')).toSorted()).toEqual(
      keysOf(treeOf('ko', 'report')).toSorted(),
    );
  });

  it('gives every row as many cells as the table has columns', () => {
    for (const kind of reportKinds) {
      for (const section of build(kind, exampleReportData()).sections) {
        for (const block of section.blocks) {
          if (block.type !== 'table') continue;
          for (const row of block.rows) expect(row.cells).toHaveLength(block.columns.length);
        }
      }
    }
  });
});

describe('report file name', () => {
  it('names report, workspace and day, and is safe on every file system', () => {
    const name = reportFileName(
      'full',
      'pdf',
      '한빛/서비스: 2026',
      '2026-11-21',
      translatorFor('ko'),
    );
    expect(name).toBe('고객만족경영 보고서_한빛 서비스 2026_20261121.pdf');
  });
});
