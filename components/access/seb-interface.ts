/** What Safe Exam Browser offers to pages: its keys, hashed with the address of the page as it was loaded. */
interface Security {
  configKey?: string
  browserExamKey?: string
  updateKeys?: (done: () => void) => void
}

export interface ShownKeys {
  configKey: string | null
  browserExamKey: string | null
}

/** The browser's keys, or null outside Safe Exam Browser. Old versions fill them in when they are asked to. */
export async function safeBrowserKeys(scope: object, patience = 3000): Promise<ShownKeys | null> {
  const security = (scope as { SafeExamBrowser?: { security?: Security } }).SafeExamBrowser?.security
  if (!security) return null
  if (!security.configKey && security.updateKeys) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience)
      security.updateKeys?.(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
  return { configKey: security.configKey ?? null, browserExamKey: security.browserExamKey ?? null }
}
