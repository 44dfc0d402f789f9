import type { VerdictJson } from '../../../contract/changes.ts'
import { startWithCapital } from '../../ui/format.ts'

type Guard = VerdictJson['guards'][number]

const titles: Readonly<Record<Guard['name'], string>> = {
  history: 'Enough days before and since',
  gap: 'No gap around the start',
  otherChanges: 'No other change at the time',
  mix: 'The same mix',
  controls: 'Steady contacts elsewhere',
  placebo: 'Nothing found where nothing was changed',
  settled: 'It is known whether the level wanders',
  leaveOneOut: 'No single group decides',
  units: 'Held against the others',
}

const marks: Readonly<Record<Guard['status'], string>> = {
  passed: '✓',
  failed: '✕',
  notApplicable: '–',
}

const words: Readonly<Record<Guard['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  notApplicable: 'not applicable',
}

/** What the verdict had to pass, and whether it did. */
export function Guards({ guards }: { readonly guards: readonly Guard[] }) {
  return (
    <ul className="guards">
      {guards.map(({ name, status, sentence }) => (
        <li key={name} className={`guard-${status}`}>
          <span aria-hidden="true">{marks[status]}</span>
          <p>
            <strong>{titles[name]}</strong> <span className="soft">{words[status]}.</span>{' '}
            {startWithCapital(sentence)}
            {sentence.endsWith('.') ? '' : '.'}
          </p>
        </li>
      ))}
    </ul>
  )
}
