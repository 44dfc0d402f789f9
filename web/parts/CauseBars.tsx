import './cause-bars.css'
import type { CauseRow } from '../../contract/screens.ts'
import { paths } from '../paths.ts'
import { formatCount, formatShare, formatShareRange, plural } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'

type Props = {
  readonly workspace: string
  readonly causes: readonly CauseRow[]
  readonly by: 'size' | 'theme'
}

/** Causes as bars, most contacts first: the whole bar is the contacts, its stronger part those who came back. */
export function CauseBars({ workspace, causes, by }: Props) {
  const most = Math.max(1, ...causes.map((cause) => cause.contacts))
  return (
    <table className="cause-bars">
      <thead>
        <tr>
          <th scope="col">Cause</th>
          <th scope="col" className="number">
            Contacts
          </th>
          <th scope="col">
            <span className="unseen">Drawn</span>
          </th>
          <th scope="col" className="number">
            Came back
          </th>
        </tr>
      </thead>
      {(by === 'size' ? [bySize(causes)] : byTheme(causes)).map(({ theme, own }) => (
        <tbody key={theme?.id ?? ''} className={isAlone(theme, own) ? 'cause-alone' : undefined}>
          {theme !== null && !isAlone(theme, own) && (
            <tr>
              <th scope="rowgroup" colSpan={4} className="soft cause-theme">
                {plural(own.length, 'cause')} close together, {formatCount(contactsOf(own))} contacts
              </th>
            </tr>
          )}
          {own.map((cause) => (
            <tr key={cause.id}>
              <th scope="row">
                <Go data-row href={paths.cause(workspace, cause.id)}>
                  {cause.name}
                </Go>
              </th>
              <td className="number">
                <Go href={paths.contacts(workspace, { cause: cause.id })}>{formatCount(cause.contacts)}</Go>
              </td>
              <td className="cause-bar-cell">
                <Bar share={cause.contacts / most} repeated={cause.repeatShare?.value ?? 0} />
              </td>
              <td className="number">
                {cause.repeatShare === null ? (
                  <span className="soft" title="Cannot say: these contacts are not joined to issues">
                    not known
                  </span>
                ) : (
                  <span className="cause-again" title={sayInterval(cause.repeatShare)}>
                    {formatShare(cause.repeatShare.value)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Bar({ share, repeated }: { readonly share: number; readonly repeated: number }) {
  return (
    <span className="cause-bar" style={{ width: `${share * 100}%` }} aria-hidden="true">
      <span style={{ width: `${repeated * 100}%` }} />
    </span>
  )
}

type Group = { readonly theme: CauseRow['theme']; readonly own: readonly CauseRow[] }

/** A theme of one cause needs no heading. */
function isAlone(theme: Group['theme'], own: Group['own']): boolean {
  return theme !== null && own.length === 1
}

function bySize(causes: readonly CauseRow[]): Group {
  return { theme: null, own: causes.toSorted((left, right) => right.contacts - left.contacts) }
}

/** Themes by their contacts; where one theme is all, or each has one cause, there is nothing to group. */
function byTheme(causes: readonly CauseRow[]): readonly Group[] {
  const themes = Map.groupBy(causes, ({ theme }) => theme?.id ?? '')
  if (themes.size < 2 || themes.size === causes.length) return [bySize(causes)]
  return [...themes.values()]
    .map((own) => ({ ...bySize(own), theme: own[0]?.theme ?? null }))
    .toSorted((left, right) => contactsOf(right.own) - contactsOf(left.own))
}

function contactsOf(own: readonly CauseRow[]): number {
  return own.reduce((sum, { contacts }) => sum + contacts, 0)
}

function sayInterval({ low, high, n }: NonNullable<CauseRow['repeatShare']>): string {
  return `Of ${plural(n, 'contact')}, 95 % interval ${formatShareRange(low, high)}`
}
