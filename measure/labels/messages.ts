import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hashText } from '../../core/text/hash.ts'
import { readBanking } from '../ear/data.ts'

/** A message that can be labelled, under an id that only depends on the public data set it comes from. */
export type Message = {
  readonly id: string
  readonly source: 'star' | 'tau-bench' | 'banking77' | 'multidogo' | 'abcd'
  readonly side: 'customer' | 'company'
  readonly text: string
  /** What was said just before, by whom; empty at the start of a conversation. */
  readonly before: string
}

/** Every message of the five data sets in a folder, in the order of their files. */
export function readMessages(folder: string): readonly Message[] {
  return [
    ...readStarMessages(folder),
    ...readTauMessages(folder),
    ...readBankingMessages(folder),
    ...readMultidogoMessages(folder),
    ...readAbcdMessages(folder),
  ]
}

/** Which half a message belongs to: cues are tuned on one half and scored on the other. */
export function halfOf(id: string): 'tune' | 'test' {
  return Number.parseInt(hashText(`half ${id}`).slice(-2), 16) % 2 === 0 ? 'tune' : 'test'
}

type Turn = { readonly side: Message['side']; readonly text: string }

function readStarMessages(folder: string): readonly Message[] {
  const dialogues = readZipped(folder, 'star', 'star.jsonl.gz').trim().split('\n')
  return dialogues.flatMap((line) => {
    const dialogue: { DialogueID: number; Events: { Agent: string; Action: string; Text?: string }[] } =
      JSON.parse(line)
    const turns = dialogue.Events.flatMap(({ Agent: agent, Action: action, Text: text }): Turn[] => {
      if (!text || !/^(utter|pick_suggestion)$/.test(action)) return []
      return [{ side: agent === 'User' ? 'customer' : 'company', text }]
    })
    return toMessages('star', `star:${dialogue.DialogueID}`, turns)
  })
}

function readTauMessages(folder: string): readonly Message[] {
  const runs: { task_id: number; trial: number; traj: { role: string; content: string | null }[] }[] =
    JSON.parse(readZipped(folder, 'tau-bench', 'gpt-4o-airline.json.gz'))
  return runs.flatMap(({ task_id: task, trial, traj }) => {
    const turns = traj.flatMap(({ role, content }): Turn[] => {
      if (!content || !/^(user|assistant)$/.test(role) || content.includes('###')) return []
      return [{ side: role === 'user' ? 'customer' : 'company', text: content }]
    })
    return toMessages('tau-bench', `tau:${task}:${trial}`, turns)
  })
}

function toMessages(source: Message['source'], dialogue: string, turns: readonly Turn[]): readonly Message[] {
  return turns.map(({ side, text }, index) => {
    const last = turns[index - 1]
    return {
      id: `${dialogue}:${index}`,
      source,
      side,
      text,
      before: last ? `${last.side}: ${last.text}` : '',
    }
  })
}

function readBankingMessages(folder: string): readonly Message[] {
  return (['train', 'test'] as const).flatMap((part) =>
    readBanking(folder, part).map(({ text }, index) => ({
      id: `banking77:${part}:${index}`,
      source: 'banking77',
      side: 'customer',
      text,
      before: '',
    })),
  )
}

/** Only the customers' turns are public, so what stands before is the customer's last. */
function readMultidogoMessages(folder: string): readonly Message[] {
  const rows = readZipped(folder, 'multidogo', 'customer-turns.tsv.gz').split('\n')
  let [dialogue, before] = ['', '']
  return rows.flatMap((row): Message[] => {
    const [, conversation = '', turn = '', , text = ''] = row.split('\t')
    if (turn === 'turnNumber' || text === '') return []
    const said = conversation === dialogue ? `customer: ${before}` : ''
    dialogue = conversation
    before = text
    return [
      { id: `multidogo:${conversation}:${turn}`, source: 'multidogo', side: 'customer', text, before: said },
    ]
  })
}

/** Guidelines are written to agents; they are read as what the company says. */
function readAbcdMessages(folder: string): readonly Message[] {
  const guidelines: unknown = JSON.parse(readFileSync(path.join(folder, 'abcd', 'guidelines.json'), 'utf8'))
  return listStrings(guidelines)
    .filter((text) => text.length > 40)
    .map((text, index) => ({ id: `abcd:${index}`, source: 'abcd', side: 'company', text, before: '' }))
}

function listStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listStrings) : []
}

function readZipped(folder: string, ...file: readonly string[]): string {
  return gunzipSync(readFileSync(path.join(folder, ...file))).toString()
}
