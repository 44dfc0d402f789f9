import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Failure } from '../contract/failures.ts'
import type { App } from './app.ts'

const folder = join(import.meta.dirname, '../dist/web')

/** Serves the built web app; an address that is no file opens the app, which draws the page for it. */
export function addWebApp(app: App): void {
  app.use('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.get('*', serveStatic({ root: folder, rewriteRequestPath: (path) => (path === '/' ? '/none' : path) }))
  app.get('*', async (context) => {
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
    if (page === null) {
      throw new Failure(
        'notFound',
        'The web app is not built yet.',
        'Run npm run build, or start with npm start.',
      )
    }
    context.header('cache-control', 'no-cache')
    return context.html(page)
  })
}
