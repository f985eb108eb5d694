/** Twelve respondents of a service, on scales from 1 to 10, and a path model of their loyalty. */
export const serviceSurvey = {
  columns: ['q1', 'q2', 'v1', 'v2', 's1', 's2', 'l1'],
  rows: [
    [7, 8, 6, 7, 8, 9, 8],
    [5, 4, 5, 6, 5, 4, 5],
    [9, 9, 8, 8, 9, 10, 9],
    [3, 4, 5, 4, 3, 4, 2],
    [6, 7, 7, 5, 6, 6, 7],
    [8, 6, 7, 9, 7, 8, 8],
    [4, 5, 3, 4, 6, 5, 4],
    [10, 9, 9, 9, 8, 9, 10],
    [6, 5, 6, 7, 7, 5, 6],
    [2, 3, 4, 3, 2, 3, 1],
    [7, 7, 8, 6, 8, 7, 6],
    [5, 6, 4, 5, 5, 7, 5],
  ] as (number | null)[][],
  measurement: {
    Quality: ['q1', 'q2'],
    Value: ['v1', 'v2'],
    Satisfaction: ['s1', 's2'],
    Loyalty: ['l1'],
  },
  structural: [
    ['Quality', 'Value'],
    ['Quality', 'Satisfaction'],
    ['Value', 'Satisfaction'],
    ['Satisfaction', 'Loyalty'],
  ],
  scheme: 'path',
  scaled: true,
  itemScale: [1, 10],
};
