import { useQuery } from '@tanstack/react-query'
import type { IssuePage } from '../../../contract/screens.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Ruled } from './Ruled.tsx'
import { useRulings } from './useRulings.ts'

type Props = { readonly workspace: string; readonly reply: Pick<IssuePage, 'contacts' | 'others'> }

const noCause = 'none'

/** What each contact of an issue was about, and whether they belong together: right, something else, apart. */
export function ContactRulings({ workspace, reply: { contacts, others } }: Props) {
  const { rule, isBusy, error } = useRulings(workspace)
  const causes = useQuery(queries.causes(workspace)).data?.causes.filter(({ from }) => from === 'text') ?? []
  const [first] = contacts
  const ids = new Set([...contacts, ...others].map(({ id }) => id))
  const when = (at: string | null, index: number) => (at === null ? `Contact ${index + 1}` : formatMoment(at))
  return (
    <Section
      title="Read rightly?"
      note="What each contact was about, and whether they are one issue. Your word holds at once here; counts follow with the next reading."
    >
      <ol className="ruled-contacts">
        {contacts.map(({ id, at, cause }, index) => (
          <li key={id}>
            <span className="soft small">{when(at, index)}</span>
            <span>{cause?.name ?? 'About nothing that was recognised'}</span>
            <span className="ruled-ways">
              {cause !== null && (
                <button
                  type="button"
                  className="plain-button small"
                  disabled={isBusy}
                  aria-label={`Right: ${cause.name}, contact ${index + 1}`}
                  onClick={() => rule({ kind: 'placed', contact: id, cause: cause.id })}
                >
                  Right
                </button>
              )}
              <select
                aria-label={`What contact ${index + 1} is about instead`}
                value=""
                disabled={isBusy}
                onChange={({ target: { value } }) =>
                  rule({ kind: 'placed', contact: id, cause: value === noCause ? null : value })
                }
              >
                <option value="">Something else …</option>
                <option value={noCause}>None of these causes</option>
                {causes.map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.name}
                  </option>
                ))}
              </select>
              {first !== undefined && index > 0 && (
                <button
                  type="button"
                  className="plain-button small"
                  disabled={isBusy}
                  aria-label={`Not the same issue: contact ${index + 1}`}
                  onClick={() => rule({ kind: 'notSame', one: first.id, other: id })}
                >
                  Not the same issue
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {first !== undefined && others.length > 0 && (
        <label className="field">
          <span>The same issue as</span>
          <select
            value=""
            disabled={isBusy}
            onChange={({ target: { value } }) => rule({ kind: 'same', one: first.id, other: value })}
          >
            <option value="">None of the customer’s others</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {[other.cause ?? 'An issue without a cause', other.firstAt && formatMoment(other.firstAt)]
                  .filter(Boolean)
                  .join(', ')}
              </option>
            ))}
          </select>
        </label>
      )}
      {error !== null && <FailedStep error={error} />}
      <Ruled workspace={workspace} about={({ contacts: named }) => named.some((id) => ids.has(id))} />
    </Section>
  )
}
