import type { Voice } from '../../contract/screens.ts'
import { paths } from '../paths.ts'
import { formatDay } from './format.ts'
import { Go } from './Go.tsx'
import { Words } from './Words.tsx'

type Props = { readonly voice: Voice; readonly workspace: string; readonly isLarge?: boolean }

/** A customer's own words: in the reading face, whole, with who said them, where and when. */
export function Quote({ voice, workspace, isLarge = false }: Props) {
  const where = [voice.channel, voice.at === null ? null : formatDay(voice.at)].filter(
    (part) => part !== null,
  )
  return (
    <figure className={isLarge ? 'quote quote-large' : 'quote'}>
      <blockquote>
        <Words text={voice.text} />
      </blockquote>
      <figcaption>
        {voice.customer ?? 'A customer without a name'}
        {where.length > 0 && `, ${where.join(', ')}`}
        {voice.issue !== null && (
          <>
            {' · '}
            <Go href={paths.issue(workspace, voice.issue)}>See the whole issue</Go>
          </>
        )}
      </figcaption>
    </figure>
  )
}
