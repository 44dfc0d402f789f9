import { dayMs, type Instant } from '../core/base/time.ts'

/** Larkmoor sells home internet and electricity in five regions. It does not exist, and neither does anyone in it. */
export const teams = [
  'First line',
  'Billing',
  'Technical',
  'Field service',
  'Energy desk',
  'Contracts',
  'Deliveries',
  'Retention',
  'Complaints',
  'Shop',
] as const
export type Team = (typeof teams)[number]

/** What people call a team, on both sides of the counter; fits after "our" and "your". */
export const spokenTeams: Readonly<Record<Team, string>> = {
  'First line': 'hotline',
  Billing: 'billing department',
  Technical: 'technical department',
  'Field service': 'field service',
  'Energy desk': 'energy desk',
  Contracts: 'contracts department',
  Deliveries: 'delivery department',
  Retention: 'retention department',
  Complaints: 'complaints department',
  Shop: 'shop',
}

export const channels = ['email', 'chat', 'phone', 'web form', 'shop visit'] as const
export type Channel = (typeof channels)[number]

export const regions = ['North', 'South', 'East', 'West', 'Coast'] as const
export const plans = ['Monthly', '12 months', '24 months'] as const
export const payments = ['Direct debit', 'Card', 'Bank transfer'] as const
export const internetProducts = ['Fiber 100', 'Fiber 500', 'Fiber 1000'] as const

export const towns: Readonly<Record<(typeof regions)[number], readonly string[]>> = {
  North: ['Aldermere', 'Kirkfell', 'Thornby', 'Upper Wray'],
  South: ['Marlowe Green', 'Sunnhill', 'Vinebridge', 'Oxley'],
  East: ['Eastholm', 'Fenwater', 'Grindale', 'Little Hove'],
  West: ['Westbrook', 'Pellow', 'Carrick Mill', 'Dunmore Cross'],
  Coast: ['Saltmouth', 'Penwick Bay', 'Harrow Sands', 'Gullhaven'],
}

/** What happened at the company during the year; days are counted back from the end of the story. */
export const story = {
  lengthDays: 365,
  /** New router software goes out over three weeks; `firmware` on a row is what the router ran that day. */
  firmwareRollOut: { version: '2.4', before: '2.3', daysBeforeEnd: 150, overDays: 21 },
  /** Two storms on the coast take the network down. */
  storms: [
    { region: 'Coast', daysBeforeEnd: 236, lastsDays: 4 },
    { region: 'Coast', daysBeforeEnd: 121, lastsDays: 3 },
  ],
  changes: [
    {
      id: 'one-bill-when-moving',
      name: 'The old address is closed by us on the day of the move',
      cause: 'charged-twice-after-move',
      daysBeforeEnd: 90,
      /** What is left of the cause afterwards. */
      leaves: 0.2,
    },
    {
      id: 'new-bill-layout',
      name: 'A new layout for the bill',
      cause: 'bill-higher-than-agreed',
      daysBeforeEnd: 200,
      leaves: 1,
    },
  ],
} as const

export function daysBefore(end: Instant, days: number): Instant {
  return end - days * dayMs
}
