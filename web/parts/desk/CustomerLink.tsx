import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { formatDay } from '../../ui/format.ts'
import type { Desk } from './useDesk.ts'

type Props = { readonly desk: Desk; readonly link: DeskIssue['link'] }

/** The customer's own page: its address is told once, and a new one ends the one before. */
export function CustomerLink({ desk: { link: make }, link }: Props) {
  if (make.data !== undefined) {
    const address = `${window.location.origin}${make.data.path}`
    return (
      <label className="field link-field">
        <span>For the customer, until {formatDay(make.data.expiresAt)}</span>
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
    )
  }
  return (
    <button
      type="button"
      className="button button-first"
      disabled={make.isPending}
      onClick={() => make.mutate()}
    >
      {link === null ? 'Make a link for the customer' : 'Make a new link; the old one ends'}
    </button>
  )
}
