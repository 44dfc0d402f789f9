import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addressOf } from '../client.ts'

/** Whatever happens, a page asks again at most this often. */
const calmMs = 2000

/** While the page is looked at, asks again for what it shows as soon as the server has news of the workspace. */
export function useNews(workspace: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (workspace === undefined) return
    const askAgain = calmly(() => client.invalidateQueries({ queryKey: [workspace] }))
    let source: EventSource | null = null
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        source?.close()
        source = null
        return
      }
      if (source !== null) return
      source = new EventSource(addressOf('listenToNews', { workspace }))
      for (const kind of ['reading', 'sources', 'desk']) source.addEventListener(kind, askAgain.soon)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      source?.close()
      askAgain.stop()
    }
  }, [workspace, client])
}

/** Does it at once, and once more after a pause when it was asked for meanwhile. */
function calmly(work: () => unknown) {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isWanted = false
  const soon = () => {
    if (timer !== null) {
      isWanted = true
      return
    }
    work()
    timer = setTimeout(() => {
      timer = null
      if (!isWanted) return
      isWanted = false
      soon()
    }, calmMs)
  }
  return { soon, stop: () => timer !== null && clearTimeout(timer) }
}
