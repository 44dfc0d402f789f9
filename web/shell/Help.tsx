import { useEffect, useRef } from 'react'
import { listenToKeys } from './keys.ts'

const keys = [
  ['j / k', 'Next and previous row, or part of an issue at the desk'],
  ['Enter', 'Open the row'],
  ['/', 'Search what was said'],
  ['f', 'Filter the list'],
  ['?', 'This help'],
  ['Esc', 'Leave a field or this help'],
] as const

/** The keys, in a dialog that `?` opens; also starts listening to the keys that work everywhere. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => listenToKeys(() => dialog.current?.showModal()), [])
  return (
    <>
      <button
        type="button"
        className="plain-button small wide-only"
        onClick={() => dialog.current?.showModal()}
      >
        Keys <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="help-title">
        <h2 id="help-title">Keys</h2>
        <dl className="keys">
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}
