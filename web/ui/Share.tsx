import type { ShareJson } from '../../contract/report.ts'
import { formatCount, formatShare, formatShareRange } from './format.ts'

type Props = {
  readonly share: ShareJson
  /** What one is counted over: `contacts`. */
  readonly of: string
  /** The share at the right end of the drawing. */
  readonly max?: number
}

/** A share drawn from nought, with its 95 % interval as a band. */
export function Share({ share, of, max = 1 }: Props) {
  const at = (value: number) => `${(Math.min(value, max) / max) * 100}%`
  const words = `${formatShare(share.value)} of ${formatCount(share.n)} ${of}, 95 % interval ${formatShareRange(share.low, share.high)}`
  return (
    <span className="share" role="img" aria-label={words} title={words}>
      <span className="share-line" style={{ width: at(share.value) }} />
      <span className="share-band" style={{ left: at(share.low), right: `calc(100% - ${at(share.high)})` }} />
      <span className="share-mark" style={{ left: at(share.value) }} />
    </span>
  )
}
