import type { CausePage } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatShare, formatShareRange } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly workspace: string; readonly cameBefore: CausePage['cameBefore'] }

/** Causes whose issues this one follows more often than chance. */
export function CameBefore({ workspace, cameBefore }: Props) {
  if (cameBefore.length === 0) return null
  return (
    <ul className="came-before">
      {cameBefore.map(({ cause, share, lift }) => (
        <li key={cause.id}>
          It follows “<Go href={paths.cause(workspace, cause.id)}>{cause.name}</Go>”: after{' '}
          {formatShare(share.value)} of its issues within 30 days (95 % interval{' '}
          {formatShareRange(share.low, share.high)}),{' '}
          {lift.value < 10 ? lift.value.toFixed(1) : formatCount(lift.value)} times as often as otherwise.
        </li>
      ))}
    </ul>
  )
}
