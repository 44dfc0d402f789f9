import type { CustomerPage, CustomerStep } from '../../../contract/desk/desk.ts'

/** What each part of the customer's page is given, and says. */
export type PartProps = {
  readonly page: CustomerPage
  /** Under which name what is typed in it is kept until it is said. */
  readonly draft: string
  readonly isPending: boolean
  readonly onSay: (step: CustomerStep) => void
}
