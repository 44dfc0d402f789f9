import '../parts/cost/cost.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CostJson } from '../../contract/cost.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { Assumptions } from '../parts/cost/Assumptions.tsx'
import { CostRanges } from '../parts/cost/CostRanges.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { CannotSay } from '../ui/CannotSay.tsx'
import { formatMoney } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/cost')

/** What doing nothing costs, beside everything it rests on. */
export function CostPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.cost(workspace))
  return (
    <Page title="The cost of doing nothing">
      <Answer query={query} waiting={<Waiting />}>
        {({ cost }) =>
          isKnown(cost) ? (
            <Filled cost={cost} workspace={workspace} />
          ) : (
            <Unknown because={cost.cannotSay} workspace={workspace} />
          )
        }
      </Answer>
    </Page>
  )
}

function Filled({ cost, workspace }: { readonly cost: CostJson; readonly workspace: string }) {
  const { currency, months, low, mid, high } = cost
  return (
    <>
      <p className="lead">
        If nothing changes, answering these causes will cost about{' '}
        <strong>{formatMoney(mid, currency)}</strong> over the next {months} months; between{' '}
        {formatMoney(low, currency)} and {formatMoney(high, currency)}, as far as the assumptions hold.
      </p>
      <div className="cost">
        <Section title="By cause">
          <CostRanges workspace={workspace} cost={cost} />
        </Section>
        <Section title="What this rests on">
          <Assumptions workspace={workspace} assumptions={cost.assumptions} currency={currency} />
        </Section>
      </div>
    </>
  )
}

function Unknown({ because, workspace }: { readonly because: string; readonly workspace: string }) {
  return (
    <>
      <CannotSay what="what doing nothing costs" because={because} />
      <p>
        <Go href={paths.sources(workspace)}>See what the sources hold</Go>
      </p>
    </>
  )
}

function Waiting() {
  return (
    <div className="section">
      <Skeleton lines={2} height={32} />
      <Skeleton lines={10} height={24} />
    </div>
  )
}
