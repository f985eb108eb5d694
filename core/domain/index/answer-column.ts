/**
 * How a survey wave lies in memory: **a struct of columns**. One typed array per item, one entry per
 * respondent, the same respondent at the same place in every column; beside them one Float64Array of
 * respondent weights. There is no object per respondent or answer.
 *
 * An item has one of two forms:
 *
 * - `codes`, a Uint8Array of **answer codes** for scales of whole steps: 0 is no answer, code c is the
 *   c-th box from below, the answer scaleMin + c − 1. One byte per answer. What an answer is worth is
 *   looked up in a table of 256 points made once per item, so that the loop over a million respondents
 *   neither divides nor asks whether there is an answer.
 * - `values`, a Float64Array in the item's own units for any other scale: NaN is no answer. Eight bytes
 *   per answer.
 *
 * A million respondents × 20 items are 20 MB in codes and 160 MB in values. Columns may be mixed
 * freely; figures are the same to the last bit in both forms.
 */
export type AnswerColumn =
  | { values: Float64Array; codes?: undefined }
  | { codes: Uint8Array; values?: undefined };

/** The ends of an item's scale, in its own units. */
export interface ScaleEnds {
  scaleMin: number;
  scaleMax: number;
}

/** The code of an answer that is not there. */
export const noAnswerCode = 0;

const mostBoxes = 255;

/** Whether the boxes of a scale can be told apart by codes: whole ends, at most 255 boxes. */
function hasAnswerCodes({ scaleMin, scaleMax }: ScaleEnds): boolean {
  return (
    Number.isSafeInteger(scaleMin) &&
    Number.isSafeInteger(scaleMax) &&
    scaleMax >= scaleMin &&
    scaleMax - scaleMin < mostBoxes
  );
}

/**
 * A column of answers (NaN is none) in its smallest form: codes when the scale has them and every
 * answer is one of its boxes, otherwise the values as they are.
 */
export function columnOfAnswers(values: Float64Array, scale: ScaleEnds): AnswerColumn {
  if (!hasAnswerCodes(scale)) return { values };
  const { scaleMin, scaleMax } = scale;
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    if (!(Number.isInteger(value) && value >= scaleMin && value <= scaleMax)) return { values };
    codes[row] = value - scaleMin + 1;
  }
  return { codes };
}

/** How many respondents the column has room for. */
export function rowsOf(column: AnswerColumn): number {
  return (column.codes ?? column.values).length;
}

/** The answers in the item's own units, NaN where there is none; a copy only for codes. */
export function answersOf(column: AnswerColumn & ScaleEnds): Float64Array {
  const { codes, values, scaleMin } = column;
  if (codes === undefined) return values;
  return Float64Array.from(codes, (code) =>
    code === noAnswerCode ? Number.NaN : scaleMin + code - 1,
  );
}
