import type { Random } from '../../core/stats/random.ts'
import type { Channel, Team } from '../company.ts'
import { teams as allTeams } from '../company.ts'
import { chance, pick } from '../random.ts'
import type { Answer } from '../speech/write-reply.ts'
import { agentNames } from './names.ts'
import type { Issue } from './telling.ts'

/** How the company takes a contact: through which teams, with what answer, and whether it keeps its word. */
export type Handling = {
  /** The first team has it first; the last one answers. */
  readonly teams: readonly Team[]
  readonly answer: Answer
  readonly keeps: boolean
}

export function planHandling(issue: Issue, channel: Channel, random: Random): Handling {
  const { cause } = issue
  const entry = entryTeam(issue, channel, random)
  issue.sentTo = null
  const keeps = chance(random, 0.55)
  const canHelp = entry === cause.owner || (entry !== 'Complaints' && chance(random, cause.firstLineCan))
  if (canHelp) return { teams: [entry], answer: planAnswer(issue, entry, channel, random), keeps }
  const way = random()
  if (way < 0.38)
    return { teams: [entry], answer: { stance: stanceOf(entry, 0.6, random), outcome: 'sentAround' }, keeps }
  if (way < 0.75) {
    const teams = chance(random, 0.2) ? [entry, cause.owner, entry, cause.owner] : [entry, cause.owner]
    return { teams, answer: planAnswer(issue, cause.owner, channel, random), keeps }
  }
  return { teams: [entry], answer: { stance: 'insideOut', outcome: 'refused' }, keeps }
}

/** Ten people a team; the same names always work in the same team. */
export function agentOf(team: Team, random: Random): string {
  const index = allTeams.indexOf(team)
  const size = Math.floor(agentNames.length / allTeams.length)
  return pick(random, agentNames.slice(index * size, (index + 1) * size))
}

function entryTeam(issue: Issue, channel: Channel, random: Random): Team {
  if (issue.sentTo !== null && chance(random, 0.75)) return issue.sentTo
  if (channel === 'shop visit') return 'Shop'
  if (issue.contact > 2 && chance(random, 0.2)) return 'Complaints'
  return 'First line'
}

/** How often a team looks from the customer's side. */
const outsideInShare: Readonly<Partial<Record<Team, number>>> = {
  Complaints: 0.85,
  Shop: 0.75,
  'Energy desk': 0.6,
  Technical: 0.5,
  'First line': 0.55,
  Retention: 0.3,
  Billing: 0.3,
}

function stanceOf(team: Team, damp: number, random: Random): 'outsideIn' | 'insideOut' {
  return chance(random, (outsideInShare[team] ?? 0.45) * damp) ? 'outsideIn' : 'insideOut'
}

function planAnswer(issue: Issue, team: Team, channel: Channel, random: Random): Answer {
  const stance = stanceOf(team, 1, random)
  const settles = issue.cause.ease * (stance === 'outsideIn' ? 1.45 : 0.9) + (issue.contact - 1) * 0.08
  if (chance(random, settles)) return { stance, outcome: 'settled' }
  if (chance(random, 0.5)) return { stance, outcome: 'promised' }
  if (channel === 'email' && chance(random, 0.35)) return { stance, outcome: 'asked' }
  return { stance: 'insideOut', outcome: 'refused' }
}
