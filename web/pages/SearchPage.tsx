import '../parts/evidence/evidence.css'
import '../parts/issues/issues.css'
import '../parts/search/search.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { SearchReply } from '../../contract/search.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { FoundCustomers, namesSomebody } from '../parts/search/FoundCustomers.tsx'
import { FoundTexts } from '../parts/search/FoundTexts.tsx'
import { SearchFilters } from '../parts/search/SearchFilters.tsx'
import { sayFound, sayWaiting } from '../parts/search/say-search.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Go } from '../ui/Go.tsx'
import { More } from '../ui/More.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/search')

/** What customers and the company said with certain words. */
export function SearchPage() {
  const { words } = route.useSearch()
  return (
    <Page title={words === undefined ? 'Search' : `“${words}”`}>
      {words === undefined ? <Unasked /> : <Asked words={words} />}
    </Page>
  )
}

function Asked({ words }: { readonly words: string }) {
  const { workspace } = route.useParams()
  const view = route.useSearch()
  const query = useInfiniteQuery(queries.search(workspace, view))
  return (
    <>
      <SearchFilters workspace={workspace} view={view} />
      <Answer query={query} waiting={<Skeleton lines={8} height={64} />}>
        {({ pages }) => {
          const [first] = pages
          if (first === undefined) return null
          const texts = pages.flatMap((page) => page.texts)
          return (
            <>
              <FoundCustomers workspace={workspace} words={words} customers={first.customers} />
              {texts.length === 0 ? (
                <NothingSaid reply={first} words={words} isNarrowed={Object.keys(view).length > 1} />
              ) : (
                <section className="section" aria-label="Messages">
                  <p>{sayFound(first, { words, from: view.from, channel: view.channel })}</p>
                  <Waiting reply={first} />
                  <FoundTexts workspace={workspace} texts={texts} />
                  <More shown={texts.length} counted={first} query={query} />
                </section>
              )}
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Waiting({ reply }: { readonly reply: SearchReply }) {
  const waiting = sayWaiting(reply)
  return waiting === null ? null : <p className="soft small">{waiting}</p>
}

type NothingProps = { readonly reply: SearchReply; readonly words: string; readonly isNarrowed: boolean }

function NothingSaid({ reply, words, isNarrowed }: NothingProps) {
  const { workspace } = route.useParams()
  if (!reply.asksForWords) {
    return (
      <Empty title="Nearly every message says this.">
        <p>Add a word that says more about what you look for.</p>
      </Empty>
    )
  }
  return (
    <Empty title={`No message contains ${/\s/.test(words) ? 'these words' : `“${words}”`}.`}>
      {(namesSomebody(words) || (isKnown(reply.customers) && reply.customers.length > 0)) && (
        <p>
          Addresses, telephone and account numbers are masked in texts and can’t be found there; whole and as
          written, they find the customer whom a source names by them.
        </p>
      )}
      <Waiting reply={reply} />
      <p className="notice-ways">
        {isNarrowed && (
          <Go className="button" href={paths.search(workspace, { words })}>
            Search all messages
          </Go>
        )}
        <Go href={paths.causes(workspace)}>See what customers come about</Go>
      </p>
    </Empty>
  )
}

function Unasked() {
  const { workspace } = route.useParams()
  return (
    <Empty title="Search what customers and the company said.">
      <p>
        Type words into the search field, “words in quotes” for a phrase, a minus before what must not be
        there. An e-mail address, a telephone or account number finds the customer.
      </p>
      <p className="notice-ways">
        <Go href={paths.causes(workspace)}>See what customers come about</Go>
      </p>
    </Empty>
  )
}
