import { readFileSync, writeFileSync } from 'node:fs';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState {
  bounds: Bounds;
  maximized: boolean;
}

const smallest = { width: 1024, height: 680 };
const preferred = { width: 1440, height: 900 };

/**
 * Where the window was, if a good part of it would still be seen on one of the displays; else a
 * window of the preferred size in the middle of the first. Displays are unplugged, resolutions change.
 */
export function restoredState(
  saved: WindowState | null,
  workAreas: readonly Bounds[],
): WindowState {
  const [first = { x: 0, y: 0, ...preferred }] = workAreas;
  if (saved !== null && workAreas.some((area) => showsEnough(saved.bounds, area))) {
    const { x, y, width, height } = saved.bounds;
    return {
      bounds: {
        x,
        y,
        width: Math.max(width, smallest.width),
        height: Math.max(height, smallest.height),
      },
      maximized: saved.maximized,
    };
  }
  const width = Math.min(preferred.width, first.width);
  const height = Math.min(preferred.height, first.height);
  return {
    bounds: {
      x: Math.round(first.x + (first.width - width) / 2),
      y: Math.round(first.y + (first.height - height) / 2),
      width,
      height,
    },
    maximized: false,
  };
}

function showsEnough(bounds: Bounds, area: Bounds): boolean {
  const across =
    Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const down =
    Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
  return across >= 200 && down >= 100;
}

export function readWindowState(file: string): WindowState | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowState(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // A window that opens in the middle next time is no reason to stop anybody from closing it now.
  }
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  if (!('bounds' in value) || !('maximized' in value)) return false;
  const { bounds, maximized } = value;
  return (
    typeof maximized === 'boolean' &&
    typeof bounds === 'object' &&
    bounds !== null &&
    ['x', 'y', 'width', 'height'].every((side) =>
      Number.isFinite((bounds as Record<string, unknown>)[side]),
    )
  );
}
