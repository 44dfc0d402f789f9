import '../trend.css'
import type { ChangePage } from '../../../contract/changes.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Section } from '../../ui/Page.tsx'
import { EffectChart } from './EffectChart.tsx'
import { Guards } from './Guards.tsx'
import { sayBrought } from './say-change.ts'

/** What a change did: the weeks with and without it, what it brought, and what the verdict had to pass. */
export function Outcome({ change, weeks }: Pick<ChangePage, 'change' | 'weeks'>) {
  const { verdict, startedOn } = change
  if (verdict === null || startedOn === null) return null
  const { avoided, guards } = verdict
  const brought = sayBrought(verdict)
  return (
    <>
      <Section
        title="Week by week"
        note="Contacts in its scope, and what would have been without it, foretold from the weeks before and from causes that no change touches. The band holds 95 %."
      >
        <EffectChart weeks={weeks} startedOn={startedOn} />
      </Section>
      <Section title="What it brought so far">
        {brought !== null ? (
          <p>{brought}</p>
        ) : (
          <CannotSay
            what="what it brought"
            because={
              verdict.kind === 'cannotSay' || isKnown(avoided)
                ? 'the verdict cannot say whether it helped'
                : avoided.cannotSay
            }
          />
        )}
      </Section>
      <Section title="What the verdict had to pass">
        <Guards guards={guards} />
      </Section>
    </>
  )
}
