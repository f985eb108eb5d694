import { drawPaths, type PlsDrawData } from '../../domain/pls/pls-bootstrap.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { plsDrawsOf } from '../pls/pls-case.ts';
import { explainPls } from '../pls/pls-explanation.ts';
import { plsInputSchema } from '../pls/pls-input.schema.ts';
import { plsResultOf } from '../pls/pls-result.ts';

export const plsCalc = defineCalcMethod({
  name: 'pls',
  description:
    'PLS path model (ECSI, ACSI): paths, total effects, loadings, reliability and index, with bootstrap.',
  handling: { missing: 'completeCasesOnRequest', weights: 'none' },
  input: plsInputSchema,
  draws: {
    taskOf: plsDrawsOf,
    draw: (data: PlsDrawData, share) => drawPaths(data, share),
  },
  run: plsResultOf,
  explain: explainPls,
});
