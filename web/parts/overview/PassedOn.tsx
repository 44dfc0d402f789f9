import type { ReactNode } from 'react'
import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'

type Props = { readonly workspace: string; readonly handOffs: Report['handOffs'] }

/** Who was passed from team to team, how often it went in circles, and how often the customer was told to go elsewhere. */
export function PassedOn({ workspace, handOffs }: Props) {
  const { cases, issues, spoken } = handOffs
  return (
    <Section title="Who was passed on" note="From one team to another, before it was done.">
      <dl className="facts">
        {isKnown(issues) && (
          <Fact name="Issues passed on" note={formatShare(issues.withHandOff / Math.max(1, issues.issues))}>
            <Figure href={paths.issues(workspace, { handedOff: 'yes' })}>
              {formatCount(issues.withHandOff)}
            </Figure>
          </Fact>
        )}
        {isKnown(issues) && (
          <Fact name="Issues that went back to a team that had them before">
            <Figure href={paths.issues(workspace, { pingPong: 'yes' })}>
              {formatCount(issues.pingPong)}
            </Figure>
          </Fact>
        )}
        {isKnown(cases) && (
          <Fact name="Cases passed on" note={formatShare(cases.withHandOff / Math.max(1, cases.cases))}>
            <Figure href={paths.cases(workspace, { handedOff: 'yes' })}>
              {formatCount(cases.withHandOff)}
            </Figure>
          </Fact>
        )}
        {isKnown(cases) && (
          <Fact name="Hand-offs within cases" note={`at most ${formatCount(cases.most)} in one`}>
            <Figure href={paths.cases(workspace, { handedOff: 'yes' })}>{formatCount(cases.handOffs)}</Figure>
          </Fact>
        )}
        {isKnown(cases) && (
          <Fact name="Cases that went back to a team that had them before">
            <Figure href={paths.cases(workspace, { pingPong: 'yes' })}>{formatCount(cases.pingPong)}</Figure>
          </Fact>
        )}
        {isKnown(spoken) && (
          <Fact name="Times a customer was told that someone else must handle it">
            <Figure href={paths.signals(workspace, 'spokenHandOff')}>{formatCount(spoken)}</Figure>
          </Fact>
        )}
      </dl>
      {!isKnown(cases) && <CannotSay what="how many cases were passed on" because={cases.cannotSay} />}
      {!isKnown(issues) && isKnown(cases) && (
        <CannotSay what="how many issues were passed on" because={issues.cannotSay} />
      )}
      {!isKnown(spoken) && <CannotSay what="how many were told to go elsewhere" because={spoken.cannotSay} />}
    </Section>
  )
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <span className="soft small"> {note}</span>}
      </dd>
    </div>
  )
}
