import type { Writable } from 'node:stream'
import { tellTruth } from './truth.ts'
import type { StorySettings } from './walk.ts'
import { csvLines, inChunks, writeChunks } from './write-export.ts'

const columns = [
  'message_id',
  'ticket_id',
  'person',
  'issue',
  'contact',
  'cause',
  'ambiguous',
  'signals',
  'promise',
] as const

/** Writes what each interaction really was, one line each, to be joined with the export by `message_id`. */
export async function writeTruth(settings: StorySettings, target: string | Writable): Promise<void> {
  await writeChunks(inChunks(csvLines(columns, rows(settings))), target)
}

function* rows(settings: StorySettings): Generator<Record<(typeof columns)[number], string>> {
  for (const { isAmbiguous, signals, ...truth } of tellTruth(settings)) {
    yield { ...truth, ambiguous: isAmbiguous ? 'yes' : 'no', signals: signals.join(' ') }
  }
}
