import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AssumptionInput } from '../../../contract/cost.ts'
import type { Assumption } from '../../../core/cost/assumption.ts'
import type { CostEstimate, CostInputs } from '../../../core/cost/cost-inputs.ts'
import { sayCost } from '../../../core/cost/say-cost.ts'
import { formatCount, formatMoney } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { leftOut, toCostView } from '../../views.ts'
import { Assumptions } from './Assumptions.tsx'
import { CostFan } from './CostFan.tsx'
import { CostLines } from './CostLines.tsx'
import { CostRanges } from './CostRanges.tsx'
import { Horizon } from './Horizon.tsx'
import { ThenAndNow } from './ThenAndNow.tsx'
import { Tornado } from './Tornado.tsx'
import { useEstimate } from './useEstimate.ts'

type Props = {
  readonly workspace: string
  readonly whole: CostEstimate
  readonly inputs: CostInputs
}

const route = getRouteApi('/w/$workspace/cost')

/** The estimate as the reader bends it: some causes, other months, other assumptions; what it rests on beside it. */
export function WeighedCost({ workspace, whole, inputs }: Props) {
  const { months = '', without = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [tried, setTried] = useState<ReadonlyMap<string, AssumptionInput>>(new Map())
  const left = useMemo(() => leftOut(without), [without])
  const bent = useMemo(() => bend(inputs, { months, left, tried }), [inputs, months, left, tried])
  const { estimate, isBehind } = useEstimate(bent, { inputs, estimate: whole })
  // Who comes by a link to some of it is not shown the whole first, as if that were what the link promised.
  const [isSentToPart] = useState(bent !== inputs)
  if (isSentToPart && isBehind && estimate === whole) return <Skeleton lines={10} height={24} />
  const all = inputs.history.causes.map(({ id }) => String(id))
  const [answer = '', ...rest] = sayCost(estimate, (amount) => formatMoney(amount, estimate.currency))
  return (
    <>
      <div aria-live="polite" aria-busy={isBehind}>
        <p className="lead">{answer}</p>
        {rest.map((sentence) => (
          <p key={sentence} className="cost-rest">
            {sentence}
          </p>
        ))}
      </div>
      <div className="cost">
        <div className="cost-answer">
          <Section title="As time goes by">
            <Horizon
              months={estimate.months}
              onChange={(chosenMonths) =>
                navigate({ search: toCostView(String(chosenMonths), [...left]), replace: true })
              }
            />
            <CostFan cost={estimate} />
          </Section>
          <Section title="By cause" note="Ticked causes are in the sum.">
            <CostRanges
              workspace={workspace}
              whole={whole}
              cost={estimate}
              chosen={new Set(all.filter((id) => !left.has(id)))}
              onChoose={(next) =>
                navigate({
                  search: toCostView(
                    months,
                    all.filter((id) => !next.has(id)),
                  ),
                  replace: true,
                })
              }
            />
          </Section>
          <Section title="Where the money goes">
            <CostLines cost={estimate} />
          </Section>
          <Section
            title="What moves it most"
            note="The whole with one number low and high, everything else in the middle."
          >
            <Tornado cost={estimate} />
          </Section>
          <p className="small soft">{sayDraws(estimate)}</p>
          <ThenAndNow workspace={workspace} />
        </div>
        <Section title="What this rests on">
          <Assumptions
            workspace={workspace}
            assumptions={inputs.assumptions}
            currency={inputs.currency}
            tried={tried}
            onTry={setTried}
          />
        </Section>
      </div>
    </>
  )
}

type Bending = {
  readonly months: string
  readonly left: ReadonlySet<string>
  readonly tried: ReadonlyMap<string, AssumptionInput>
}

/** The inputs themselves where nothing was bent, so that the server's estimate stands. */
function bend(inputs: CostInputs, { months, left, tried }: Bending): CostInputs {
  const wanted = Number(months)
  const isHorizon = Number.isInteger(wanted) && wanted >= 1 && wanted <= 60
  const causes = inputs.history.causes.filter(({ id }) => !left.has(id))
  const isWhole = causes.length === inputs.history.causes.length || causes.length === 0
  if (isWhole && tried.size === 0 && (!isHorizon || wanted === inputs.months)) return inputs
  return {
    ...inputs,
    months: isHorizon ? wanted : inputs.months,
    ...(isWhole ? {} : { only: causes.map(({ id }) => String(id)) }),
    assumptions: inputs.assumptions.map((assumption) => tryOut(assumption, tried.get(assumption.name))),
  }
}

/** A channel that has no minutes of its own gets them by being tried. */
function tryOut(assumption: Assumption, tried: AssumptionInput | undefined): Assumption {
  return tried === undefined ? assumption : { ...assumption, ...tried, source: 'entered' }
}

function sayDraws({ simulation, currency }: CostEstimate): string {
  const { draws, error } = simulation
  const most = Math.max(error.low, error.mid, error.high)
  return `Drawn ${formatCount(draws)} times, the same each time; drawing alone moves these ends by about ${formatMoney(most, currency)}.`
}
