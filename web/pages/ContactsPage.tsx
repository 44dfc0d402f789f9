import '../parts/evidence/evidence.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { RatingNames } from '../../contract/ratings.ts'
import type { ContactList } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { Nothing } from '../parts/evidence/Nothing.tsx'
import { sayContactView, sayNext } from '../parts/evidence/say-view.ts'
import { nameRating } from '../parts/ratings/name-rating.ts'
import { useRatingNames } from '../parts/ratings/useRatingNames.ts'
import { useSourceName } from '../parts/sources/useSourceName.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { formatCount, formatMoment, nothing, plural, sayTotal } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Words } from '../ui/Words.tsx'
import type { ContactView } from '../views.ts'

const route = getRouteApi('/w/$workspace/contacts')

/** The contacts behind a figure. */
export function ContactsPage() {
  const { workspace } = route.useParams()
  const view = route.useSearch()
  const query = useInfiniteQuery(queries.contacts(workspace, view))
  const causes = useQuery({ ...queries.causes(workspace), enabled: view.cause !== undefined })
  const sourceName = useSourceName(workspace, view.source)
  const ratingNames = useRatingNames(workspace)
  const causeName = causes.data?.causes.find(({ id }) => id === view.cause)?.name ?? null
  return (
    <Page
      title={sayContactView(view, { causeName, sourceName, ratingNames })}
      above={<Go href={paths.today(workspace)}>Evidence for today</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={8} height={64} />}>
        {({ pages }) => {
          const contacts = pages.flatMap((page) => page.contacts)
          const counted = pages[0] ?? nothing
          if (counted.total === 0) return <Nothing what="contact" all={paths.contacts(workspace)} />
          return (
            <section className="section" aria-label="Contacts">
              <p className="soft">{sayTotal(counted, 'contact')}</p>
              <WholeWindows workspace={workspace} view={view} />
              <ol className="evidence">
                {contacts.map((contact) => (
                  <li key={contact.id}>
                    <OneContact contact={contact} workspace={workspace} ratingNames={ratingNames} />
                  </li>
                ))}
              </ol>
              <More shown={contacts.length} counted={counted} query={query} />
            </section>
          )
        }}
      </Answer>
    </Page>
  )
}

/** What the share on Today counts of these, where it leaves some out. */
function WholeWindows({ workspace, view }: { readonly workspace: string; readonly view: ContactView }) {
  const { followedWithin, about, ...rest } = view
  const isAsked = followedWithin !== undefined && Object.keys(rest).length === 0
  const report = useQuery({ ...queries.overview(workspace), enabled: isAsked }).data?.report
  const rows = about === 'same' ? report?.repeats : report?.returns
  if (!isAsked || rows === undefined || !isKnown(rows)) return null
  const row = rows.find(({ windowDays }) => String(windowDays) === followedWithin)
  if (row === undefined || row.followed === row.followedObserved) return null
  return (
    <p className="small soft">
      The share on Today counts {formatCount(row.followedObserved)} of them, among {formatCount(row.observed)}{' '}
      contacts: those whose {plural(row.windowDays, 'day')} lie within the records.
    </p>
  )
}

type ContactProps = {
  readonly contact: ContactList['contacts'][number]
  readonly workspace: string
  readonly ratingNames: RatingNames
}

function OneContact({ contact, workspace, ratingNames }: ContactProps) {
  const { at, issue, cause, text, rating, source, daysToNext } = contact
  const where = [
    at === null ? null : formatMoment(at),
    contact.channel,
    contact.case === null ? null : `case ${contact.case}`,
  ]
  return (
    <article className="contact">
      {text !== null && (
        <blockquote className="contact-text">
          <Words text={text} />
        </blockquote>
      )}
      <p className="small soft">
        {[contact.customer ?? 'Customer not known', ...where].filter((part) => part !== null).join(' · ')}
        {cause !== null && (
          <>
            {' · '}
            <Go href={paths.cause(workspace, cause.id)}>{cause.name}</Go>
          </>
        )}
        {rating !== null && ` · rated ${nameRating(ratingNames, source, rating)}`}
        {daysToNext !== null && ` · ${sayNext(daysToNext)}`}
        {issue !== null && (
          <>
            {' · '}
            <Go data-row href={paths.issue(workspace, issue)}>
              See the whole issue
            </Go>
          </>
        )}
      </p>
    </article>
  )
}
