import { useMutation } from '@tanstack/react-query'
import type { EndpointJson } from '../../../contract/endpoint.ts'
import { api } from '../../api.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { sayTrial } from './say-leaving.ts'

type Props = { readonly workspace: string; readonly receiver: EndpointJson['receiver'] }

/** Asks whoever would be asked for one invented sentence, and says what came. */
export function TryEndpoint({ workspace, receiver }: Props) {
  const attempt = useMutation({ mutationFn: () => api.tryEndpoint(workspace) })
  const isIdle = receiver === null
  return (
    <>
      <p className="notice-ways">
        <button
          type="button"
          className="button"
          disabled={isIdle || attempt.isPending}
          onClick={() => attempt.mutate()}
        >
          Try it
        </button>
        <span className="small soft">
          {isIdle ? 'There is nobody to ask.' : 'Sends one invented sentence, of no customer.'}
        </span>
      </p>
      {attempt.isError && <FailedStep error={attempt.error} />}
      <div role="status">
        {attempt.data?.trials.map((trial) => (
          <p key={trial.asks}>{sayTrial(trial)}</p>
        ))}
      </div>
    </>
  )
}
