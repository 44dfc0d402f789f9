import { dayMs, hourMs, type Instant, minuteMs } from '../base/time.ts'

/**
 * By when something will be done, as a sentence says it: "within 24 hours", "by Friday", "by the 3rd of March", "in three to
 * five working days", "tomorrow". A day means its end, a range its later end; working days leave out Saturdays and Sundays.
 * Assumes English and days of UTC; a weekday or date is the next one after it was said. Null where no time is named
 * ("soon", "in a few days"). Example: "by Friday" said on Monday the 2nd is the end of the 6th. Cost: linear.
 */
export function readDue(sentence: string, said: Instant): Instant | null {
  for (const { pattern, toDue } of ways) {
    const found = pattern.exec(sentence)
    const due = found === null ? null : toDue(found.groups ?? {}, said)
    if (due !== null) return due
  }
  return null
}

type Groups = Readonly<Record<string, string | undefined>>
type Way = { readonly pattern: RegExp; readonly toDue: (groups: Groups, said: Instant) => Instant | null }

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const number = `\\d{1,3}|an?|${numbers.slice(1).join('|')}|twelve|twenty[- ]four|forty[- ]eight`
const month =
  '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t?ember|ober)?'

const ways: readonly Way[] = [
  {
    pattern: new RegExp(
      `\\b(?:within|in|after|takes?|up to|no later than)(?: the)?(?: next)? (?:(?:${number})(?: ?(?:-|–|to|or) ?))?(?<count>${number}) (?<working>(?:business|working|week) ?)?(?<unit>minute|hour|day|week|month)s?\\b`,
      'i',
    ),
    toDue: ({ count = '', working, unit = '' }, said) =>
      addTime(said, toNumber(count.toLowerCase()), {
        unit: unit.toLowerCase(),
        isWorking: working !== undefined,
      }),
  },
  {
    pattern: new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}\\b`, 'i'),
    toDue: toDate,
  },
  {
    pattern: new RegExp(`\\b${month} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b`, 'i'),
    toDue: toDate,
  },
  {
    pattern: new RegExp(
      `\\b(?:by|before|on|until|till|this|next|latest) (?<weekday>${weekdays.join('|')})\\b`,
      'i',
    ),
    toDue: ({ weekday = '' }, said) => {
      const ahead = (weekdays.indexOf(weekday.toLowerCase()) - new Date(said).getUTCDay() + 6) % 7
      return endOfDay(said + (ahead + 1) * dayMs)
    },
  },
  { pattern: /\btomorrow\b/i, toDue: (_, said) => endOfDay(said + dayMs) },
  {
    pattern:
      /\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:end|close) of (?:the )?(?:day|business)|before we close)\b/i,
    toDue: (_, said) => endOfDay(said),
  },
  { pattern: /\bnext week\b/i, toDue: (_, said) => endOfWeek(said + 7 * dayMs) },
  { pattern: /\b(?:this week|end of (?:the|this) week)\b/i, toDue: (_, said) => endOfWeek(said) },
  {
    pattern: /\b(?:this month|end of (?:the|this) month)\b/i,
    toDue: (_, said) => Date.UTC(new Date(said).getUTCFullYear(), new Date(said).getUTCMonth() + 1),
  },
]

function toNumber(word: string): number {
  if (word === 'a' || word === 'an') return 1
  if (word === 'twelve') return 12
  if (word.startsWith('twenty')) return 24
  if (word.startsWith('forty')) return 48
  const index = numbers.indexOf(word)
  return index < 0 ? Number(word) : index
}

function addTime(
  said: Instant,
  count: number,
  { unit, isWorking }: { unit: string; isWorking: boolean },
): Instant {
  if (unit === 'minute') return said + count * minuteMs
  if (unit === 'hour') return said + count * hourMs
  if (unit === 'week') return endOfDay(said + count * 7 * dayMs)
  if (unit === 'month') return endOfDay(said + count * 30 * dayMs)
  return endOfDay(isWorking ? addWorkingDays(said, count) : said + count * dayMs)
}

function addWorkingDays(said: Instant, count: number): Instant {
  let at = said
  for (let left = count; left > 0; left -= isWorkingDay(at) ? 1 : 0) at += dayMs
  return at
}

function isWorkingDay(at: Instant): boolean {
  const day = new Date(at).getUTCDay()
  return day > 0 && day < 6
}

/** The next such day: this year's, or next year's where this year's is over. */
function toDate({ day = '', month: name = '' }: Groups, said: Instant): Instant | null {
  const year = new Date(said).getUTCFullYear()
  const index = months.indexOf(name.toLowerCase().slice(0, 3))
  if (Number(day) < 1 || Number(day) > 31) return null
  const due = Date.UTC(year, index, Number(day) + 1)
  return due > said ? due : Date.UTC(year + 1, index, Number(day) + 1)
}

function endOfDay(at: Instant): Instant {
  return (Math.floor(at / dayMs) + 1) * dayMs
}

/** Weeks end on Sunday night. */
function endOfWeek(at: Instant): Instant {
  return endOfDay(at + ((7 - new Date(at).getUTCDay()) % 7) * dayMs)
}
