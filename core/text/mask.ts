import { maskNames } from './mask-names.ts'

/**
 * Hides what points at one person: e-mail, links, card and account numbers, phone numbers, order numbers, and a name
 * that the text itself announces ("my name is …", "Kind regards, …"). For display; the stored text stays as it is.
 * Assumes: names that nothing announces cannot be known and stay. Amounts, dates, times and years stay.
 * Example: maskText('Mail ann@example.org, order AB-12345') is 'Mail [email], order [number]'. Cost: linear.
 */
export function maskText(text: string): string {
  let masked = text
  if (masked.includes('@')) masked = masked.replace(emailPattern, '[email]')
  if (/:\/\/|www\./i.test(masked)) masked = masked.replace(linkPattern, '[link]')
  if (/\d/.test(masked)) masked = masked.replace(amountOrNumberPattern, maskNumber)
  return maskNames(masked)
}

const emailPattern = /[^\s@<>()[\],;:"']{1,64}@[^\s@<>()[\],;:"']{1,255}/g
const linkPattern = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/gi
/** An amount, a date or a time (kept), or a run of digits and id letters with its separators (judged below). */
const amountOrNumberPattern =
  /[$€£¥]\s?\d[\d.,]{0,20}|\d[\d.,]{0,20}\s?(?:€|£|euros?|EUR|USD|GBP|dollars?|pounds?|kWh)(?!\p{L})|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?![\d-])|\d{1,2}:\d{2}(?::\d{2})?|(?<![\p{L}\d])[#+(]{0,2}[A-Z\d](?:[() .-]{0,2}[A-Z\d]){3,40}(?![\p{L}\d])/gu

function maskNumber(found: string): string {
  if (/^[$€£¥]|[€£a-z]$|(?:EUR|USD|GBP|kWh)$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|:/.test(found)) return found
  const digits = found.replace(/\D/g, '').length
  const letters = found.replace(/[^A-Z]/g, '').length
  const phone = /^\+|^\(\d|^\d[\d() .-]+$/.test(found) && digits >= 7 && digits <= 12
  if (digits >= 13 && letters === 0) return '[card]'
  if (phone && /[+() .-]/.test(found)) return '[phone]'
  if (digits >= 5 || (letters > 0 && digits >= 3) || found.startsWith('#')) return '[number]'
  return found
}
