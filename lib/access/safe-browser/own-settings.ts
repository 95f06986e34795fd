const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * The least settings that show an exam and let nobody change them: the same for everybody, so that one Config Key serves.
 * What makes a proof of it worthless elsewhere is in the address of the exam's page, which is new at each launch.
 */
export function ownSettings(startUrl: string): string {
  const settings: Record<string, string | number | boolean> = {
    allowPreferencesWindow: false,
    allowQuit: true,
    browserWindowWebView: 3,
    examSessionClearCookiesOnEnd: true,
    examSessionClearCookiesOnStart: true,
    newBrowserWindowByLinkPolicy: 2,
    newBrowserWindowByScriptPolicy: 2,
    sebConfigPurpose: 0,
    sendBrowserExamKey: true,
    startURL: startUrl,
  }
  const lines = Object.entries(settings).map(([key, value]) => {
    const shown =
      typeof value === 'boolean'
        ? `<${value}/>`
        : typeof value === 'number'
          ? `<integer>${value}</integer>`
          : `<string>${escapeXml(value)}</string>`
    return `  <key>${key}</key>\n  ${shown}\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${lines.join('')}</dict>
</plist>
`
}
