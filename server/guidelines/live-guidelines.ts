import { type GuidelineJson, guidelineSchema } from '../../contract/desk/guidelines.ts'
import { causeId } from '../../core/base/ids.ts'
import type { Instant } from '../../core/base/time.ts'
import type { Guideline } from '../../core/guidelines/guideline.ts'
import { listGuidelines, type StoredGuideline, type StoredVersion } from '../../store/guidelines.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

/** A guideline as it holds now. */
export type LiveGuideline = {
  readonly id: number
  readonly version: number
  readonly guideline: Guideline
  /** Since when any version of it has held. */
  readonly liveAt: Instant
}

/** Those that hold: put live, and not retired. */
export async function listLiveGuidelines(client: Client, scope: Scope): Promise<LiveGuideline[]> {
  return (await listGuidelines(client, scope)).flatMap((stored) => {
    const live = stored.retiredAt === null ? liveVersionOf(stored) : null
    if (live === null) return []
    const liveAt = Math.min(...stored.versions.flatMap((version) => version.liveAt ?? []))
    return [{ id: stored.id, version: live.version, guideline: parseGuideline(live), liveAt }]
  })
}

/** The version that was put live last, which need not be the newest. */
export function liveVersionOf({ versions }: StoredGuideline): StoredVersion | null {
  let found: StoredVersion | null = null
  for (const version of versions) {
    if (version.liveAt !== null && (found?.liveAt ?? 0) <= version.liveAt) found = version
  }
  return found
}

export function parseGuideline({ content }: Pick<StoredVersion, 'content'>): Guideline {
  return fromJson(guidelineSchema.parse(content))
}

export function fromJson({ causes, ...json }: GuidelineJson): Guideline {
  return { ...json, causes: causes.map(causeId) }
}
