import type { ImportJson } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { formatCount } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { isUnderWay } from './PastImports.tsx'
import { addUp, sayProgress } from './say-file.ts'

type Props = { readonly workspace: string; readonly one: ImportJson }

/** How far a reading is; once done, the sum that leaves no row out. */
export function ReadSoFar({ workspace, one }: Props) {
  return (
    <section className="section">
      {isUnderWay(one) && <Progress one={one} />}
      {one.state === 'failed' && (
        <div role="alert">
          <h2>{one.failure?.message ?? 'The reading stopped, and we do not know why.'}</h2>
          <p>{one.failure?.hint ?? 'Bring the file once more; what was read is kept.'}</p>
        </div>
      )}
      {!isUnderWay(one) && one.files.length > 0 && <Sum one={one} />}
      {one.state === 'done' && (
        <p className="notice-ways">
          <Go className="button button-first" href={paths.today(workspace)}>
            See what they lived through
          </Go>
        </p>
      )}
      {one.state === 'failed' && (
        <p className="notice-ways">
          <Go className="button" href={paths.sources(workspace)}>
            Bring another file
          </Go>
        </p>
      )}
    </section>
  )
}

function Progress({ one }: { readonly one: ImportJson }) {
  return (
    <div className="reading">
      <p className="page-intro" role="status">
        {one.step}
      </p>
      <progress aria-label="Progress" max={1} {...(one.progress === null ? {} : { value: one.progress })} />
      <p className="soft">{sayProgress(one)}</p>
    </div>
  )
}

function Sum({ one }: { readonly one: ImportJson }) {
  return (
    <dl className="sum">
      <div>
        <dd>{formatCount(one.rows)}</dd>
        <dt>rows</dt>
      </div>
      {addUp(one).map(({ name, count }, index) => (
        <div key={name}>
          <dd>
            <span className="soft">{index === 0 ? '= ' : '+ '}</span>
            {formatCount(count)}
          </dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  )
}
