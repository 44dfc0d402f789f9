import type { Driver } from '../../../contract/drivers.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { nameDriver, sayDriverOnset, sayUnknownOnsets } from './say-driver.ts'

type Props = {
  readonly drivers: readonly Driver[]
  readonly workspace: string
  readonly cause: string
}

/** What goes with a cause, as times more often, each with its interval on one scale from 1, and since when. */
export function Drivers({ drivers, workspace, cause }: Props) {
  if (drivers.length === 0) {
    return (
      <CannotSay because="nothing in these contacts goes with this cause more often than chance would have it" />
    )
  }
  const max = Math.max(2, ...drivers.map(({ lift }) => lift.high))
  return (
    <>
      <table className="plain-table drivers">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col" className="number">
              Times as often
            </th>
            <th scope="col" className="wide-cell">
              <span className="driver-scale" aria-hidden="true">
                <span style={{ left: `${100 / max}%` }}>1 = as often</span>
              </span>
              <span className="unseen">Interval</span>
            </th>
            <th scope="col" className="number">
              Contacts
            </th>
          </tr>
        </thead>
        <tbody>
          {drivers.map((driver) => (
            <tr key={`${driver.kind}:${driver.attribute}:${driver.value}`}>
              <th scope="row">
                <span className="soft">{nameDriver(driver).kind}</span>{' '}
                <Named driver={driver} workspace={workspace} />
                {isKnown(driver.onset) && (
                  <span className="driver-since">{sayDriverOnset(driver.onset)}</span>
                )}
              </th>
              <td className="number">{driver.lift.value.toFixed(1)}</td>
              <td>
                <Lift lift={driver.lift} max={max} />
              </td>
              <td className="number">
                <Figure href={paths.contacts(workspace, { cause, ...viewOf(driver) })}>
                  {formatCount(driver.contacts)}
                </Figure>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sayUnknownOnsets(drivers).map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
    </>
  )
}

function Named({ driver, workspace }: { readonly driver: Driver; readonly workspace: string }) {
  if (driver.kind !== 'before') return nameDriver(driver).value
  return (
    <>
      “<Go href={paths.cause(workspace, driver.value)}>{driver.name}</Go>”
    </>
  )
}

function viewOf({ kind, attribute, value }: Driver) {
  const isMark = kind === 'step' || kind === 'rule' || kind === 'before'
  return isMark ? { attribute, value, mark: kind } : { attribute, value }
}

function Lift({ lift, max }: { readonly lift: Driver['lift']; readonly max: number }) {
  const at = (value: number) => `${(Math.min(value, max) / max) * 100}%`
  const words = `${lift.value.toFixed(1)} times as often, 95 % interval ${lift.low.toFixed(1)} to ${lift.high.toFixed(1)}`
  return (
    <span className="share" role="img" aria-label={words} title={words}>
      <span className="share-one" style={{ left: at(1) }} />
      <span className="share-band" style={{ left: at(lift.low), right: `calc(100% - ${at(lift.high)})` }} />
      <span className="share-mark" style={{ left: at(lift.value) }} />
    </span>
  )
}
