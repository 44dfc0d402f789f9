import { findOverview, listWorkspaces } from '../../contract/routes.ts'
import { toIso } from '../../core/base/time.ts'
import { listAllWorkspaces } from '../../store/workspaces.ts'
import type { App } from '../app.ts'
import { enter } from '../gate.ts'
import { buildReport } from '../reports/build-report.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'

export function addWorkspaceRoutes(app: App, service: Service): void {
  app.openapi(listWorkspaces, async (context) => {
    const workspaces = await listAllWorkspaces(service.store.pool)
    const listed = await Promise.all(
      workspaces.map(async ({ name, isDemo, readAt }) => {
        const { report } = await readDocuments(service, await enter(service, name))
        return {
          name,
          isDemo,
          interactions: report.counts.interactions,
          readAt: readAt === null ? null : toIso(readAt),
        }
      }),
    )
    return context.json({ workspaces: listed }, 200)
  })

  app.openapi(findOverview, async (context) => {
    const scope = await enter(service, context.req.valid('param').workspace)
    const report = await buildReport(service, scope, null)
    const { weeks, channels, voice } = (await readDocuments(service, scope)).overview
    return context.json({ report, weeks, channels, voice }, 200)
  })
}
