/** Where the process is between its start and its end. */
export type Stage = 'starting' | 'serving' | 'stopping'

export type Life = {
  stage(): Stage
  serve(): void
  /** Whoever holds something open, such as a stream of events, ends it at this signal. */
  readonly stopping: AbortSignal
  stop(): void
}

export function beginLife(): Life {
  const ending = new AbortController()
  let stage: Stage = 'starting'
  return {
    stage: () => stage,
    serve: () => {
      if (stage === 'starting') stage = 'serving'
    },
    stopping: ending.signal,
    stop: () => {
      stage = 'stopping'
      ending.abort()
    },
  }
}
