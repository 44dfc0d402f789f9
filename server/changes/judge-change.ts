import type { VerdictJson } from '../../contract/changes.ts'
import type { CostJson } from '../../contract/cost.ts'
import { cannotSay, isKnown, type Known } from '../../core/base/cannot-say.ts'
import type { Range } from '../../core/base/figure.ts'
import { dayMs } from '../../core/base/time.ts'
import { findOverlaps } from '../../core/changes/can.ts'
import { type Change, type FeltChange, isFelt } from '../../core/changes/change.ts'
import { type ControlGroup, chooseControls } from '../../core/changes/choose-controls.ts'
import { countDaily, type DailyCount } from '../../core/changes/daily-counts.ts'
import { moneyKept } from '../../core/changes/money-kept.ts'
import { isVague } from '../../core/changes/proof/measure-effect.ts'
import { sayVerdict } from '../../core/changes/proof/say-verdict.ts'
import { defaultProof, type Judgement } from '../../core/changes/proof/verdict.ts'
import { seriesOfChange } from '../../core/changes/series-of-change.ts'
import { countChannels, listDailyContacts, type TouchedContacts } from '../../store/contacts-in-scope.ts'
import type { Scope } from '../../store/scope.ts'
import { findWorkspace } from '../../store/workspaces.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { judgeAside } from '../thinking/think.ts'
import type { JudgedChange } from '../thinking/thought.ts'

/** A verdict follows from the reading and the changes that were felt: kept until either is another. */
const judged = new WeakMap<Service['store'], Map<string, Promise<JudgedChange>>>()
const mostKept = 200

/** What a change that customers felt did, by the contacts of the current reading. */
export async function judgeChange(
  service: Service,
  scope: Scope,
  { change, all }: { change: FeltChange; all: readonly Change[] },
): Promise<JudgedChange> {
  const readingId = (await findWorkspace(service.store.pool, scope))?.readingId ?? null
  const felt = all.filter(isFelt)
  const starts = felt.map(({ id, startedOn }) => `${id} ${startedOn}`)
  const key = [scope, readingId, change.id, ...starts].join('/')
  const known = judged.get(service.store) ?? new Map<string, Promise<JudgedChange>>()
  judged.set(service.store, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const promised = judgeAnew(service, scope, change, felt)
  if (known.size >= mostKept) known.clear()
  known.set(key, promised)
  // What failed once is tried again by whoever asks next.
  promised.catch(() => known.delete(key))
  return promised
}

async function judgeAnew(
  service: Service,
  scope: Scope,
  change: FeltChange,
  felt: readonly FeltChange[],
): Promise<JudgedChange> {
  const { pool } = service.store
  const { report, cost } = await readDocuments(service, scope)
  const { period } = report
  const daily = async (touched: TouchedContacts): Promise<readonly DailyCount[]> =>
    isKnown(period)
      ? countDaily(await listDailyContacts(pool, scope, touched), {
          from: Date.parse(period.from),
          to: Math.min(Date.parse(period.to), endOf(change)),
        })
      : []
  const touched = new Set(felt.flatMap(({ plan }) => plan.scope.causes.map(({ id }) => id)))
  const controls = chooseControls(isKnown(cost) ? cost.causes.filter(({ id }) => id !== '') : [], touched)
  const { causes, channels, segments } = change.plan.scope
  const days = await daily({ causes: causes.map(({ id }) => id), channels, segments })
  const series = seriesOfChange(
    { name: 'the number of contacts', days },
    await Promise.all(
      controls.map(async (group) => ({
        name: group.name,
        days: await daily({ causes: group.causes, channels: [], segments: [] }),
      })),
    ),
    change.startedOn,
  )
  const otherChanges = findOverlaps(change, felt).map(({ plan, startedOn }) => ({
    name: plan.what,
    at: Date.parse(startedOn),
  }))
  const mix = await mixOf(service, scope, controls, change.startedOn)
  return judgeAside({ series, settings: defaultProof, surroundings: { otherChanges, mix } })
}

/** A change that was taken back is judged until then. */
function endOf(change: FeltChange): number {
  return change.state === 'reverted' ? Date.parse(change.settledOn) + dayMs : Number.POSITIVE_INFINITY
}

/** How untouched contacts came, before and since: when that is another mix, the days are not alike. */
async function mixOf({ store }: Service, scope: Scope, controls: readonly ControlGroup[], startedOn: string) {
  const causes = controls.flatMap((group) => group.causes)
  if (causes.length === 0) return null
  const counts = await countChannels(store.pool, scope, { causes, at: Date.parse(startedOn) })
  return {
    of: 'channels',
    kinds: counts.map(({ channel, before, after }) => ({ name: channel, before, after })),
  }
}

/** The verdict as every screen, the command line and the export say it, with what it brought since the start. */
export function toVerdictJson(
  { judgement }: JudgedChange,
  { change, cost }: { change: Change; cost: Known<CostJson> },
): VerdictJson {
  const { verdict, guards } = judgement
  const avoided = avoidedBy(judgement)
  const perContact = isKnown(cost) ? costPerContact(cost, change) : cost
  const money = !isKnown(avoided)
    ? avoided
    : !isKnown(perContact)
      ? perContact
      : { ...moneyKept(avoided, perContact), currency: isKnown(cost) ? cost.currency : '' }
  return {
    kind: verdict.kind,
    sentence: sayVerdict(judgement),
    guards: guards.map(({ name, status, sentence }) => ({ name, status, sentence })),
    avoided,
    moneyKept: money,
  }
}

/** By the interval that the verdict rests on; a verdict that knows next to nothing gives no figure. */
function avoidedBy({ verdict, effect, look }: Judgement): VerdictJson['avoided'] {
  if (effect === null) return cannotSay('nothing could be compared')
  if (verdict.kind === 'cannotSay' && isVague(effect)) return cannotSay(verdict.because)
  const { count, total, average, anyLook } = effect
  const { low, high } = look === 'planned' ? average : anyLook
  return { value: -total.value, low: -high * count, high: -low * count, days: count }
}

function costPerContact({ byCause }: CostJson, { plan }: Change): Known<Range> {
  const ids = plan.scope.causes.map(({ id }) => String(id))
  const own = byCause.filter(({ id }) => ids.includes(id))
  const sum = (of: (cause: CostJson['byCause'][number]) => number) =>
    own.reduce((all, cause) => all + of(cause), 0)
  const contacts = sum((cause) => cause.contacts)
  if (contacts === 0) return cannotSay('no cause of this change is in the current reading')
  return {
    low: sum(({ low }) => low) / contacts,
    mid: sum(({ mid }) => mid) / contacts,
    high: sum(({ high }) => high) / contacts,
  }
}
