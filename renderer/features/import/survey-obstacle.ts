import type { ImportSession } from './import-session.ts';

/** What still keeps a survey from being imported; a locale key below `import:obstacles`. */
export interface SurveyObstacle {
  kind: 'noItems' | 'scale' | 'noWaveName' | 'noDate';
  params: Record<string, string>;
}

export function surveyObstacle(session: ImportSession): SurveyObstacle | null {
  const items = session.surveyColumns.filter(({ role }) => role === 'item');
  if (items.length === 0) return { kind: 'noItems', params: {} };
  const wrong = items.find(({ scaleMin, scaleMax }) => !(scaleMax > scaleMin));
  if (wrong !== undefined) return { kind: 'scale', params: { header: wrong.header } };
  if (session.waveName.trim() === '') return { kind: 'noWaveName', params: {} };
  return session.surveyedOn === '' ? { kind: 'noDate', params: {} } : null;
}
