import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

export type Labelled = { readonly text: string; readonly label: string }

/** BANKING77: a customer's query and its intent. */
export function readBanking(folder: string, part: 'train' | 'test'): readonly Labelled[] {
  const rows: { text: string; category: string }[] = parse(
    readFileSync(path.join(folder, 'banking77', `${part}.csv`)),
    {
      columns: true,
    },
  )
  return rows.map(({ text, category }) => ({ text, label: category }))
}

/** MultiDoGO: the customers' turns that say what they want, by trade. */
export function readMultidogo(folder: string): ReadonlyMap<string, readonly Labelled[]> {
  const lines = gunzipSync(readFileSync(path.join(folder, 'multidogo', 'customer-turns.tsv.gz')))
    .toString()
    .split('\n')
  const trades = new Map<string, Labelled[]>()
  for (const line of lines) {
    const [trade = '', , turn, , text = '', , label = ''] = line.split('\t')
    if (turn === 'turnNumber' || text === '' || label === '' || idleIntents.test(label)) continue
    const turns = trades.get(trade) ?? []
    turns.push({ text, label })
    trades.set(trade, turns)
  }
  return trades
}

const idleIntents = /thank|closing|greeting|contentonly|confirm|reject|outofdomain/i

export type Comment = { readonly text: string; readonly emotions: readonly string[] }

/** GoEmotions: a comment and the emotions that its readers saw in it. */
export function readGoEmotions(folder: string, part: 'train' | 'dev' | 'test'): readonly Comment[] {
  const names = readFileSync(path.join(folder, 'goemotions', 'labels.txt'), 'utf8')
    .trim()
    .split(/\s+/)
  const lines = readFileSync(path.join(folder, 'goemotions', `${part}.tsv`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [text = '', labels = ''] = line.split('\t')
    return { text, emotions: labels.split(',').map((label) => names[Number(label)] ?? '') }
  })
}

/** Every text in a folder's STAR dialogues, by who said it. */
export function readStar(folder: string, side: 'User' | 'Wizard'): readonly string[] {
  const lines = gunzipSync(readFileSync(path.join(folder, 'star', 'star.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  return lines.flatMap((line) => {
    const { Events: events }: { Events: { Agent: string; Action: string; Text?: string }[] } =
      JSON.parse(line)
    const said = events.filter(
      ({ Agent, Action }) => Agent === side && /^(utter|pick_suggestion)$/.test(Action),
    )
    return said.flatMap(({ Text: text }) => (text ? [text] : []))
  })
}
