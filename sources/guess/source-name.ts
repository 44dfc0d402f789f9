import { hash } from 'node:crypto'
import { fieldNames, scoreName } from './names.ts'
import { toWords } from './profile.ts'

/**
 * Names a source by its columns alone, so that the exports of January and of February, as csv and as xlsx, are one
 * source, and a table with other columns is another. Reads as the first telling column and a trace of all of them.
 */
export function sourceName(columns: readonly string[]): string {
  const words = columns.map((name) =>
    toWords(name.slice(name.indexOf('[].') < 0 ? 0 : name.indexOf('[].') + 3)),
  )
  const scores = words.map((name) =>
    Math.max(
      scoreName(name, fieldNames.externalId),
      scoreName(name, fieldNames.case),
      scoreName(name, fieldNames.text) / 2,
    ),
  )
  const telling = scores.findIndex((score) => score >= 4)
  const best = words[Math.max(0, telling)] || 'source'
  const trace = hash('sha256', [...columns].sort().join('\u001f')).slice(0, 6)
  return `${best.replaceAll(' ', '-').slice(0, 40)}-${trace}`
}
