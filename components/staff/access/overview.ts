/** The access rules of an exam and whom they turned away, as the server tells staff. */
export interface AccessShown {
  rules: {
    code: string | null
    networks: string[]
    safeBrowser: boolean
    configKeys: string[]
    browserKeys: string[]
    uploaded: boolean
  }
  /** of the settings that students start Safe Exam Browser with */
  configKey: string
  refusals: { id: string; person: string; reason: string; address: string | null; detail: string; at: string }[]
  address: string | null
  mayChange: boolean
}
