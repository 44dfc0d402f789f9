import { expect, it } from 'vitest'
import { lastWord, startThread } from './threads.ts'

function run(script: string) {
  const code = `import { parentPort, workerData } from 'node:worker_threads'; ${script}`
  return startThread(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { answer: 42 })
}

/** Nothing of ours runs meanwhile. */
function beBusy(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

it('hears the last word of a thread that ended while nobody listened', async () => {
  const word = lastWord<number>(run('parentPort.postMessage(workerData.answer)'))
  beBusy(500)
  expect(await word).toBe(42)
})

it('a thread that fails says why', async () => {
  await expect(lastWord(run('throw new Error("the word table is broken")'))).rejects.toThrow(
    'the word table is broken',
  )
})
