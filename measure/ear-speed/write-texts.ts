import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readMessages } from '../labels/messages.ts'

const longestText = 600

/**
 * Writes `count` different texts, one a line: what customers of public data say, then two of them joined, each with another partner
 * every time round. The same on every machine.
 */
export async function writeTexts(folder: string, path: string, count: number): Promise<void> {
  const said = readMessages(folder)
    .filter(({ side, text }) => side === 'customer' && text.length >= 15)
    .map(({ text }) => text.replace(/\s+/g, ' ').slice(0, longestText))
  const texts = [...new Set(said)]
  const file = createWriteStream(path)
  for (let index = 0; index < count; index++) {
    const round = Math.floor(index / texts.length)
    const first = texts[index % texts.length] ?? ''
    const partner = round === 0 ? '' : ` ${texts[(index * 7919 + round * 104_729) % texts.length]}`
    if (!file.write(`${first}${partner}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}
