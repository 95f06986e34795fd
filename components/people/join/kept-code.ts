const key = 'join'

/** Keeps a code in this tab while its holder signs in: the way back to the page of the code has no room for it. */
export function keepCode(code: string): void {
  try {
    sessionStorage.setItem(key, code)
  } catch {
    // they type it again
  }
}

/** The code that was kept, once. */
export function takeCode(): string {
  try {
    const code = sessionStorage.getItem(key) ?? ''
    sessionStorage.removeItem(key)
    return code
  } catch {
    return ''
  }
}
