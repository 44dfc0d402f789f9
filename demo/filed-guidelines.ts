import type { Authority, Guideline, GuidelineOption, Person } from '../core/guidelines/guideline.ts'

/** A guideline as someone at Larkmoor wrote it down; `cause` is the planted one that it is meant for. */
export type FiledGuideline = Omit<Guideline, 'causes'> & {
  readonly cause: string
  /** Which option reps gave on past issues, to how many of the oldest; null where it is new. */
  readonly given: { readonly option: string; readonly times: number } | null
}

export const company = { name: 'Larkmoor', timeZone: 'Europe/London' }

export const people: readonly Person[] = [
  { name: 'Rita Moss', role: 'rep', hasLeft: false },
  { name: 'Sam Okoro', role: 'rep', hasLeft: false },
  { name: 'Lena Hart', role: 'lead', hasLeft: false },
  { name: 'Olga Brandt', role: 'owner', hasLeft: false },
]

const perRep: Authority = {
  role: 'rep',
  perGrant: 6000,
  perIssue: 10_000,
  perDay: 40_000,
  shareOfIssues: null,
  beyond: 'lead',
}
const perLead: Authority = {
  role: 'lead',
  perGrant: 30_000,
  perIssue: 30_000,
  perDay: 150_000,
  shareOfIssues: null,
  beyond: null,
}

const moneyBack: GuidelineOption = {
  id: 'money-back',
  gives: 'The second charge back on your account today',
  say: 'We charged you twice. I can send the second charge back to you today; it is there tomorrow.',
  because: 'We took it twice, so it is theirs.',
  value: 4500,
  cost: 4500,
  conditions: [],
}

/** What Larkmoor asks of its people where its customers suffer most, and one rule that leaves no room. */
export const filedGuidelines: readonly FiledGuideline[] = [
  {
    cause: 'charged-twice-after-move',
    name: 'Charged twice after a move',
    intent: 'Nobody pays for two homes, and nobody has to ask twice for their own money.',
    protects: 'both',
    owner: 'Olga Brandt',
    answerHours: 4,
    byDefault: 'granted',
    roundWeeks: 4,
    authorities: [perRep, perLead],
    options: [
      moneyBack,
      {
        id: 'next-bill',
        gives: 'The second charge taken off your next bill, and a month free for the trouble',
        say: 'Or I take it off your next bill and give you a month free for the trouble.',
        because: 'It costs us less than a second call, and the customer has something of it.',
        value: 7500,
        cost: 5500,
        conditions: [{ kind: 'notWithinDays', days: 180 }],
      },
    ],
    given: { option: 'money-back', times: 24 },
  },
  {
    cause: 'router-does-not-connect',
    name: 'The new router does not connect',
    intent: 'People are online on the day they were promised, whatever the router does.',
    protects: 'customer',
    owner: 'Olga Brandt',
    answerHours: 8,
    byDefault: 'granted',
    roundWeeks: 4,
    authorities: [{ ...perRep, shareOfIssues: 0.5 }, perLead],
    options: [
      {
        id: 'we-set-it-up',
        gives: 'We set the router up for you now, together on the phone',
        say: 'I can set it up with you now; it takes about ten minutes.',
        because: 'Nine in ten routers only need one setting.',
        value: 2000,
        cost: 900,
        conditions: [],
      },
      {
        id: 'set-up-parcel',
        gives: 'A router that is set up already, with you tomorrow, and mobile internet until then',
        say: 'Or I send you one that is set up, and you have mobile internet until it is there.',
        because: 'Somebody who tried twice should not have to try a third time.',
        value: 6000,
        cost: 3900,
        conditions: [{ kind: 'contacts', least: 2 }],
      },
    ],
    given: { option: 'we-set-it-up', times: 20 },
  },
  {
    cause: 'engineer-did-not-come',
    name: 'The engineer did not come',
    intent: 'A day off work that we wasted is made good, and the next visit is certain.',
    protects: 'customer',
    owner: 'Olga Brandt',
    answerHours: 2,
    byDefault: 'granted',
    roundWeeks: 4,
    authorities: [perRep, perLead],
    options: [
      {
        id: 'first-tomorrow',
        gives: 'The first visit tomorrow morning, and a call when the engineer sets off',
        say: 'You get the first visit tomorrow, and the engineer calls you when they set off.',
        because: 'They already gave us one day.',
        value: 3000,
        cost: 1500,
        conditions: [],
      },
      {
        id: 'day-made-good',
        gives: 'Any day and hour you choose, and 40 euros for the day you lost',
        say: 'Or you name the day and hour, and we make good the day you lost with 40 euros.',
        because: 'It is less than the second missed visit costs us.',
        value: 5000,
        cost: 4800,
        conditions: [],
      },
    ],
    given: null,
  },
  {
    cause: 'cannot-cancel-online',
    name: 'Contracts are cancelled in writing only',
    intent: 'We want to know for certain who ends a contract.',
    protects: 'company',
    owner: 'Olga Brandt',
    answerHours: 24,
    byDefault: 'declined',
    roundWeeks: 4,
    authorities: [],
    options: [],
    given: null,
  },
]
