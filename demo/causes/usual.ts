/** What holds of a planted cause unless it says otherwise. */
export const usual = {
  demand: 'failure',
  needs: 'any',
  season: 'even',
  feeling: 'frustration',
  heat: 0,
  driver: null,
  startsDaysBeforeEnd: null,
  leadsTo: null,
} as const
