import { refusal, untilDamage } from '../refusal.ts'
import type { Layout } from '../row.ts'
import type { SourceFile } from '../source-file.ts'
import { readRecords } from './json.ts'
import { type Columns, columnsOf, isRecord, type JsonRecord, nestedMark, rowsOf } from './json-cells.ts'
import { hasOpenings, openingMessage } from './json-opening.ts'

const sampledRecords = 1000

/** Whether a text is one json document or one record a line; null when it is no json. */
export function jsonKind(text: string): 'json' | 'jsonl' | null {
  const start = text.trimStart()
  if (start.startsWith('[')) return opensList.test(start.slice(0, 1000)) ? 'json' : null
  if (!start.startsWith('{')) return null
  const [first = ''] = start.split('\n', 1)
  const isAlone = start.length - first.length < 2
  if (isJson(first)) return isAlone && wrapper.test(first) ? 'json' : 'jsonl'
  return /^\{\s*("|\}|$)/.test(start.slice(0, 1000)) ? 'json' : null
}

/** A list of records, or of lists or texts, which hold no named fields and are refused as such. */
const opensList = /^\[\s*(\{|\]|$|\[\s*["\d[]|"(?:[^"\\]|\\.)*"\s*[,\]])/

/** In a file of one line, the lists that hold records rather than the messages of one. */
const wrapper =
  /^\{[^[\]]*"(tickets|conversations|reviews|data|results|items|records|rows|issues|cases|calls|interactions|surveys|responses|value|hits)"\s*:\s*\[\s*\{/i

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

export async function sniffJson(file: SourceFile, layout: Omit<Layout, 'columns'>): Promise<Columns> {
  const records = await sampleRecords(file, layout)
  if (records.length === 0) {
    throw refusal(
      `${file.name} holds no list of records.`,
      'Export the tickets or messages as a json array of objects, or one object a line.',
    )
  }
  const path = findNested(records)
  const rows = records.map((record, at) => rowsOf(record, { path, opening: null }, at + 1))
  const opens = path !== null && hasOpenings(rows, path + nestedMark)
  const { columns, naming } = columnsOf(rows.flat())
  return { columns: opens ? [openingMessage, ...columns] : columns, naming }
}

async function sampleRecords(file: SourceFile, layout: Omit<Layout, 'columns'>): Promise<JsonRecord[]> {
  const sampled: JsonRecord[] = []
  for await (const { records } of untilDamage(readRecords(file, layout))) {
    for (const { record } of records) if (record !== null) sampled.push(record)
    if (sampled.length >= sampledRecords) break
  }
  return sampled.slice(0, sampledRecords)
}

/** The list inside the records that holds their messages: by its name, by what its members say, by its length. */
function findNested(records: readonly JsonRecord[]): string | null {
  const lists = new Map<string, JsonRecord[]>()
  for (const record of records.slice(0, 200)) collectLists(record, '', 1, lists)
  let best: string | null = null
  let bestScore = 0
  for (const [path, members] of lists) {
    const score = scoreList(path, members)
    if (score > bestScore) {
      best = path
      bestScore = score
    }
  }
  return best
}

function collectLists(
  record: JsonRecord,
  prefix: string,
  depth: number,
  lists: Map<string, JsonRecord[]>,
): void {
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value) && depth < 2) collectLists(value, `${prefix}${key}.`, depth + 1, lists)
    if (!Array.isArray(value)) continue
    const members = value.filter(isRecord)
    if (members.length === 0 || members.length < value.length) continue
    const known = lists.get(prefix + key) ?? []
    known.push(...members.slice(0, 20))
    lists.set(prefix + key, known)
  }
}

const messageLists =
  /(^|\.)(messages?|comments?|conversations?|conversation_?parts|parts|events?|turns?|traj|trajectory|replies|utterances|dialog(ue)?|log|history|thread|threads|notes|entries|transcript|interactions|chat|activities)$/i
const saying = /^(text|body|content|message|utterance|comment|plain_body|html_body|body_text)$/i

function scoreList(path: string, members: readonly JsonRecord[]): number {
  const named = messageLists.test(path) ? 2 : 0
  const spoken = members.filter((member) => Object.keys(member).some((key) => saying.test(key))).length
  const share = spoken / members.length
  if (spoken === 0 && /(^|\.)replies$/i.test(path) && !members.some(tells)) return 0
  return named === 0 && share < 0.5 ? 0 : named + share * 2 + Math.min(members.length, 1000) / 10_000
}

/** A list of who answered when is no list of what they said. */
function tells(member: JsonRecord): boolean {
  return Object.values(member).some((value) => typeof value === 'string' && /\S\s+\S+\s+\S/.test(value))
}
