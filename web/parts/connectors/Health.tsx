import type { ConnectorJson } from '../../../contract/connectors.ts'
import { formatCount, formatMoment } from '../../ui/format.ts'
import { sayHealth, sayLag } from './connector-words.ts'

/** How it is: in a sentence, then in numbers that leave nothing out. */
export function Health({ one }: { readonly one: ConnectorJson }) {
  const counts = [
    ['new', one.stored],
    ['known before', one.duplicates],
    ['set aside', one.setAside],
    ['passed over', one.passedOver],
    ['refused', one.refused],
  ] as const
  return (
    <section className="section">
      <p className="page-intro" role="status">
        {sayHealth(one, Date.now())}
      </p>
      {one.missing.length > 0 && (
        <ul className="connector-missing">
          {one.missing.map((what) => (
            <li key={what}>Still missing: {what}</li>
          ))}
        </ul>
      )}
      {one.missingToSend?.map((what) => (
        <p key={what} className="small soft">
          Answers can’t be sent by it yet. Missing: {what}
        </p>
      ))}
      {one.failure !== null && (
        <p className="failed-step">
          {formatMoment(one.failure.at)}: {one.failure.message} {one.failure.hint}
        </p>
      )}
      <dl className="sum">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dd>{formatCount(count)}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {one.lastReceivedAt === null
          ? 'Nothing has come yet.'
          : `Last came ${formatMoment(one.lastReceivedAt)}`}
        {one.lagSeconds !== null && `, ${sayLag(one.lagSeconds)} after it happened`}
        {one.nextPullAt !== null && ` · fetched next ${formatMoment(one.nextPullAt)}`}
      </p>
    </section>
  )
}
