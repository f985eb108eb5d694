/** Why a row was not taken. The names are locale keys below `import:reasons`. */
export interface Rejection {
  reason: RejectReason;
  params: Record<string, string | number>;
}

export const rejectReasons = [
  'textEmpty',
  'textTooLong',
  'dateUnreadable',
  'valueTooLong',
  'respondentIdEmpty',
  'rowEmpty',
  'answerNotNumber',
  'answerOffScale',
  'weightInvalid',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export function isRejection(value: object): value is Rejection {
  return 'reason' in value;
}

/** Enough of a cell to recognise it in a message. */
export function shortened(cell: string): string {
  const characters = Array.from(cell.trim());
  return characters.length <= 40 ? characters.join('') : `${characters.slice(0, 40).join('')}…`;
}
