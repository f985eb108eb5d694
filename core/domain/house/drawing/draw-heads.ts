import type { HowDirection } from '../../../contract/house.contract.ts';
import { groupSpans } from '../house-leaves.ts';
import type { ModelHow, RoofStrength } from '../house-model.ts';
import type { Point } from './drawing.ts';
import { type Frame, placesIn, shownPart } from './frame.ts';
import { codedName, codeRoom, leftWidth, letters, roofKey, sum } from './house-plan.ts';
import { type Box, type Sketch, strong, thin } from './sketch.ts';

/** Names of the HOWs with their groups above them, and the direction of each below. */
export function drawHowHeads(sketch: Sketch, frame: Frame): void {
  const { plan, window, headsTop } = frame;
  const levelTop = (level: number) => headsTop + sum(plan.howLevelHeights.slice(0, level));
  const namesEnd = frame.matrix.y - plan.directionHeight;
  for (const { node, level, first, last } of groupSpans(plan.hows)) {
    const shown = shownPart(window.columns, first, last);
    if (shown === null) continue;
    const x = frame.columnX(shown.from);
    const width = (shown.to - shown.from) * plan.howWidth;
    const box = { x, y: levelTop(level), width, height: plan.howLevelHeights[level] ?? 0 };
    sketch.frame(box, 'line', thin, level === 0 ? 'group' : 'head');
    sketch.cellText(box, codedName(node), { size: letters.head, isBold: true, align: 'center' });
  }
  for (const place of placesIn(window.columns)) {
    const how = plan.hows[place];
    if (how === undefined) continue;
    const y = levelTop(how.groups.length);
    const box = { x: frame.columnX(place), y, width: plan.howWidth, height: namesEnd - y };
    sketch.frame(box, 'line', thin, 'head');
    const look = { size: letters.head };
    if (plan.options.heads === 'stacked') drawStackedName(sketch, box, how.node);
    else sketch.rotatedText(box, codedName(how.node), look);
    if (plan.directionHeight > 0) drawDirectionCell(sketch, frame, box.x, how.node.direction);
  }
}

/** The code lies above the name: a number whose digits are torn apart is none. */
function drawStackedName(sketch: Sketch, box: Box, { code, name }: ModelHow): void {
  const codeHeight = code === '' ? 0 : codeRoom;
  const codeBox = { ...box, height: codeHeight };
  if (code !== '') sketch.figure(codeBox, code, { size: letters.label, tone: 'muted' });
  const rest = { ...box, y: box.y + codeHeight, height: box.height - codeHeight };
  sketch.stackedText(rest, name, { size: letters.head });
}

/** What stands in the corner over the names of the WHATs. */
export function drawCorner(sketch: Sketch, frame: Frame): void {
  const { plan, headsTop, matrix } = frame;
  const namesWidth = plan.whatLevels * plan.groupWidth + plan.nameWidth;
  const headEnd = matrix.y - plan.directionHeight;
  const corner = { x: 0, y: headsTop, width: namesWidth, height: headEnd - headsTop };
  sketch.frame(corner, 'line', thin, 'head');
  sketch.line({ x: 0, y: headsTop }, { x: namesWidth, y: headEnd }, 'line', thin);
  const { whats, hows, direction } = plan.input.words;
  const look = { size: letters.name, isBold: true };
  sketch.text(hows, { x: namesWidth - 3, y: headsTop + 5.5 }, { ...look, align: 'right' });
  sketch.text(whats, { x: 3, y: headEnd - 3.5 }, look);
  drawLeftColumnHeads(sketch, frame);
  if (plan.directionHeight === 0) return;
  const row = { x: 0, y: headEnd, width: leftWidth(plan), height: plan.directionHeight };
  sketch.frame(row, 'line', thin, 'head');
  sketch.cellText(row, direction, { size: letters.label, tone: 'muted', align: 'right' });
}

function drawLeftColumnHeads(sketch: Sketch, { plan, headsTop, matrix }: Frame): void {
  let x = plan.whatLevels * plan.groupWidth + plan.nameWidth;
  const height = matrix.y - plan.directionHeight - headsTop;
  for (const { key, size } of plan.left) {
    const box = { x, y: headsTop, width: size, height };
    sketch.frame(box, 'line', thin, 'head');
    sketch.rotatedText(box, plan.input.words[key], { size: letters.head, isBold: true });
    x += size;
  }
}

function drawDirectionCell(sketch: Sketch, frame: Frame, x: number, direction: HowDirection): void {
  const { directionHeight: height, howWidth } = frame.plan;
  const box = { x, y: frame.matrix.y - height, width: howWidth, height };
  sketch.frame(box, 'line', thin, 'head');
  drawDirection(sketch, direction, { x: x + howWidth / 2, y: box.y + height / 2 }, 3);
}

/** ↑ ↓ or a target, `size` high. */
export function drawDirection(
  sketch: Sketch,
  direction: HowDirection,
  { x, y }: Point,
  size: number,
): void {
  const half = size / 2;
  if (direction === 'target') {
    sketch.circle({ x, y }, half * 0.9, null, 'text', size * 0.08);
    sketch.circle({ x, y }, half * 0.35, 'text', null);
    return;
  }
  const tip = direction === 'up' ? y - half : y + half;
  const neck = direction === 'up' ? y - half * 0.1 : y + half * 0.1;
  const end = direction === 'up' ? y + half : y - half;
  sketch.line({ x, y: neck }, { x, y: end }, 'text', size * 0.12);
  const wings = [
    { x, y: tip },
    { x: x + half * 0.62, y: neck },
    { x: x - half * 0.62, y: neck },
  ];
  sketch.polygon(wings, 'text', null, 0);
}

/** A diamond for every pair of the window's columns. */
export function drawRoof(sketch: Sketch, frame: Frame): void {
  const { plan, window, headsTop } = frame;
  const places = placesIn(window.columns);
  const half = plan.howWidth / 2;
  for (const i of places) {
    for (const j of places) {
      if (j <= i) continue;
      const centre = {
        x: (frame.columnX(i) + frame.columnX(j)) / 2 + half,
        y: headsTop - (j - i) * half,
      };
      const strength = plan.roof.get(
        roofKey(plan.hows[i]?.node.id ?? 0, plan.hows[j]?.node.id ?? 0),
      );
      if (strength === undefined) continue;
      sketch.polygon(diamondAround(centre, half), strength > 0 ? 'strongest' : 'head', null, 0);
      drawRoofSign(sketch, strength, centre, 2.6);
    }
  }
  drawRoofLines(sketch, frame, places);
}

/** Long slanting lines rather than diamonds: a fraction of the shapes, and crisp where they meet. */
function drawRoofLines(sketch: Sketch, frame: Frame, places: readonly number[]): void {
  const { howWidth } = frame.plan;
  const half = howWidth / 2;
  const base = frame.headsTop;
  const left = frame.matrix.x;
  const count = places.length;
  for (let k = 0; k <= count; k++) {
    const x = left + k * howWidth;
    const isEdge = k === 0 || k === count;
    const tone = isEdge ? 'strongLine' : 'line';
    const width = isEdge ? strong : thin;
    if (k < count) {
      const rise = (count - k) * half;
      sketch.line({ x, y: base }, { x: x + rise, y: base - rise }, tone, width);
    }
    if (k > 0) {
      const rise = k * half;
      sketch.line({ x, y: base }, { x: x - rise, y: base - rise }, tone, width);
    }
  }
}

function diamondAround({ x, y }: Point, half: number): Point[] {
  return [
    { x, y: y - half },
    { x: x + half, y },
    { x, y: y + half },
    { x: x - half, y },
  ];
}

/** + or −, once or twice side by side, at most `size` wide. */
export function drawRoofSign(
  sketch: Sketch,
  strength: RoofStrength,
  at: Point,
  size: number,
): void {
  const isDouble = Math.abs(strength) === 2;
  const arm = isDouble ? size * 0.22 : size * 0.32;
  const tone = strength > 0 ? 'positive' : 'negative';
  const pen = size * 0.11;
  for (const shift of isDouble ? [-size * 0.29, size * 0.29] : [0]) {
    const x = at.x + shift;
    sketch.line({ x: x - arm, y: at.y }, { x: x + arm, y: at.y }, tone, pen);
    if (strength > 0) sketch.line({ x, y: at.y - arm }, { x, y: at.y + arm }, tone, pen);
  }
}
