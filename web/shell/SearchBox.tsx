import { useRouterState } from '@tanstack/react-router'
import { useId } from 'react'
import { paths } from '../paths.ts'
import { useGo } from '../ui/Go.tsx'

/** Looks for words, or for a customer, from every page; `/` goes here. */
export function SearchBox({ workspace }: { readonly workspace: string }) {
  const go = useGo()
  const id = useId()
  const asked = useRouterState({ select: ({ location }) => wordsOf(location.pathname, location.searchStr) })
  function search(form: FormData) {
    const words = String(form.get('words') ?? '').trim()
    if (words !== '') go(paths.search(workspace, { words }))
  }
  return (
    <search className="search-box">
      <form action={search}>
        <label className="unseen" htmlFor={id}>
          Search what was said, or find a customer
        </label>
        <input
          key={asked}
          id={id}
          type="search"
          name="words"
          maxLength={200}
          defaultValue={asked}
          placeholder="Search"
          autoComplete="off"
          aria-keyshortcuts="/"
          data-search
        />
      </form>
    </search>
  )
}

/** What the page that is open was asked for. */
function wordsOf(pathname: string, search: string): string {
  return pathname.split('/')[3] === 'search' ? (new URLSearchParams(search).get('words') ?? '') : ''
}
