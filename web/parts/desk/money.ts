import { formatMoney } from '../../ui/format.ts'

/** Smallest coins as money. Currencies of the product have a hundred to the unit. */
export function sayMinor(minor: number, currency: string): string {
  return formatMoney(minor / 100, currency)
}

/** What was typed as units of money, in smallest coins; not a number stays none. */
export function toMinor(text: string): number {
  return text.trim() === '' ? Number.NaN : Math.round(Number(text) * 100)
}
