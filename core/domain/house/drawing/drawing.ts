/** Colours by what they are for; a theme tells what they look like. */
export type Tone =
  | 'surface'
  | 'text'
  | 'muted'
  | 'line'
  | 'strongLine'
  | 'head'
  | 'group'
  | 'strongest'
  | 'bar'
  | 'positive'
  | 'negative'
  | SeriesTone;

/** Ourselves first, then the competitors. */
export type SeriesTone = 'own' | 'rival0' | 'rival1' | 'rival2' | 'rival3';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Pen {
  readonly stroke: Tone | null;
  readonly strokeWidth: number;
}

export interface DrawnRect extends Pen {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Tone | null;
}

/** A line through all of its points. */
export interface DrawnLine {
  readonly kind: 'line';
  readonly points: readonly Point[];
  readonly stroke: Tone;
  readonly strokeWidth: number;
  /** Lengths of strokes and gaps; null for an unbroken line. */
  readonly dash: readonly number[] | null;
}

export interface DrawnPolygon extends Pen {
  readonly kind: 'polygon';
  readonly points: readonly Point[];
  readonly fill: Tone | null;
}

export interface DrawnCircle extends Pen {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: Tone | null;
}

/** One line of text on its baseline at (x, y). */
export interface DrawnText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly isBold: boolean;
  readonly tone: Tone;
  /** Reads from below upwards, turned about (x, y). */
  readonly isRotated: boolean;
}

export type Shape = DrawnRect | DrawnLine | DrawnPolygon | DrawnCircle | DrawnText;

/** Shapes from (0, 0) to (width, height), in mm; later ones lie over earlier ones. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** A drawing somewhere on a sheet, made larger or smaller. */
export interface PlacedDrawing {
  readonly drawing: Drawing;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What comes to lie on one page, or on one picture, in mm. */
export interface DrawnSheet {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly PlacedDrawing[];
}
