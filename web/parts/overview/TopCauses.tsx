import { useQuery } from '@tanstack/react-query'
import type { Report } from '../../../contract/report.ts'
import type { CauseRow } from '../../../contract/screens.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { formatShare } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { CauseBars } from '../CauseBars.tsx'

const shown = 10

type Props = { readonly workspace: string; readonly causes: Report['causes'] }

/** The Pareto of causes: few causes, most contacts. */
export function TopCauses({ workspace, causes }: Props) {
  const query = useQuery({ ...queries.causes(workspace), enabled: isKnown(causes) })
  if (!isKnown(causes)) {
    return (
      <Section title="What brings them to you">
        <CannotSay because={causes.cannotSay} />
      </Section>
    )
  }
  return (
    <Answer query={query} waiting={<Skeleton lines={shown} />}>
      {(reply) => (
        <Section title="What brings them to you" note={sayLargest(reply.causes)}>
          <CauseBars workspace={workspace} causes={reply.causes.slice(0, shown)} by="size" />
          <p>
            <Go href={paths.causes(workspace)}>
              {reply.causes.length > shown ? `All ${reply.causes.length} causes` : 'More about the causes'}
            </Go>
          </p>
        </Section>
      )}
    </Answer>
  )
}

function sayLargest(causes: readonly CauseRow[]): string {
  const isAgainKnown = causes.some(({ repeatShare }) => repeatShare !== null)
  const key = isAgainKnown
    ? ' The stronger part of a bar: from people who came back with an issue they had before.'
    : ''
  if (causes.length <= shown) return `Contacts by cause.${key}`
  const share = causes.slice(0, shown).reduce((sum, cause) => sum + cause.share.value, 0)
  return `The ${shown} largest of ${causes.length} causes bring ${formatShare(share)} of the contacts.${key}`
}
