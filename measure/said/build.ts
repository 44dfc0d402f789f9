import { readFileSync, writeFileSync } from 'node:fs'
import { compareText } from '../../core/base/order.ts'
import type { Side } from '../../core/interactions/interaction.ts'
import { signalsOfSide } from '../../core/signals/corrections/correction.ts'
import { readCues } from '../../core/signals/read-signals.ts'
import { checkOf, printOfPair } from '../../core/signals/said/model.ts'
import { closing, opening } from '../../core/signals/said/score-sentences.ts'
import { endOfSentence, prepareReader } from '../../core/signals/symbols.ts'
import { wordForms } from '../../core/signals/word-forms.ts'
import { readingPart } from '../../core/text/clean.ts'
import { hashText } from '../../core/text/hash.ts'
import { prepareScanner, wordAt, wordKind } from '../../core/text/scan.ts'
import { parseWordTable, type WordTable } from '../../core/text/word-table.ts'
import { readLabels } from '../labels/read-labels.ts'
import { readSaid } from './read-said.ts'
import { type Example, folds, type Learned, learn, type Sentence } from './train.ts'

/**
 * Makes core/signals/said/model.json: `node measure/said/build.ts DIR`, where DIR holds the public data whose labels are in
 * measure/labels. Takes up to nine minutes; the same input gives the same
 * bytes. Decision 0186.
 */
const usualWords = 20_000
const pairPlaces = 1 << 15
const leastPair = 2
const meaningWeight = 1.5
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Say where the public data is: DIR.')
const tableBytes = readFileSync(new URL('../../models/words.bin', import.meta.url))
const table = parseWordTable(tableBytes)
const tableWords = wordsOf(tableBytes)
const lengths = Array.from({ length: 2000 }, (_, id) => Math.hypot(...table.rows.add([id])))
const usualLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
const made = { customer: build('customer', folder), company: build('company', folder) }
writeFileSync(new URL('../../core/signals/said/model.json', import.meta.url), `${JSON.stringify(made)}\n`)

function build(side: Side, data: string) {
  const messages = [
    ...[...readSaid(side, ''), ...readSaid(side, 'dialogues-')].map((said) => ({ ...said, isPublic: false })),
    ...readLabels(data, side).flatMap(({ message, half, settled }) =>
      half === 'tune' ? [{ text: message.text, shown: settled, isPublic: true }] : [],
    ),
  ]
    .map((message) => ({ ...message, text: readingPart(message.text) }))
    .map((message) => ({ ...message, print: hashText(message.text) }))
    .sort((left, right) => compareText(left.print, right.print))
  const words = chooseWords(messages.map(({ text }) => text))
  const layout = layOut(
    words,
    messages.map(({ text }) => text),
  )
  const examples = messages.map(({ text, print, shown, isPublic }): Example => {
    const cued = new Set(readCues(text, side).map(({ kind }) => kind))
    const fold = Number.parseInt(print.slice(0, 6), 16) % folds
    return { isPublic, shown, cued, fold, sentences: layout.read(text) }
  })
  return pack(
    layout,
    signalsOfSide(side).map((kind) => learn(examples, kind, layout.size)),
  )
}

/** The words of the table as they stand in its file, the most usual first. */
function wordsOf(bytes: Buffer): readonly string[] {
  const lineEnd = bytes.indexOf(10)
  const { vocabularyBytes } = JSON.parse(bytes.subarray(0, lineEnd).toString())
  return bytes
    .subarray(lineEnd + 1, lineEnd + 1 + vocabularyBytes)
    .toString()
    .split(' ')
}

/** The usual words of the table, and those that two messages hold. */
function chooseWords(texts: readonly string[]): readonly string[] {
  const scan = prepareScanner()
  const forms = new Map(wordForms)
  const counts = new Map<string, number>()
  for (const text of texts) {
    const tokens = scan(text)
    const own = new Set<string>()
    for (let at = 0; at < tokens.count; at++)
      if (tokens.kinds[at] === wordKind)
        for (const word of forms.get(wordAt(tokens, at)) ?? [wordAt(tokens, at)]) own.add(word)
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const said = [...counts].filter(([word, count]) => count > 1 && !word.includes(' ')).map(([word]) => word)
  return [...new Set(['#', ...said.sort(compareText), ...tableWords.slice(0, usualWords)])]
}

/** Where words, pairs, meanings, the ending and what counts always stand in the weights, and how a text is laid out so. */
function layOut(words: readonly string[], texts: readonly string[]) {
  const symbols = new Map(words.map((word, row) => [word, row + 1]))
  const read = prepareReader(symbols)
  const meanings = words.map((word) => meaningOf(table, word))
  const model = { words }
  const pairsAt = words.length
  const meaningAt = pairsAt + pairPlaces
  const endingAt = meaningAt + table.dimensions
  const alwaysAt = endingAt + 3
  const checks = choosePairs()

  function* pairsOf(rows: readonly number[], ending: number) {
    let before = opening(model)
    for (const row of [...rows, closing(model, ending)]) {
      if (before >= 0 && row >= 0) yield printOfPair(before, row)
      before = row
    }
  }

  function choosePairs(): Uint16Array {
    const counts = new Map<number, number>()
    for (const text of texts) {
      const own = new Set(cut(text).flatMap(({ rows, ending }) => [...pairsOf(rows, ending)]))
      for (const print of own) counts.set(print, (counts.get(print) ?? 0) + 1)
    }
    const chosen = new Uint16Array(pairPlaces)
    const frequent = [...counts].filter(([, count]) => count >= leastPair)
    for (const [print] of frequent.sort((left, right) => right[1] - left[1] || left[0] - right[0]))
      if (chosen[print & (pairPlaces - 1)] === 0) chosen[print & (pairPlaces - 1)] = checkOf(print)
    return chosen
  }

  function cut(text: string) {
    const reading = read(text)
    const sentences: { rows: number[]; ending: number }[] = []
    for (let start = 0, end = 0; start < reading.count; start = end) {
      end = endOfSentence(reading, start)
      const rows: number[] = []
      for (let at = start; at < end; at++)
        if (reading.quoted[at] !== 1) rows.push((reading.symbols[at] ?? 0) - 1)
      sentences.push({ rows, ending: reading.endings[reading.sentences[start] ?? 0] ?? 0 })
    }
    return sentences
  }

  function toSentence({ rows, ending }: { rows: readonly number[]; ending: number }): Sentence | null {
    const known = rows.filter((row) => row >= 0)
    if (known.length === 0) return null
    const scale = 1 / Math.sqrt(known.length)
    const values = new Map<number, number>([
      [alwaysAt, 1],
      [endingAt + ending, 0.5],
    ])
    const add = (place: number, value: number) => {
      values.set(place, (values.get(place) ?? 0) + value)
    }
    for (const row of known) {
      add(row, scale)
      meanings[row]?.forEach((value, axis) => {
        add(meaningAt + axis, value * scale * meaningWeight)
      })
    }
    for (const print of pairsOf(rows, ending)) {
      const place = print & (pairPlaces - 1)
      if (checks[place] === checkOf(print)) add(pairsAt + place, scale)
    }
    return { places: Int32Array.from(values.keys()), values: Float32Array.from(values.values()) }
  }

  return {
    words,
    meanings,
    checks,
    places: { pairsAt, meaningAt, endingAt, alwaysAt },
    size: alwaysAt + 1,
    read: (text: string) => cut(text).flatMap((sentence) => toSentence(sentence) ?? []),
  }
}

type Layout = ReturnType<typeof layOut>

/** The meaning of a word that the table knows as it is, as long as words are on the whole. */
function meaningOf({ lexicon, rows, dimensions }: WordTable, word: string): Float32Array | null {
  const id = lexicon.numberOf(word)
  if (id < 0) return null
  const meaning = rows.add([id])
  return meaning.slice(0, dimensions).map((value) => value / usualLength)
}

/** Meanings become part of what each word says, and weights small numbers. */
function pack({ words, meanings, checks, places }: Layout, learned: readonly Learned[]) {
  const columns = learned.map(({ weights }) => {
    const ofWords = words.map((_, row) => {
      const meant = meanings[row]?.reduce(
        (sum, value, axis) => sum + value * (weights[places.meaningAt + axis] ?? 0),
        0,
      )
      return (weights[row] ?? 0) + (meant ?? 0) * meaningWeight
    })
    const ofPairs = Array.from(checks, (check, place) =>
      check === 0 ? 0 : (weights[places.pairsAt + place] ?? 0),
    )
    const most = Math.max(...ofWords.map(Math.abs), ...ofPairs.map(Math.abs))
    const stepOf = most / 127
    return {
      stepOf,
      ofWords: ofWords.map((value) => Math.round(value / stepOf)),
      ofPairs: ofPairs.map((value) => Math.round(value / stepOf)),
    }
  })
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  const toRows = (lists: readonly (readonly number[])[]) =>
    Buffer.from(
      Int8Array.from(lists[0]?.flatMap((_, row) => lists.map((list) => list[row] ?? 0)) ?? []).buffer,
    ).toString('base64')
  return {
    thresholds: learned.map(({ threshold }) => threshold),
    always: learned.map(({ weights }) => round(weights[places.alwaysAt] ?? 0)),
    endings: [0, 1, 2].map((ending) =>
      learned.map(({ weights }) => round((weights[places.endingAt + ending] ?? 0) * 0.5)),
    ),
    steps: columns.map(({ stepOf }) => Math.round(stepOf * 1e6) / 1e6),
    words: words.join(' '),
    wordWeights: toRows(columns.map(({ ofWords }) => ofWords)),
    pairChecks: Buffer.from(checks.buffer).toString('base64'),
    pairWeights: toRows(columns.map(({ ofPairs }) => ofPairs)),
  }
}
