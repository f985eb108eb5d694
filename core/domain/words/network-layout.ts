export interface NetworkEdge {
  /** Places of its two nodes. */
  first: number;
  second: number;
  /** 0 to 1: how strongly it pulls them together. */
  strength: number;
}

/** In a square from 0 to 1, y downwards. */
export interface NetworkPoint {
  x: number;
  y: number;
}

const rounds = 400;
/** Pull to the middle, so that parts without a bond stay in sight … */
const gravity = 0.08;
/** … and push each other no further than so many ideal distances. */
const reachOfPush = 2.2;
/** Nodes closer than this, in the square, hide each other's names. */
const leastDistance = 0.075;
const partings = 60;

/**
 * Where the nodes of a network are drawn: the springs of Fruchterman and Reingold ("Graph Drawing by
 * Force-directed Placement", Software – Practice and Experience 21, 1991, 1129–1164), begun on a circle
 * in the order of the nodes and cooled in a fixed number of rounds, then spread until names have room.
 * Nothing is drawn by lot: the same network always looks the same. No node: no point.
 */
export function networkLayout(nodes: number, edges: readonly NetworkEdge[]): NetworkPoint[] {
  if (nodes <= 1) return Array.from({ length: nodes }, () => ({ x: 0.5, y: 0.5 }));
  const points = Array.from({ length: nodes }, (_, i) => ({
    x: 0.5 + 0.4 * Math.cos((2 * Math.PI * i) / nodes),
    y: 0.5 + 0.4 * Math.sin((2 * Math.PI * i) / nodes),
  }));
  const ideal = 0.9 / Math.sqrt(nodes);
  for (let round = 0; round < rounds; round++) {
    const heat = 0.1 * (1 - round / rounds);
    step(points, edges, { ideal, heat });
  }
  fillSquare(points);
  for (let parting = 0; parting < partings; parting++) partNear(points);
  fillSquare(points);
  return points;
}

function step(
  points: NetworkPoint[],
  edges: readonly NetworkEdge[],
  { ideal, heat }: { ideal: number; heat: number },
): void {
  const moves = points.map(({ x, y }) => ({ x: (0.5 - x) * gravity, y: (0.5 - y) * gravity }));
  const push = (at: number, other: number, force: number) => {
    const [a, b, move] = [points[at], points[other], moves[at]];
    if (a === undefined || b === undefined || move === undefined) return;
    const { dx, dy, distance } = between(a, b);
    move.x += (dx / distance) * force;
    move.y += (dy / distance) * force;
  };
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < points.length; j++) {
      const [a, b] = [points[i], points[j]];
      if (i === j || a === undefined || b === undefined) continue;
      const { distance } = between(a, b);
      if (distance < ideal * reachOfPush) push(i, j, ideal ** 2 / distance);
    }
  }
  for (const { first, second, strength } of edges) {
    const [a, b] = [points[first], points[second]];
    if (a === undefined || b === undefined) continue;
    const pull = (between(a, b).distance ** 2 / ideal) * (0.3 + 0.7 * strength);
    push(first, second, -pull);
    push(second, first, -pull);
  }
  for (const [i, point] of points.entries()) {
    const move = moves[i] ?? { x: 0, y: 0 };
    const length = Math.max(1e-9, Math.hypot(move.x, move.y));
    const reach = Math.min(length, heat);
    point.x += (move.x / length) * reach;
    point.y += (move.y / length) * reach;
  }
}

/** From `b` to `a`; never 0, so that nodes in one place part. */
function between(a: NetworkPoint, b: NetworkPoint) {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return { dx, dy, distance: Math.max(1e-3, Math.hypot(dx, dy)) };
}

function partNear(points: readonly NetworkPoint[]): void {
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      const { dx, dy, distance } = between(a, b);
      if (distance >= leastDistance) continue;
      const by = (leastDistance - distance) / 2;
      a.x += (dx / distance) * by;
      a.y += (dy / distance) * by;
      b.x -= (dx / distance) * by;
      b.y -= (dy / distance) * by;
    }
  }
}

/** Fills the square in both directions; what has no extent stays in the middle. */
function fillSquare(points: readonly NetworkPoint[]): void {
  for (const axis of ['x', 'y'] as const) {
    const low = Math.min(...points.map((point) => point[axis]));
    const span = Math.max(...points.map((point) => point[axis])) - low;
    for (const point of points) point[axis] = span < 1e-9 ? 0.5 : (point[axis] - low) / span;
  }
}
