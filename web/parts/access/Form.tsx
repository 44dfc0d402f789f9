import './access.css'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from '../../../contract/failures.ts'

type Props = {
  readonly label: string
  readonly isSecond?: boolean
  /** Empty again once it was sent, for the next one. */
  readonly clears?: boolean
  /** Said once it was sent, where nothing else shows it. */
  readonly done?: string
  readonly children: ReactNode
  readonly onSend: (field: (name: string) => string) => Promise<unknown>
}

/** A few fields and one button; a refusal is said beside it, and what was typed stays. */
export function Form({ label, isSecond = false, clears = false, done, children, onSend }: Props) {
  const sending = useMutation({
    mutationFn: (form: FormData) => onSend((name) => String(form.get(name) ?? '')),
  })
  return (
    <form
      className="access-form"
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        sending.mutate(new FormData(form), { onSuccess: () => clears && form.reset() })
      }}
    >
      {children}
      <button
        type="submit"
        className={isSecond ? 'button' : 'button button-first'}
        disabled={sending.isPending}
      >
        {label}
      </button>
      {done !== undefined && (
        <p role="status" className="soft access-done">
          {sending.isSuccess ? done : ''}
        </p>
      )}
      {sending.error !== null && (
        <p role="alert" className="access-refusal">
          {sending.error instanceof Failure
            ? `${sending.error.message} ${sending.error.hint}`
            : 'Something went wrong on our side.'}
        </p>
      )}
    </form>
  )
}

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password' | 'number'
  readonly autoComplete?: string
  readonly note?: string
  readonly value?: string
  readonly isRequired?: boolean
}

export function Field({
  name,
  label,
  type = 'text',
  autoComplete = 'off',
  note,
  value,
  isRequired = true,
}: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input name={name} type={type} autoComplete={autoComplete} required={isRequired} defaultValue={value} />
      {note !== undefined && <small className="soft">{note}</small>}
    </label>
  )
}
