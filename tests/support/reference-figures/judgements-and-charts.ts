/**
 * Computed independently of this program from the primary definitions, before it computed them:
 * mpmath 1.3 at 50 digits; d₂ and d₃ by quadrature of the distribution of the range. city200 is coded as in
 * the R package ahpsurvey: −5 says that the left attribute is 5 times as important, 5 that the right one is.
 */
export const cityPriorities = {
  'aij-geometric': {
    weights: [
      0.15515011809072, 0.45290834908375, 0.073499300429536, 0.27758905610443, 0.040853176291561,
    ],
    lambdaMax: 5.2026779146678,
    consistencyIndex: 0.050669478666962,
    consistencyRatio: 0.045240605952645,
  },
  'aip-arithmetic': {
    weights: [
      0.15589774359957, 0.45213251783899, 0.071049916156564, 0.28076550788821, 0.040154314516665,
    ],
  },
  'aip-geometric': {
    weights: [
      0.15464373691964, 0.45424643201558, 0.071464938037153, 0.27946625861894, 0.040178634408684,
    ],
  },
} as const;

export const chartFigures = {
  'viscosity, trial batches': {
    center: 34.088,
    outOfControl: [4],
    runs: [],
    lower: 32.565555428988,
    upper: 35.610444571012,
    range: { center: 0.57263157894737, lower: 0, upper: 1.8705193306242 },
  },
  viscosity: {
    center: 34.238285714286,
    outOfControl: [4],
    runs: [31, 32, 33, 34, 35],
    lower: 32.872974939017,
    upper: 35.603596489555,
    range: { center: 0.51352941176471, lower: 0, upper: 1.6774602150229 },
  },
  'piston rings, trial samples': {
    center: 74.001176,
    outOfControl: [],
    runs: [],
    lower: 73.988047591956,
    upper: 74.014304408044,
    range: { center: 0.02276, lower: 0, upper: 0.048126000542379 },
  },
  'piston rings': {
    center: 74.003605,
    outOfControl: [38, 39],
    runs: [40],
    lower: 73.990093007099,
    upper: 74.017116992901,
    range: { center: 0.023425, lower: 0, upper: 0.049532142473868 },
  },
  'dyed cloth': {
    center: 1.4232558139535,
    outOfControl: [],
    runs: [],
    lower: [
      0.29147393012687, 0.15788519998394, 0.43061743663693, 0.29147393012687, 0.26207210186522,
      0.29147393012687, 0.39008503404093, 0.31874979096526, 0.39008503404093, 0.41095932277785,
    ],
    upper: [
      2.5550376977801, 2.688626427923, 2.41589419127, 2.5550376977801, 2.5844395260418,
      2.5550376977801, 2.456426593866, 2.5277618369417, 2.456426593866, 2.4355523051291,
    ],
  },
  'circuit p': {
    center: 0.19173913043478,
    outOfControl: [6, 9, 20],
    runs: [29, 30],
    lower: 0.073638447682562,
    upper: 0.309839813187,
  },
  'circuit np': {
    center: 19.173913043478,
    outOfControl: [6, 9, 20],
    runs: [29, 30],
    lower: 7.3638447682562,
    upper: 30.9839813187,
  },
  'circuit c, trial samples': {
    center: 19.846153846154,
    outOfControl: [6, 20],
    runs: [],
    lower: 6.4814471671659,
    upper: 33.210860525142,
  },
} as const;
