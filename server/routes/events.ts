import { streamSSE } from 'hono/streaming'
import { listenToNews } from '../../contract/interactions.ts'
import type { App } from '../app.ts'
import { listenForNews } from '../live/listen.ts'
import type { Service } from '../service.ts'

/** Often enough that nobody on the way takes the connection for dead. */
const beatMs = 20_000

/** Tells screens that there is news, as it happens. */
export function addEventRoutes(app: App, service: Service): void {
  app.openapi(listenToNews, (context) => {
    const { scope } = context.get('entered')
    // Whoever puts answers together before passing them on must not wait for the end of this one.
    context.header('x-accel-buffering', 'no')
    return streamSSE(context, async (stream) => {
      const ended = Promise.withResolvers<void>()
      const stopListening = listenForNews(
        service,
        scope,
        ({ kind }) => void stream.writeSSE({ event: kind, data: '' }),
      )
      const beat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }), beatMs)
      stream.onAbort(ended.resolve)
      service.life.stopping.addEventListener('abort', () => ended.resolve(), { once: true })
      await stream.writeSSE({ event: 'beat', data: '' })
      await ended.promise
      clearInterval(beat)
      stopListening()
    })
  })
}
