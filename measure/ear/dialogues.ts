import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Turn = { readonly side: 'customer' | 'company'; readonly text: string }
type Answer = { readonly question: string; readonly answer: boolean }

export type StarDialogue = {
  readonly turns: readonly Turn[]
  readonly isComplete: boolean
  readonly answers: readonly Answer[]
  readonly answersOfAgent: readonly Answer[]
}

/** STAR: whole dialogues with what both sides answered afterwards, and whether they were left before their end. */
export function readStarDialogues(folder: string): readonly StarDialogue[] {
  return unzip(folder, 'star', 'star.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => {
      const dialogue: {
        CompletionLevel: string
        Events: { Agent: string; Action: string; Text?: string }[]
        UserQuestionnaire?: { Question: string; Answer: boolean }[]
        WizardQuestionnaire?: { Question: string; Answer: boolean }[]
      } = JSON.parse(line)
      const turns = dialogue.Events.flatMap(({ Agent: agent, Action: action, Text: text }): Turn[] =>
        text && /^(utter|pick_suggestion)$/.test(action)
          ? [{ side: agent === 'User' ? 'customer' : 'company', text }]
          : [],
      )
      return {
        turns,
        isComplete: dialogue.CompletionLevel === 'Complete',
        answers: toAnswers(dialogue.UserQuestionnaire),
        answersOfAgent: toAnswers(dialogue.WizardQuestionnaire),
      }
    })
}

export type TauRun = {
  readonly task: number
  readonly turns: readonly Turn[]
  readonly isSolved: boolean
  readonly isHandedOver: boolean
}

/** tau-bench: an airline's AI agent with customers; solved or not by the state it left, handed to a person or not. */
export function readTauRuns(folder: string): readonly TauRun[] {
  type Said = {
    role: string
    content: string | null
    tool_calls?: { function: { name: string } }[] | null
  }
  const runs: { task_id: number; reward: number; traj: Said[] }[] = JSON.parse(
    unzip(folder, 'tau-bench', 'gpt-4o-airline.json.gz'),
  )
  return runs.map(({ task_id: task, reward, traj }) => ({
    task,
    isSolved: reward === 1,
    isHandedOver: traj.some(({ tool_calls: calls }) =>
      (calls ?? []).some((call) => call.function.name === 'transfer_to_human_agents'),
    ),
    turns: traj.flatMap(({ role, content }): Turn[] =>
      content && /^(user|assistant)$/.test(role) && !content.includes('###')
        ? [{ side: role === 'user' ? 'customer' : 'company', text: content }]
        : [],
    ),
  }))
}

function toAnswers(given: readonly { Question: string; Answer: boolean }[] | undefined): readonly Answer[] {
  return (given ?? []).map(({ Question: question, Answer: answer }) => ({ question, answer }))
}

function unzip(folder: string, ...file: readonly string[]): string {
  return gunzipSync(readFileSync(path.join(folder, ...file))).toString()
}
