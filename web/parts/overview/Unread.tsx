import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare, listWords, plural } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { sayLanguages } from './say-languages.ts'

type Props = { readonly workspace: string; readonly report: Report }

/** What the figures above do not cover, as plainly as what they do. */
export function Unread({ workspace, report }: Props) {
  const { coverage, counts } = report
  const setAside = report.setAside.reduce((sum, one) => sum + one.count, 0)
  const stateOnly = report.sources.reduce((sum, one) => sum + one.stateOnly, 0)
  const duplicates = report.sources.reduce((sum, one) => sum + one.duplicates, 0)
  return (
    <Section title="What could not be read">
      <ul className="sentences">
        {setAside > 0 && (
          <li>
            <Figure href={paths.sources(workspace)}>{plural(setAside, 'row')}</Figure> set aside:{' '}
            {listWords(report.setAside.map((one) => `${formatCount(one.count)} ${lower(one.reason)}`))}.
          </li>
        )}
        {setAside === 0 && <li>Every row of the sources was read.</li>}
        {stateOnly > 0 && <li>{plural(stateOnly, 'row')} only repeat a state and tell nothing new.</li>}
        {duplicates > 0 && <li>{plural(duplicates, 'row')} were known already and count once.</li>}
        {counts.contactsWithoutCustomer > 0 && (
          <li>
            <Figure href={paths.contacts(workspace, { withoutCustomer: 'yes' })}>
              {plural(counts.contactsWithoutCustomer, 'contact')}
            </Figure>{' '}
            without a customer: counted apart, each for itself.
          </li>
        )}
        {isKnown(coverage) && <Texts workspace={workspace} coverage={coverage} />}
      </ul>
      {!isKnown(coverage) && <CannotSay because={coverage.cannotSay} />}
    </Section>
  )
}

type Coverage = Exclude<Report['coverage'], { cannotSay: string }>

function Texts({ workspace, coverage }: { readonly workspace: string; readonly coverage: Coverage }) {
  const { count, share } = coverage.unassigned
  return (
    <>
      <li>
        {formatCount(coverage.read)} of {plural(coverage.texts, 'text')} read
        {sayLanguages(coverage.languages)}.
      </li>
      {count > 0 && (
        <li>
          <Figure href={paths.contacts(workspace, { unassigned: 'yes' })}>{plural(count, 'contact')}</Figure>
          {isKnown(share) && ` (${formatShare(share.value)})`} fit no cause and are left out of the causes.
        </li>
      )}
    </>
  )
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
