import type { Thread } from '../../contract/thread.ts'
import { toneOf } from '../ui/signals.ts'
import { largeThread, layOutThread } from './lay-out-thread.ts'

/** What the signs that a thread bears mean, drawn as they are drawn there. */
export function ThreadKey({ thread }: { readonly thread: Thread }) {
  const sides = new Set(
    thread.contacts.map(({ emotion }) => (emotion === null ? 'nothing' : toneOf(emotion).side)),
  )
  return (
    <ul className="thread-key">
      {sides.has('strained') && (
        <li>
          <Sign>
            <circle className="thread-strained" cx="8" cy="8" r="6" style={{ fill: 'var(--strained-2)' }} />
          </Sign>
          strained
        </li>
      )}
      {sides.has('eased') && (
        <li>
          <Sign>
            <circle className="thread-eased" cx="8" cy="8" r="5" style={{ stroke: 'var(--eased-2)' }} />
          </Sign>
          eased
        </li>
      )}
      {sides.has('nothing') && (
        <li>
          <Sign>
            <circle className="thread-middle" cx="8" cy="8" r="4" style={{ fill: 'var(--ink-soft)' }} />
          </Sign>
          nothing read
        </li>
      )}
      {thread.contacts.some(({ effort }) => effort > 0) && <li>larger: more effort</li>}
      {thread.contacts.some(({ isMomentOfTruth }) => isMomentOfTruth) && (
        <li>
          <Sign>
            <circle className="thread-ring" cx="8" cy="8" r="7" />
          </Sign>
          moment of truth
        </li>
      )}
      {thread.waits.length > 0 && (
        <li>
          <Sign>
            <rect className="thread-wait" y="4" width="16" height="8" />
          </Sign>
          waiting
        </li>
      )}
      {thread.spokenHandOffs.length > 0 && (
        <li>
          <Sign>
            <path className="thread-spoken" d="M2 12L8 5L14 12" />
          </Sign>
          told to go elsewhere
        </li>
      )}
      {thread.promises.length > 0 && (
        <li>
          <Sign>
            <g className="thread-promise thread-promise-kept" transform="translate(4 15)">
              <path d="M0 0V-12" />
              <path className="thread-flag" d="M0 -12H8V-7H0Z" />
            </g>
          </Sign>
          promise, filled when kept, torn when broken
        </li>
      )}
      {layOutThread(thread, largeThread).breaks.length > 0 && (
        <li>
          <Sign>
            <g className="thread-break">
              <path d="M5 14l3 -12M9 14l3 -12" />
            </g>
          </Sign>
          quiet time, drawn shorter
        </li>
      )}
    </ul>
  )
}

function Sign({ children }: { readonly children: React.ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  )
}
