import type { GuidelinePage } from '../../../contract/desk/guidelines.ts'
import { formatMoney, formatShare, formatShareRange, plural } from '../../ui/format.ts'

type Stands = GuidelinePage['objections'][number]['standsFor']
type Outcome = GuidelinePage['exceptions']['granted']

/** How many others an objection speaks for, and what doing nothing about them costs. */
export function StandsFor({ standsFor }: { readonly standsFor: Stands }) {
  const { cause, issues, contacts, customers, cost } = standsFor
  if (cause === null) return <p className="small">Cannot say for whom it stands: {saidCost(cost)}.</p>
  return (
    <p className="small">
      It stands for {plural(contacts, 'contact')} of {plural(customers, 'customer')} in{' '}
      {plural(issues, 'issue')} about “{cause}” in the last 30 days. {saidCost(cost)}.
    </p>
  )
}

function saidCost(cost: Stands['cost']): string {
  if ('cannotSay' in cost) return `What that costs cannot be said: ${cost.cannotSay}`
  const { low, high, months, currency } = cost
  return `Left alone, that cause costs ${formatMoney(low, currency)} to ${formatMoney(high, currency)} over ${months} months`
}

/** What past exceptions to the rule led to, those granted beside those declined. */
export function PastExceptions({ exceptions }: Pick<GuidelinePage, 'exceptions'>) {
  const { granted, declined } = exceptions
  if (granted.answered + declined.answered === 0)
    return <p className="soft">Nobody has asked for an exception to it yet.</p>
  return (
    <ul className="sentences">
      {granted.answered > 0 && <li>{sayOutcome('granted', granted)}</li>}
      {declined.answered > 0 && <li>{sayOutcome('declined', declined)}</li>}
    </ul>
  )
}

function sayOutcome(answer: string, { answered, cameBack }: Outcome): string {
  const many = `${plural(answered, 'exception')} ${answered === 1 ? 'was' : 'were'} ${answer}.`
  if ('cannotSay' in cameBack) return `${many} How many came back cannot be said: ${cameBack.cannotSay}.`
  const { value, low, high, n } = cameBack
  return `${many} Of ${n} whose 30 days are over, ${formatShare(value)} came back about the same (${formatShareRange(low, high)}).`
}
