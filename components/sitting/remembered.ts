/** What this tab remembers of the student's choices. Where a browser keeps nothing, nothing is remembered. */
export function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // a choice that lasts until the page is loaded again is as good as can be had
  }
}
