import type { SearchReply } from '../../../contract/search.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'

type Props = {
  readonly workspace: string
  readonly words: string
  readonly customers: SearchReply['customers']
}

/** The customers whom the words name, whole and as written. */
export function FoundCustomers({ workspace, words, customers }: Props) {
  if (!isKnown(customers)) {
    return namesSomebody(words) ? <p className="cannot-say">{customers.cannotSay}</p> : null
  }
  if (customers.length === 0) return null
  return (
    <Section title={customers.length === 1 ? 'A customer is known by this' : 'Customers are known by this'}>
      <ul className="sentences">
        {customers.map(({ customer, issues, latest }) => (
          <li key={`${customer} ${latest}`}>
            {latest === null ? (
              customer
            ) : (
              <Go data-row href={paths.issue(workspace, latest)}>
                {customer}
              </Go>
            )}
            <span className="soft">
              {' '}
              {issues === 0 ? 'has no issue in the current reading' : `came with ${plural(issues, 'issue')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whether someone seems to have asked for a person rather than for words. */
export function namesSomebody(words: string): boolean {
  return /\S@\S/.test(words) || /^[+(]?\d[\d ()./-]{4,}$/.test(words.trim())
}
