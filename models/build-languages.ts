import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes core/text/languages.json from eld's table of n-grams: `node models/build-languages.ts FOLDER`, where FOLDER holds the npm
 * package eld, 2.1.0. See README.md.
 */
const folder = process.argv[2] ?? 'node_modules/eld'
const { ngramsData } = await import(`${process.cwd()}/${folder}/src/ngrams/small.js`)
const { dictionary } = await import(`${process.cwd()}/${folder}/src/dictionary.js`)
const { avgScore } = await import(`${process.cwd()}/${folder}/src/avgScore.js`)
const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))

/** eld writes bytes from 128 on as characters of its own; all that it has none for are a space. */
const byteOf = new Map<string, number>()
dictionary.forEach((character: string, byte: number) => {
  if (byte >= 128 && character !== ' ') byteOf.set(character, byte)
})
const spaces = dictionary.flatMap((character: string, byte: number) =>
  byte >= 128 && character === ' ' ? [byte] : [],
)

const grams = Object.entries<Record<string, number>>(ngramsData.ngrams).map(([written, scores]) => ({
  key: Array.from(written).reduce(
    (key, character) => key * 256 + (byteOf.get(character) ?? character.charCodeAt(0)),
    0,
  ),
  scores: Object.entries(scores).map(([language, score]) => [Number(language), score] as const),
}))
grams.sort((left, right) => left.key - right.key)

const bytes: number[] = []
for (const { key, scores } of grams) {
  for (let at = 5; at >= 0; at--) bytes.push(Math.floor(key / 256 ** at) % 256)
  bytes.push(scores.length, ...scores.flat())
}
const codes = Object.values<string>(ngramsData.languages)
const table = {
  source: `eld ${version}, small`,
  languages: codes,
  usual: codes.map((code) => avgScore[code]),
  spaces,
  count: grams.length,
  grams: Buffer.from(bytes).toString('base64'),
}
writeFileSync(new URL('../core/text/languages.json', import.meta.url), `${JSON.stringify(table)}\n`)
