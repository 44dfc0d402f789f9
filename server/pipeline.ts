import { causeMethod } from '../core/causes/cause-model.ts'
import { signalMethod } from '../core/signals/read-signals.ts'

/**
 * How a workspace's records are read, from bytes to what a screen shows. Each step is a pure function of facts and
 * settings that lives in core; the named file brings it its data and keeps what it found.
 *
 *   read        sources/read-source.ts          rows of a file become interactions, or are set aside
 *   keep        imports/read-files.ts           interactions become facts, once, with a note of how far we are
 *   who         readings/run-reading.ts         identities become customers          core/interactions/join-identities.ts
 *   hear        readings/sample-reasons.ts      reasons become causes                core/causes/discover-causes.ts
 *   follow      readings/read-partition.ts      for each customer, in any order      core/causes/read-customer.ts
 *                 signals                         what was felt, offered, refused    core/signals/read-signals.ts
 *                 contacts                        occasions of turning to us         core/issues/group-into-contacts.ts
 *                 causes                          what each occasion was about       core/causes/assign-cause.ts
 *                 issues                          one problem, however many contacts core/issues/group-into-issues.ts
 *                 hand-offs, follow-ups           passed on, came back               core/issues/
 *   add up      reports/write-reading.ts       counts become figures                core/causes/tally.ts, core/stats
 *   weigh       reports/cost.ts                 figures become costs                 core/cost/cost-of-doing-nothing.ts
 *   move        live/move-reading.ts           later facts: their customers again   the same functions, the same answer
 */
export const readingMethod = ['contacts-2', 'issues-4', signalMethod, causeMethod].join(' ')
