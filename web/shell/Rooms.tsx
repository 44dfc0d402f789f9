import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'

/** The rooms and what each holds so far; a room of one page is that page. */
const rooms = [
  { name: null, pages: [{ name: 'Today', href: paths.today, words: [] }] },
  {
    name: 'Listen',
    pages: [
      { name: 'Causes', href: paths.causes, words: ['causes'] },
      { name: 'Issues', href: (workspace: string) => paths.issues(workspace), words: ['issues'] },
      { name: 'Review', href: (workspace: string) => paths.review(workspace), words: ['review'] },
    ],
  },
  { name: null, pages: [{ name: 'Desk', href: paths.desk, words: ['desk'] }] },
  {
    name: 'Improve',
    pages: [
      { name: 'Cost', href: paths.cost, words: ['cost'] },
      { name: 'Changes', href: paths.changes, words: ['changes'] },
      { name: 'Guidelines', href: paths.guidelines, words: ['guidelines'] },
    ],
  },
  { name: null, pages: [{ name: 'Sources', href: paths.sources, words: ['sources'] }] },
  { name: null, pages: [{ name: 'Settings', href: paths.settings, words: ['settings'] }] },
] as const

export function Rooms({ workspace }: { readonly workspace: string }) {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const word = pathname.split('/')[3] ?? ''
  const rail = useRef<HTMLElement>(null)
  useEffect(() => showHere(rail.current, word), [word])
  return (
    <nav ref={rail} className="rooms" aria-label="Rooms">
      {rooms.map((room) => (
        <div className="room" key={room.pages[0].name}>
          {room.name !== null && <span className="room-name">{room.name}</span>}
          <ul>
            {room.pages.map((page) => (
              <li key={page.name}>
                <Go href={page.href(workspace)} aria-current={isHere(page.words, word) ? 'page' : undefined}>
                  {page.name}
                </Go>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** On a phone the rooms are one row that scrolls: the one that is open stands in its middle. */
function showHere(rail: HTMLElement | null, word: string): void {
  const here = rail?.querySelector<HTMLElement>(word === '' ? 'a' : '[aria-current]')
  if (rail === null || here == null) return
  rail.scrollLeft = here.offsetLeft - (rail.clientWidth - here.offsetWidth) / 2
}

function isHere(words: readonly string[], word: string): boolean {
  return words.length === 0 ? word === '' : words.includes(word)
}
