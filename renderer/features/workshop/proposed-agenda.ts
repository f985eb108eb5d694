/** Two hours from requirements to agreed CSFs; the words are `workshop:proposed.<key>`. */
export const proposedAgenda = [
  { key: 'opening', minutes: 10 },
  { key: 'whats', minutes: 15 },
  { key: 'hows', minutes: 10 },
  { key: 'scoring', minutes: 25 },
  { key: 'spread', minutes: 10 },
  { key: 'discussion', minutes: 30 },
  { key: 'csf', minutes: 15 },
  { key: 'closing', minutes: 5 },
] as const;
