import '../parts/cost/cost.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isKnown } from '../../core/base/cannot-say.ts'
import { WeighedCost } from '../parts/cost/WeighedCost.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { CannotSay } from '../ui/CannotSay.tsx'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/cost')

/** What doing nothing costs, beside everything it rests on. */
export function CostPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.cost(workspace))
  return (
    <Page title="The cost of doing nothing">
      <Answer query={query} waiting={<Waiting />}>
        {({ cost, inputs }) =>
          isKnown(cost) && isKnown(inputs) ? (
            <WeighedCost workspace={workspace} whole={cost} inputs={inputs} />
          ) : (
            <Unknown
              because={isKnown(cost) ? 'its inputs are missing' : cost.cannotSay}
              workspace={workspace}
            />
          )
        }
      </Answer>
    </Page>
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
