/** What was asked for, or a failure when it takes longer: whoever watches over us must get an answer in time. */
export async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
