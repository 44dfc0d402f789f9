import { useLayoutEffect, useRef, useState } from 'react'
import type { Thread as ThreadJson } from '../../contract/thread.ts'
import { fitThread } from './lay-out-thread.ts'
import { Thread } from './Thread.tsx'

type Props = { readonly workspace: string; readonly thread: ThreadJson }

/** The large drawing, as wide as its column; where that can't be, it begins at the newest contact, and its names stay in sight. */
export function ThreadInColumn({ workspace, thread }: Props) {
  const column = useRef<HTMLElement>(null)
  const width = useWidth(column)
  const fitted = width === null ? null : fitThread(thread, width)
  const end = fitted?.width ?? 0
  useLayoutEffect(() => {
    column.current?.scrollTo({ left: end })
  }, [end])
  return (
    <section
      ref={column}
      className="thread-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Thread of the issue"
      onScroll={({ currentTarget: { style, scrollLeft } }) =>
        style.setProperty('--scrolled', `${scrollLeft}px`)
      }
    >
      {fitted !== null && <Thread workspace={workspace} thread={thread} size="large" fitted={fitted} />}
    </section>
  )
}

function useWidth(element: React.RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = () => setWidth(current.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
