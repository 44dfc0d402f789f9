import type { Report } from '../../../contract/report.ts'
import { paths } from '../../paths.ts'
import { formatCount, formatShare, plural } from '../../ui/format.ts'
import type { Phrase, Sentence } from '../overview/say-overview.ts'

type Posture = Exclude<Report['posture'], { cannotSay: string }>

/** The answer that the page of postures opens with: how many of all messages turned to the customer, and how many kept them off. */
export function sayPosture(posture: Posture, workspace: string): Sentence {
  const share = (key: 'outsideIn' | 'insideOut' | 'both'): Phrase => ({
    figure: formatShare(posture[key] / Math.max(1, posture.messages)),
    href: paths.signals(workspace, key),
    note: `${formatCount(posture[key])} of ${plural(posture.messages, 'message')}`,
  })
  return [
    `Of ${plural(posture.messages, 'message')} to customers, `,
    share('outsideIn'),
    ' turned to the customer (outside-in), ',
    share('insideOut'),
    ' kept them off (inside-out) and ',
    share('both'),
    ' did both.',
  ]
}
