import type { SurveyMapping } from '../../../core/contract/import.contract.ts';

/** What a column of a survey file is for. A column kept as `extra` stays with the respondent. */
export const surveyRoles = [
  'item',
  'segment',
  'branch',
  'respondentId',
  'weight',
  'openQuestion',
  'extra',
] as const;
export type SurveyRole = (typeof surveyRoles)[number];

/** Of these a survey has one column at most. */
const singleRoles: readonly SurveyRole[] = ['respondentId', 'branch', 'weight'];

export interface SurveyColumn {
  header: string;
  role: SurveyRole;
  label: string;
  scaleMin: number;
  scaleMax: number;
  reversed: boolean;
}

export type ColumnChange = Partial<Omit<SurveyColumn, 'header'>>;

const usualScale = { scaleMin: 1, scaleMax: 7 };

/** One entry for each column of the file, in the file's order. */
export function surveyColumnsOf(
  headers: readonly string[],
  mapping: SurveyMapping,
): SurveyColumn[] {
  return headers.map((header) => {
    const item = Object.hasOwn(mapping.items, header) ? mapping.items[header] : undefined;
    return {
      header,
      role: roleOf(header, mapping),
      label: item?.label ?? header,
      scaleMin: item?.scaleMin ?? usualScale.scaleMin,
      scaleMax: item?.scaleMax ?? usualScale.scaleMax,
      reversed: item?.reversed ?? false,
    };
  });
}

function roleOf(header: string, mapping: SurveyMapping): SurveyRole {
  if (Object.hasOwn(mapping.items, header)) return 'item';
  if (mapping.respondentId === header) return 'respondentId';
  if (mapping.branch === header) return 'branch';
  if (mapping.weight === header) return 'weight';
  if (mapping.segments.includes(header)) return 'segment';
  return mapping.openQuestions.includes(header) ? 'openQuestion' : 'extra';
}

export function surveyMappingFrom(columns: readonly SurveyColumn[]): SurveyMapping {
  const withRole = (role: SurveyRole) => columns.filter((column) => column.role === role);
  const respondentId = withRole('respondentId')[0]?.header;
  const branch = withRole('branch')[0]?.header;
  const weight = withRole('weight')[0]?.header;
  return {
    ...(respondentId !== undefined && { respondentId }),
    ...(branch !== undefined && { branch }),
    ...(weight !== undefined && { weight }),
    items: Object.fromEntries(
      withRole('item').map(({ header, label, scaleMin, scaleMax, reversed }) => [
        header,
        { label: label.trim() === '' ? header : label.trim(), scaleMin, scaleMax, reversed },
      ]),
    ),
    segments: withRole('segment').map(({ header }) => header),
    openQuestions: withRole('openQuestion').map(({ header }) => header),
  };
}

/**
 * Changes some columns. A role that only one column can have passes to the first of them, and the
 * column that had it is kept as extra.
 */
export function changeColumns(
  columns: readonly SurveyColumn[],
  headers: ReadonlySet<string>,
  change: ColumnChange,
): SurveyColumn[] {
  const { role } = change;
  if (role === undefined || !singleRoles.includes(role)) {
    return columns.map((column) =>
      headers.has(column.header) ? { ...column, ...change } : column,
    );
  }
  const chosen = columns.find((column) => headers.has(column.header));
  return columns.map((column) => {
    if (column === chosen) return { ...column, ...change };
    return column.role === role ? { ...column, role: 'extra' } : column;
  });
}

export function countsByRole(columns: readonly SurveyColumn[]): Record<SurveyRole, number> {
  const counts = Object.fromEntries(surveyRoles.map((role) => [role, 0])) as Record<
    SurveyRole,
    number
  >;
  for (const { role } of columns) counts[role] += 1;
  return counts;
}
