import { deskRoutes } from '../../contract/desk/routes.ts'
import type { StepInput } from '../../contract/desk/steps.ts'
import { aGuideline } from '../../core/guidelines/test-kit.ts'
import { asJson, type TestApi } from '../test-kit.ts'

/** Rita at the front, Lena who leads, Olga who owns, and a guideline for a cause, put live. */
export async function setUpDesk(api: TestApi, base: string, causes: readonly string[]): Promise<number> {
  for (const [name, role] of [
    ['Rita', 'rep'],
    ['Rosa', 'rep'],
    ['Lena', 'lead'],
    ['Olga', 'owner'],
  ]) {
    await api.call(deskRoutes.saveDeskPerson, `${base}/desk-people`, asJson({ name, role, hasLeft: false }))
  }
  const guideline = { ...aGuideline(), causes }
  const { row } = await api.call(
    deskRoutes.saveGuideline,
    `${base}/guidelines`,
    asJson({ who: 'Olga', guideline }),
  )
  await api.call(
    deskRoutes.putGuidelineLive,
    `${base}/guidelines/${row.id}/live`,
    asJson({ who: 'Olga', version: 1 }),
  )
  return row.id
}

/** The steps up to a shared understanding. */
export async function understand(api: TestApi, address: string, evidence: string): Promise<void> {
  const steps: readonly StepInput[] = [
    { kind: 'wished', text: 'My money, and nobody to ask twice' },
    { kind: 'lived', text: 'You came to us.', evidence: [evidence] },
    { kind: 'hoped', feel: 'safe', think: 'they saw it', act: 'pay once', known: 'believed' },
    { kind: 'understandingShared', text: 'You were charged twice. Have I got that right?' },
  ]
  for (const step of steps) {
    await api.call(deskRoutes.takeDeskStep, `${address}/steps`, asJson({ who: 'Rita', step }))
  }
}
