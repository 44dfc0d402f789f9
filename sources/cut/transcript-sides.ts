import { sideOfWord } from '../guess/sides.ts'
import type { Turn } from './transcript.ts'

/** Whom the row itself names, where it does. */
export type Named = { readonly customer: string; readonly agent: string }

/** Who of the speakers of a row is the customer; null where it cannot be told of all of them. */
export function tellSides(
  turns: readonly Turn[],
  { customer, agent }: Named,
): ReadonlyMap<string, 'customer' | 'company'> | null {
  const speakers = [...new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))]
  const told = new Map<string, 'customer' | 'company'>()
  for (const speaker of speakers) {
    const side = isSame(speaker, customer)
      ? 'customer'
      : isSame(speaker, agent)
        ? 'company'
        : sideOfLabel(speaker)
    if (side !== null) told.set(speaker, side)
  }
  const open = speakers.filter((speaker) => !told.has(speaker))
  if (open.length === 0) return told
  const isCustomerTold = [...told.values()].includes('customer')
  // Beside the customer, others are of the company; beside the company, one who is left is the customer.
  if (!isCustomerTold && (open.length > 1 || told.size === 0)) return null
  for (const speaker of open) told.set(speaker, isCustomerTold ? 'company' : 'customer')
  return told
}

/** `Visitor 9001`, `Agent (Kwame)`, `Support Team`. */
export function sideOfLabel(speaker: string): 'customer' | 'company' | null {
  const label = speaker.replace(/\s*\([^)]{0,60}\)?\s*$|[\s#]*\d+$/g, '').trim()
  if (/\b(service|support|team|desk|bot|helpdesk|assistant)\b/i.test(label)) return 'company'
  const [first = ''] = label.split(/\s+/)
  return sideOfWord(label) ?? sideOfWord(first)
}

/** Whether such a word at the beginning of a line is somebody who speaks, and no line of a form or of a letter's head. */
export function isSpeaker(label: string): boolean {
  return (
    sideOfLabel(label) !== null &&
    !/^(in|out|sent|received|inbound|outbound|incoming|outgoing|internal|preview|contact|lead|owner|tool|note|internal note|entrada|salida|eingang|ausgang)s?$/i.test(
      label.trim(),
    )
  )
}

/** The same address, the same name, or the first name of it. */
export function isSame(speaker: string, name: string): boolean {
  const [left, right] = [toPlain(speaker), toPlain(name)]
  if (left === '' || right === '') return false
  const [one, other] = [addressIn(left), addressIn(right)]
  if (one !== null && other !== null) return one === other
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `)
}

function toPlain(name: string): string {
  return name.slice(0, 200).replaceAll('"', '').trim().toLowerCase()
}

function addressIn(name: string): string | null {
  return /[^\s<>@]{1,100}@[^\s<>@]{1,100}/.exec(name)?.[0] ?? null
}
