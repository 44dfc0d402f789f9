import type { Guess, MappingReason } from '../core/interactions/mapping.ts'

const formatNames = {
  csv: 'CSV',
  json: 'JSON',
  jsonl: 'JSON lines',
  xes: 'XES event log',
  xlsx: 'Excel workbook',
  mbox: 'mailbox',
}
const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  '] ': 'the brackets of a WhatsApp chat',
  ' - ': 'the dashes of a WhatsApp chat',
}

/** A guess in plain text: what the file is, what feeds what and why, what is open, and the first rows as read. */
export function sayGuess(guess: Guess, width = 100): string {
  const parts = [
    sayFile(guess),
    sayFields(guess, width),
    sayAttributes(guess, width),
    sayQuestions(guess, width),
  ]
  return `${[...parts, sayPreview(guess, width)].filter((part) => part !== '').join('\n\n')}\n`
}

function sayFile(guess: Guess): string {
  const delimiter =
    guess.delimiter === null ? '' : `, columns between ${delimiterNames[guess.delimiter] ?? guess.delimiter}`
  const packed = guess.compressed ? ', gzipped' : ''
  const remarks = guess.reasons.filter(({ field, columns }) => field === 'format' && columns.length === 0)
  const first = `${guess.file}: ${formatNames[guess.format]}, ${guess.encoding}${delimiter}${packed}, ${guess.columns.length} columns`
  const source = `Source: ${guess.mapping.source}. Each row is taken for: ${guess.mapping.kind}.`
  return [first, source, ...remarks.map(({ because }) => because)].join('\n')
}

function sayFields(guess: Guess, width: number): string {
  const told = guess.reasons.filter(({ field }) => field !== 'format')
  const names = told.map(({ field }) => field)
  const from = told.map(({ columns }) => columns.join(' + '))
  const nameWidth = Math.max(...names.map((name) => name.length), 5)
  const fromWidth = Math.min(Math.max(...from.map((column) => column.length), 6), 34)
  const indent = nameWidth + fromWidth + 6
  const lines = told.map((reason, at) => {
    const head = `  ${pad(names[at] ?? '', nameWidth)}  ${pad(cut(from[at] ?? '', fromWidth), fromWidth)}  `
    return head + wrap(because(reason), width - indent, indent)
  })
  return ['What feeds what, and why', ...lines].join('\n')
}

function because({ because: text }: MappingReason): string {
  return text
}

function sayAttributes(guess: Guess, width: number): string {
  const dropped = guess.reasons.filter(({ field, columns }) => field === 'format' && columns.length > 0)
  const kept = guess.mapping.attributes
  const lines = kept.length > 0 ? [`Kept as they are: ${wrap(kept.join(', '), width - 2, 2)}`] : []
  for (const { columns, because: text } of dropped)
    lines.push(`${capital(text)}: ${wrap(columns.join(', '), width - 2, 2)}`)
  return lines.join('\n')
}

function sayQuestions(guess: Guess, width: number): string {
  if (guess.questions.length === 0) return ''
  const lines = guess.questions.map(({ field, question, assumed }) => {
    const until = assumed === null ? 'Reading waits for an answer.' : `Until you answer: ${assumed}.`
    return `  ${field}: ${wrap(`${question} ${until}`, width - 4, 4)}`
  })
  const how = 'Answer in a mapping file and pass it with --map.'
  return ['Please check', ...lines, `  ${how}`].join('\n')
}

/** The first rows side by side would not fit a terminal, so each is a line of what it says. */
function sayPreview(guess: Guess, width: number): string {
  if (guess.preview.length === 0) return ''
  const lines = guess.preview.slice(0, 5).map((row, at) => {
    const told = Object.entries(row).map(
      ([name, value]) => `${name}: ${cut(value.replace(/\s+/g, ' '), 120)}`,
    )
    return `  ${at + 1}. ${wrap(told.join(' · '), width - 5, 5)}`
  })
  return ['The first rows, as they will be read', ...lines].join('\n')
}

function pad(text: string, width: number): string {
  return text.padEnd(width)
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}
