import './changes.css'
import { useQuery } from '@tanstack/react-query'
import type { Voice } from '../../../contract/screens.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Options } from './Options.tsx'
import { PlanForm } from './PlanForm.tsx'
import { Whys } from './Whys.tsx'

type Props = { readonly workspace: string; readonly cause: string; readonly voices: readonly Voice[] }

/** On a cause: why it happens, and what could be done about it beside doing nothing. */
export function CauseChanges({ workspace, cause, voices }: Props) {
  const query = useQuery(queries.causeDecision(workspace, cause))
  return (
    <Answer query={query} waiting={<Skeleton lines={6} />}>
      {(decision) => (
        <>
          <Section
            title="Why it happens"
            note="What people here hold to be the reason, each answer asked why again."
          >
            <Whys workspace={workspace} cause={cause} whys={decision.whys} voices={voices} />
          </Section>
          <Section
            title="What could be done"
            note="What each change would be worth beside doing nothing over the same months, or what came of it."
          >
            <Options workspace={workspace} decision={decision} />
            <details className="why-form">
              <summary>Plan a change</summary>
              <PlanForm
                workspace={workspace}
                cause={cause}
                decision={decision}
                currency={isKnown(decision.doNothing) ? decision.doNothing.currency : 'EUR'}
              />
            </details>
          </Section>
        </>
      )}
    </Answer>
  )
}
