import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Guess, isOnlySheet, type Mapping } from '../../../core/interactions/mapping.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { listWords } from '../../ui/format.ts'
import { useGo } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'
import { MappingForm } from '../mapping/MappingForm.tsx'
import { Preview } from '../mapping/Preview.tsx'
import { Questions } from '../mapping/Questions.tsx'
import { type Draft, whyNotStart } from './drafts.ts'
import { sayFile } from './say-file.ts'

type Props = {
  readonly workspace: string
  readonly draft: Draft
  readonly isLast: boolean
  readonly onDone: () => void
}

/** How files of the same columns would be read: asked, shown on real rows, corrected, then started. */
export function CheckDraft({ workspace, draft, isLast, onDone }: Props) {
  const go = useGo()
  const client = useQueryClient()
  const [sheetGuess, setSheetGuess] = useState<Guess | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const uploads = draft.files.map(({ upload }) => upload)
  const preview = useMutation({
    scope: { id: draft.key },
    mutationFn: (next: Mapping) => api.previewUpload(workspace, uploads[0] ?? '', next),
    onSuccess: ({ guess: read }, next) => {
      if (!isOnlySheet(next)) return
      setSheetGuess(read)
      setMapping(read.mapping)
    },
  })
  const start = useMutation({
    mutationFn: () => api.startImport(workspace, uploads, mapping),
    onSuccess: (begun) => {
      client.invalidateQueries({ queryKey: queries.imports(workspace).queryKey })
      onDone()
      if (isLast) go(paths.source(workspace, begun.id))
    },
  })
  const base = sheetGuess ?? draft.guess
  const guess = preview.data?.guess ?? base
  const current = mapping ?? base.mapping
  const questions = [
    ...draft.guess.questions.filter(isOfSheet),
    ...base.questions.filter((one) => !isOfSheet(one)),
  ]
  const reason = whyNotStart(questions, answered, current)
  function change(next: Mapping) {
    setMapping(next)
    preview.mutate(next)
  }
  return (
    <Section title={listWords(draft.files.map(({ name }) => name))} note={sayFile(guess)}>
      <Questions
        questions={questions}
        answered={answered}
        mapping={current}
        onAnswer={(field, next) => {
          setAnswered(new Set([...answered, field]))
          change(next)
        }}
      />
      <h3>The first rows, as they would be read</h3>
      <Preview rows={guess.preview} />
      {preview.isError && <FailedStep error={preview.error} />}
      <h3>Which column tells what</h3>
      <MappingForm
        key={base.mapping.sheet}
        columns={base.columns}
        mapping={current}
        reasons={base.reasons}
        onChange={change}
      />
      <p className="notice-ways">
        <button
          type="button"
          className="button button-first"
          disabled={reason !== null || start.isPending}
          onClick={() => start.mutate()}
        >
          {draft.files.length === 1 ? 'Read this file' : `Read these ${draft.files.length} files`}
        </button>
        <button type="button" className="plain-button undo-button" onClick={onDone}>
          Leave {draft.files.length === 1 ? 'it' : 'them'} out
        </button>
        {reason !== null && <span>{reason}</span>}
      </p>
      {start.isError && <FailedStep error={start.error} />}
    </Section>
  )
}

/** The question which sheet stays, whichever was chosen; all others belong to the sheet. */
function isOfSheet({ field }: Guess['questions'][number]): boolean {
  return field === 'sheet'
}
