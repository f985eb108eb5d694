import type { CalcExamples } from '../calc-example.ts';
import { serviceSurvey } from '../service-survey.ts';

export const pathModelsExamples: CalcExamples = {
  pls: {
    ...serviceSurvey,
    rows: [...serviceSurvey.rows, [8, null, 7, 7, 8, 8, 9]],
    modes: { Quality: 'B' },
    missing: 'complete-cases',
    bootstrap: { draws: 40, seed: 20260307 },
  },
};
