import { Failure } from '../../../contract/failures.ts'

/** Of a case of another help desk from which nothing has come in; who shows this asks again meanwhile. */
export function CaseNotRead({ number }: { readonly number: string }) {
  return (
    <p role="status">Nothing of case {number} has come in here yet. It opens by itself once something has.</p>
  )
}

export function isNotRead(error: Error | null): boolean {
  return error instanceof Failure && error.code === 'notFound'
}
