import type { Review } from '../../../contract/review.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { formatCount, listWords } from '../../ui/format.ts'

type Props = Pick<Review, 'agreement' | 'reviewers'>

/** Whether two people mean the same by a signal: without that, no method can be right. */
export function Agreement({ agreement, reviewers }: Props) {
  return (
    <>
      {isKnown(agreement) ? (
        <p>
          Krippendorff’s alpha is <strong>{agreement.value.toFixed(2)}</strong> ({agreement.low.toFixed(2)} to{' '}
          {agreement.high.toFixed(2)}) over {formatCount(agreement.n)} places judged by two people. From 0.8
          on people mean the same; below 0.67 the question itself is unclear.
        </p>
      ) : (
        <CannotSay because={agreement.cannotSay} />
      )}
      {reviewers.length > 0 && <p className="small soft">Reviewers so far: {listWords(reviewers)}.</p>}
    </>
  )
}
