/** What one can do with a house, each on a screen of its own; in the order of the work. */
export const houseFaces = [
  { key: 'matrix', path: '/house' },
  { key: 'importance', path: '/house/importance' },
  { key: 'stability', path: '/house/stability' },
  { key: 'workshop', path: '/house/workshop' },
  { key: 'rounds', path: '/house/rounds' },
] as const;

export type HouseFace = (typeof houseFaces)[number]['key'];
