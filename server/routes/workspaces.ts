import { findOverview, listWorkspaces } from '../../contract/routes.ts'
import { toIso } from '../../core/base/time.ts'
import { listImports } from '../../store/imports.ts'
import type { App } from '../app.ts'
import { listEnterable } from '../gate.ts'
import { buildReport } from '../reports/build-report.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { toRatingNames } from '../translate/rating-names.ts'

export function addWorkspaceRoutes(app: App, service: Service): void {
  app.openapi(listWorkspaces, async (context) => {
    const who = context.get('who')
    const enterable = who === null ? [] : await listEnterable(service, who)
    const listed = await Promise.all(
      enterable.map(async ({ workspace: { name, isDemo, readAt }, service, scope }) => {
        const { report } = await readDocuments(service, scope)
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
    const { scope, service, sight } = context.get('entered')
    const report = await buildReport(service, scope, null)
    const { weeks, channels, ratings, surveys, voice } = (await readDocuments(service, scope)).overview
    const ratingNames = toRatingNames(await listImports(service.store.pool, scope), (word) =>
      sight.text(word),
    )
    return context.json({ report, weeks, channels, ratings, surveys, ratingNames, voice }, 200)
  })
}
