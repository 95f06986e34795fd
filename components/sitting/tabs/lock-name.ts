/** The lock that the writing tab of an attempt holds in its browser. */
export const lockName = (attemptId: string) => `referee ${attemptId}`

/** Whether a tab of this browser has the attempt open and writes in it. */
export async function isOpenHere(attemptId: string): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {}
  return held?.some(({ name }) => name === lockName(attemptId)) ?? false
}
