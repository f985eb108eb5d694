/** Sizes of the matrix in px. `HouseMatrix` hands them to its stylesheet as variables. */
export const matrixSizes = {
  rowHeight: 30,
  columnWidth: 40,
  nameWidth: 272,
  importanceWidth: 52,
  /** Name and importance, which stay in view. */
  leftWidth: 324,
  headHeight: 216,
  footHeight: 81,
} as const;
