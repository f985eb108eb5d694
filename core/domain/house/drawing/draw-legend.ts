import { drawDirection, drawRoofSign } from './draw-heads.ts';
import { drawSeries, seriesOf } from './draw-ratings.ts';
import { drawSymbol } from './draw-symbol.ts';
import type { Drawing, Point } from './drawing.ts';
import { figureText } from './format-figure.ts';
import { type HousePlan, letters } from './house-plan.ts';
import { Sketch } from './sketch.ts';
import { textWidth, wrapText } from './text-width.ts';

interface LegendItem {
  readonly text: string;
  /** Room for its sign, in mm; 0 for words alone. */
  readonly signWidth: number;
  draw(sketch: Sketch, middle: Point): void;
}

const lineHeight = 5;
const gap = 5;

/** What every sign of this house means, in lines no wider than `width`. */
export function drawLegend(plan: HousePlan, width: number): Drawing {
  const sketch = new Sketch();
  if (plan.options.hidden.includes('legend')) return { width, height: 0, shapes: [] };
  let x = 0;
  let y = 0;
  for (const item of legendItems(plan)) {
    const signRoom = item.signWidth === 0 ? 0 : item.signWidth + 1.2;
    const [text = ''] = wrapText(item.text, width - signRoom, letters.label, 1);
    const needed = signRoom + textWidth(text, letters.label);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += lineHeight;
    }
    const middle = y + lineHeight / 2;
    item.draw(sketch, { x: x + item.signWidth / 2, y: middle });
    const at = { x: x + signRoom, y: middle + letters.label * 0.36 };
    sketch.text(text, at, { size: letters.label, tone: 'muted' });
    x += needed + gap;
  }
  return { width, height: y + lineHeight, shapes: sketch.shapes };
}

function legendItems(plan: HousePlan): LegendItem[] {
  return [
    ...shownCounts(plan),
    ...scaleItems(plan),
    ...directionItems(plan),
    ...roofItems(plan),
    ...seriesItems(plan),
  ];
}

function wordsOnly(text: string): LegendItem {
  return { text, signWidth: 0, draw: () => {} };
}

/** Who sees only a part of a house must be told so. */
function shownCounts({ input, whats, hows, counts }: HousePlan): LegendItem[] {
  const tell = (words: string, shown: number, all: number) =>
    shown < all
      ? [wordsOnly(words.replace('{shown}', String(shown)).replace('{all}', String(all)))]
      : [];
  return [
    ...tell(input.words.whatsShown, whats.length, counts.whats),
    ...tell(input.words.howsShown, hows.length, counts.hows),
  ];
}

function scaleItems({ input, options }: HousePlan): LegendItem[] {
  if (options.cells === 'numbers') return [];
  return input.model.scale.levels.map(({ value, symbol }) => ({
    text: figureText(value),
    signWidth: 3.3,
    draw: (sketch, middle) => drawSymbol(sketch, symbol, middle, 3),
  }));
}

function directionItems({ input: { words }, directionHeight, hows }: HousePlan): LegendItem[] {
  if (directionHeight === 0) return [];
  const used = new Set(hows.map(({ node }) => node.direction));
  const texts = {
    up: words.directionUp,
    down: words.directionDown,
    target: words.directionTarget,
  } as const;
  return (['up', 'down', 'target'] as const).flatMap((direction) =>
    used.has(direction)
      ? [
          {
            text: texts[direction],
            signWidth: 3,
            draw: (sketch: Sketch, middle: Point) => drawDirection(sketch, direction, middle, 2.8),
          },
        ]
      : [],
  );
}

function roofItems({ input: { words }, roof }: HousePlan): LegendItem[] {
  if (roof.size === 0) return [];
  const texts = [
    [2, words.strongPositive],
    [1, words.positive],
    [-1, words.negative],
    [-2, words.strongNegative],
  ] as const;
  return texts.map(([strength, text]) => ({
    text,
    signWidth: 3.4,
    draw: (sketch, middle) => drawRoofSign(sketch, strength, middle, 3),
  }));
}

function seriesItems({ input: { model, words }, right, foot }: HousePlan): LegendItem[] {
  const isRated =
    right.some(({ key }) => key === 'customerRatings') ||
    foot.some(({ key }) => key === 'technicalRatings');
  if (!isRated) return [];
  return [words.ourselves, ...model.competitors].map((text, index) => ({
    text,
    signWidth: 9,
    draw: (sketch, { x, y }) =>
      drawSeries(sketch, seriesOf(index - 1), [
        { x: x - 4, y },
        { x: x + 4, y },
      ]),
  }));
}
