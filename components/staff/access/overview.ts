/** The access rules of an exam and whom they turned away, as the server tells staff. */
export interface AccessShown {
  rules: {
    code: string | null
    networks: string[]
    safeBrowser: boolean
    configKeys: string[]
    browserKeys: string[]
    /** whether telephones may add pages to answers; null: where the exam may be taken from anywhere */
    phoneCamera: boolean | null
    uploaded: boolean
  }
  /** of the settings that students start Safe Exam Browser with */
  configKey: string
  /** where the uploaded settings start, when it is not the exam; found null: nowhere */
  wrongStart: { found: string | null; line: number | null } | null
  exemptions: { personId: string; name: string; networks: boolean; safeBrowser: boolean; reason: string }[]
  students: { personId: string; name: string; email: string }[]
  refusals: { id: string; person: string; reason: string; address: string | null; detail: string; at: string }[]
  address: string | null
  mayChange: boolean
}
