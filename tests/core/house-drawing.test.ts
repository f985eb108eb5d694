/// <reference path="../../electron/host/imports/saxen.d.ts" />
import fc from 'fast-check';
import { Parser } from 'saxen';
import { describe, expect, it } from 'vitest';
import { drawHouse } from '../../core/domain/house/drawing/draw-house.ts';
import type { Drawing, DrawnSheet, Shape } from '../../core/domain/house/drawing/drawing.ts';
import {
  darkDrawing,
  lightDrawing,
  printDrawing,
  sheetSvg,
} from '../../core/domain/house/drawing/drawing-svg.ts';
import {
  type HouseDrawingOptions,
  usualDrawing,
} from '../../core/domain/house/drawing/house-drawing-input.ts';
import {
  a3Landscape,
  a4Landscape,
  housePages,
} from '../../core/domain/house/drawing/house-pages.ts';
import { fewestParts, splitSizes } from '../../core/domain/house/drawing/split-sizes.ts';
import { textWidth, wrapText } from '../../core/domain/house/drawing/text-width.ts';
import { drawingInput, sampleHouse } from '../support/sample-house.ts';

function textsOf(drawings: readonly Drawing[]): string[] {
  return drawings.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])),
  );
}

/** The letters of a drawing without blanks, for names are wrapped wherever they must be. */
function lettersOf(drawings: readonly Drawing[]): string {
  return textsOf(drawings).join('').replaceAll(/\s/g, '');
}

function drawn(options: Partial<HouseDrawingOptions> = {}, whats = 12, hows = 9): Drawing[] {
  const sheet = drawHouse(drawingInput(sampleHouse(whats, hows)), { ...usualDrawing, ...options });
  return sheet.layers.map(({ drawing }) => drawing);
}

function reach(shape: Shape): { x: number; y: number }[] {
  if (shape.kind === 'line' || shape.kind === 'polygon') return [...shape.points];
  if (shape.kind === 'rect') {
    const { x, y, width, height } = shape;
    return [
      { x, y },
      { x: x + width, y: y + height },
    ];
  }
  if (shape.kind === 'circle') {
    const { x, y, radius } = shape;
    return [
      { x: x - radius, y: y - radius },
      { x: x + radius, y: y + radius },
    ];
  }
  const { x, y, anchor, isRotated } = shape;
  const length = textWidth(shape.text, shape.size);
  const from = anchor === 'start' ? 0 : anchor === 'middle' ? -length / 2 : -length;
  return isRotated
    ? [
        { x, y: y - from },
        { x, y: y - from - length },
      ]
    : [
        { x: x + from, y },
        { x: x + from + length, y },
      ];
}

describe('a house as a picture', () => {
  it('shows every name, unit and target of both trees', () => {
    const model = sampleHouse(12, 9);
    const letters = lettersOf(drawn());
    for (const { name } of [...model.whats, ...model.hows]) {
      expect(letters).toContain(name.replaceAll(/\s/g, ''));
    }
    for (const { unit, targetValue } of model.hows) {
      expect(letters).toContain(unit);
      expect(letters).toContain(targetValue.replaceAll(/\s/g, ''));
    }
  });

  it('keeps everything within its borders, however it is drawn', () => {
    const options = fc.record({
      cells: fc.constantFrom('symbols' as const, 'numbers' as const),
      heads: fc.constantFrom('rotated' as const, 'stacked' as const),
      topWhats: fc.option(fc.integer({ min: 0, max: 20 })),
      topHows: fc.option(fc.integer({ min: 0, max: 20 })),
      hidden: fc.subarray([
        'roof',
        'kano',
        'plan',
        'customerRatings',
        'direction',
        'weights',
        'legend',
      ] as const),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        options,
        (m, n, chosen) => {
          const sheet = drawHouse(drawingInput(sampleHouse(m, n)), { ...usualDrawing, ...chosen });
          for (const { drawing, x, y } of sheet.layers) {
            for (const point of drawing.shapes.flatMap(reach)) {
              expect(x + point.x).toBeGreaterThanOrEqual(-0.01);
              expect(y + point.y).toBeGreaterThanOrEqual(-0.01);
              expect(x + point.x).toBeLessThanOrEqual(sheet.width + 0.01);
              expect(y + point.y).toBeLessThanOrEqual(sheet.height + 0.01);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps its lines of ratings apart and its marks within them on any scale of levels', () => {
    const model = sampleHouse(5, 4);
    const levels = { ...model, whats: model.whats.map((what) => ({ ...what, current: 85.5 })) };
    const sheet = drawHouse(drawingInput(levels), usualDrawing);
    const numbers = textsOf([sheet.layers[1]?.drawing ?? { width: 0, height: 0, shapes: [] }]);
    expect(numbers.filter((text) => text === '100')).toHaveLength(2 + 1);
    expect(numbers).not.toContain('84');
    const low = { ...model, whats: model.whats.map((what) => ({ ...what, current: 0.2 })) };
    const drawing = drawHouse(drawingInput(low), usualDrawing).layers[1]?.drawing;
    const marks = (drawing?.shapes ?? []).flatMap((shape) =>
      shape.kind === 'circle' && shape.fill === 'own' ? [shape.x] : [],
    );
    const ratings = (drawing?.shapes ?? []).flatMap((shape) =>
      shape.kind === 'rect' && shape.width === 44 ? [shape.x] : [],
    );
    expect(Math.max(...marks)).toBeGreaterThan(Math.max(...ratings));
  });

  it('cuts a name that is longer than the line of its legend', () => {
    const model = { ...sampleHouse(5, 4), competitors: ['가나서비스', '다라'.repeat(90), '바'] };
    const sheet = drawHouse(drawingInput(model), usualDrawing);
    for (const { drawing, x } of sheet.layers) {
      for (const point of drawing.shapes.flatMap(reach)) {
        expect(x + point.x).toBeLessThanOrEqual(sheet.width + 0.01);
      }
    }
  });

  it('draws the symbols of the scale as shapes, and writes numbers when asked to', () => {
    const symbols = textsOf(drawn({ hidden: ['legend'] }));
    expect(symbols.filter((text) => '◎○△'.includes(text))).toEqual([]);
    const nines = sampleHouse(12, 9)
      .relations.flat()
      .filter((value) => value === 9).length;
    const count = (options: Partial<HouseDrawingOptions>) =>
      textsOf(drawn({ hidden: ['legend', 'weights', 'plan'], ...options })).filter(
        (text) => text === '9',
      ).length;
    expect(count({ cells: 'numbers' }) - count({ cells: 'symbols' })).toBe(nines);
  });

  it('shows the heaviest in display order, and says that it does not show all', () => {
    const input = drawingInput(sampleHouse(12, 9));
    const heaviest = input.figures.hows.absolute
      .map((absolute, place) => ({ absolute, place }))
      .toSorted((a, b) => b.absolute - a.absolute || a.place - b.place)
      .slice(0, 4)
      .map(({ place }) => place)
      .toSorted((a, b) => a - b);
    const leaves = input.model.hows.filter(({ parentId }) => parentId !== null);
    const letters = lettersOf(drawn({ topHows: 4 }));
    const places = heaviest.map((place) =>
      letters.indexOf(
        (leaves[place]?.code ?? '?') + (leaves[place]?.name ?? '').replaceAll(/\s/g, ''),
      ),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(letters).toContain('품질요소9개중중요도가높은4개');
    expect(lettersOf(drawn())).not.toContain('중요도가높은');
  });

  it('leaves out what nobody filled in', () => {
    const model = sampleHouse(6, 5);
    const bare = {
      ...model,
      roof: [],
      whats: model.whats.map((what) => ({
        ...what,
        kano: null,
        ratings: [null, null, null],
        current: null,
        target: null,
      })),
      hows: model.hows.map((how) => ({
        ...how,
        unit: '',
        difficulty: null,
        ownRating: null,
        ratings: [null, null, null],
      })),
    };
    const sheet = drawHouse(drawingInput(bare), usualDrawing);
    const letters = lettersOf(sheet.layers.map(({ drawing }) => drawing));
    for (const word of [
      'Kano',
      '고객평가',
      '기술수준비교',
      '단위',
      '기술적난이도',
      '현재수준',
      '강한양의상관',
      '가나서비스',
    ]) {
      expect(letters).not.toContain(word);
    }
    expect(letters).toContain('상대가중치');
  });

  it('is well-formed XML in every theme, whatever a person typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(lightDrawing, darkDrawing, printDrawing),
        (name, theme) => {
          const model = sampleHouse(4, 3);
          const hostile = {
            ...model,
            name,
            whats: model.whats.map((what) => ({ ...what, name: `${name}<b a="'">&amp;` })),
          };
          const svg = sheetSvg(drawHouse(drawingInput(hostile), usualDrawing), theme, name);
          const faults: Error[] = [];
          const parser = new Parser().on('error', (error) => faults.push(error));
          parser.write(svg).end();
          expect(faults).toEqual([]);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold.
          expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a house on paper', () => {
  const pagesOf = (whats: number, hows: number, paper = a3Landscape) =>
    housePages(drawingInput(sampleHouse(whats, hows)), usualDrawing, paper);
  const isRoofPage = ({ layers }: DrawnSheet) =>
    textsOf(layers.map(({ drawing }) => drawing)).includes('품질요소 사이의 상관관계');
  /** Of the smallest names on a page, in points. */
  const nameSize = (page: DrawnSheet | undefined) => {
    const { drawing, scale } = page?.layers[1] ?? { drawing: { shapes: [] }, scale: 0 };
    const names = drawing.shapes.flatMap((shape) =>
      shape.kind === 'text' && /^\d+\.\d+ \p{L}/u.test(shape.text) ? [shape.size] : [],
    );
    return (Math.min(...names) * scale * 72) / 25.4;
  };

  it('takes one A3 page with 30 by 14', () => {
    const [page, ...others] = pagesOf(30, 14);
    expect(others).toEqual([]);
    expect(nameSize(page)).toBeGreaterThanOrEqual(6);
  });

  it.each([
    [60, 40, a3Landscape],
    [60, 60, a3Landscape],
    [60, 60, a4Landscape],
    [100, 100, a3Landscape],
    [100, 100, a4Landscape],
  ])('of %i by %i fills its pages, with names of at least 7 pt', (whats, hows, paper) => {
    const pages = pagesOf(whats, hows, paper);
    const parts = pages.filter((page) => !isRoofPage(page)).map((page) => page.layers[1]);
    const widest = Math.max(
      ...parts.map((part) => (part?.drawing.width ?? 0) * (part?.scale ?? 0)),
    );
    const tallest = Math.max(
      ...parts.map((part) => (part?.drawing.height ?? 0) * (part?.scale ?? 0)),
    );
    expect(widest / (paper.width - 2 * paper.margin)).toBeGreaterThan(0.9);
    // A title stands above each page, a legend and its number below.
    expect(tallest / (paper.height - 2 * paper.margin - 25)).toBeGreaterThan(0.9);
    for (const page of pages) expect(nameSize(page)).toBeGreaterThanOrEqual(7);
  });

  it('is made smaller rather than cut where not even one row and its figures fit on a page', () => {
    const deep = sampleHouse(6, 8);
    const tall = {
      ...deep,
      hows: deep.hows.map((how) => ({
        ...how,
        name: '아주 긴 이름의 품질요소'.repeat(9),
        unit: '시간당 건수'.repeat(8),
        targetValue: '전년 대비 개선'.repeat(8),
      })),
    };
    const pages = housePages(drawingInput(tall), usualDrawing, a4Landscape);
    expect(pages.length).toBeLessThan(5);
    for (const page of pages) {
      const body = page.layers[1];
      const bottom = (body?.y ?? 0) + (body?.drawing.height ?? 0) * (body?.scale ?? 0);
      expect(bottom).toBeLessThanOrEqual(page.height - a4Landscape.margin);
    }
  });

  it.each([
    [30, 14, a4Landscape],
    [60, 40, a3Landscape],
    [120, 100, a3Landscape],
    [3, 100, a4Landscape],
    [100, 2, a4Landscape],
    [1, 1, a3Landscape],
    [0, 0, a3Landscape],
    [0, 40, a4Landscape],
    [40, 0, a4Landscape],
  ])('of %i by %i shows each row with each column once, on its page', (whats, hows, paper) => {
    const pages = pagesOf(whats, hows, paper);
    const filled = sampleHouse(whats, hows)
      .relations.flat()
      .filter((value) => value === 9).length;
    let strongest = 0;
    for (const page of pages) {
      const body = page.layers[1];
      expect((body?.x ?? 0) + (body?.drawing.width ?? 0) * (body?.scale ?? 0)).toBeLessThanOrEqual(
        page.width - paper.margin + 0.1,
      );
      expect((body?.y ?? 0) + (body?.drawing.height ?? 0) * (body?.scale ?? 0)).toBeLessThanOrEqual(
        page.height - paper.margin + 0.1,
      );
      if (isRoofPage(page)) continue;
      strongest += (body?.drawing.shapes ?? []).filter(
        (shape) => shape.kind === 'rect' && shape.fill === 'strongest',
      ).length;
    }
    expect(strongest).toBe(filled);
  });

  it('says nothing of HOWs on a page that shows none', () => {
    const bodies = pagesOf(12, 14, { ...a4Landscape, width: 230 })
      .filter((page) => !isRoofPage(page))
      .flatMap(({ layers }) => layers[1]?.drawing ?? []);
    const withoutHows = bodies.filter(
      ({ shapes }) =>
        !shapes.some(
          (shape) => shape.kind === 'text' && shape.isRotated && /^\d+\.\d+ /.test(shape.text),
        ),
    );
    expect(withoutHows.length).toBeGreaterThan(0);
    for (const body of withoutHows) expect(textsOf([body])).not.toContain('순위');
  });

  it('shows names of a roof table in both of their lines', () => {
    const drawings = pagesOf(14, 60)
      .filter(isRoofPage)
      .flatMap(({ layers }) => layers[1]?.drawing ?? []);
    expect(drawings.length).toBeGreaterThan(0);
    expect(textsOf(drawings).filter((text) => text.endsWith('…'))).toEqual([]);
  });

  it('tells on each page which of how many it is', () => {
    const pages = pagesOf(120, 100);
    for (const [index, { layers }] of pages.entries()) {
      expect(textsOf(layers.map(({ drawing }) => drawing))).toContain(
        `${index + 1} / ${pages.length}`,
      );
    }
    expect(lettersOf(pagesOf(10, 8)[0]?.layers.map(({ drawing }) => drawing) ?? [])).not.toContain(
      '1/1',
    );
  });

  it('shows every correlation of a roof that must be cut', () => {
    const model = sampleHouse(20, 100);
    const roofPages = pagesOf(20, 100).filter(isRoofPage);
    const pluses = roofPages
      .flatMap(({ layers }) => layers[1]?.drawing.shapes ?? [])
      .filter((shape) => shape.kind === 'rect' && shape.fill === 'strongest').length;
    expect(pluses).toBe(model.roof.filter(({ strength }) => strength > 0).length);
  });
});

describe('lines shared out over pages', () => {
  it('leave a page each to what stands before and after when nothing fits beside it', () => {
    expect(fewestParts([1], 60, 59.5, 59.5)).toBe(3);
    expect(splitSizes([1], 3, 59.5, 59.5).spans).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 1 },
      { from: 1, to: 1 },
    ]);
  });

  it('are shared out evenly, with what stands after them', () => {
    const ones = (count: number) => new Array<number>(count).fill(1);
    const lengths = splitSizes(ones(10), 4, 0, 0).spans.map(({ from, to }) => to - from);
    expect(lengths).toEqual([3, 2, 3, 2]);
    expect(splitSizes(ones(12), 2, 0, 4).spans[0]).toEqual({ from: 0, to: 8 });
  });

  it('stand once each, in order, in no more room than is told and in as few parts as can be', () => {
    const sizes = fc.array(fc.double({ min: 1, max: 20, noNaN: true }), { maxLength: 80 });
    const extra = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 60, max: 200, noNaN: true }),
        extra,
        extra,
        (lines, room, before, after) => {
          const parts = fewestParts(lines, room, before, after);
          const split = splitSizes(lines, parts, before, after);
          expect(split.spans).toHaveLength(parts);
          expect(split.room).toBeLessThanOrEqual(room + 1e-6);
          expect(split.spans.flatMap(({ from, to }) => lines.slice(from, to))).toEqual(lines);
          for (const [part, { from, to }] of split.spans.entries()) {
            const first = part === 0 ? before : 0;
            const last = part === parts - 1 ? after : 0;
            const used = lines.slice(from, to).reduce((sum, size) => sum + size, 0);
            expect(first + used + last).toBeLessThanOrEqual(split.room + 1e-6);
          }
        },
      ),
    );
  });
});

describe('the width of a text', () => {
  it('breaks Korean between words, and a word only where it is wider than the line', () => {
    expect(wrapText('고객의 소리 회신', 7, 2.5, 9)).toEqual(['고객의', '소리', '회신']);
    expect(wrapText('가나다라마바사', 5, 2, 9)).toEqual(['가나', '다라', '마바', '사']);
    expect(wrapText('고객의 소리 회신', 7, 2.5, 2)).toEqual(['고객의', '소리…']);
  });

  it('never lets a line be wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.double({ min: 4, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 5 }),
        (text, room, most) => {
          const lines = wrapText(text, room, 2.5, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines)
            expect(textWidth(line, 2.5) <= room || [...line].length <= 2).toBe(true);
        },
      ),
    );
  });
});
