export const saving = {
  nothingYet: 'No changes yet',
  saved: 'Saved on the server {time}',
  here: 'On this device, sending…',
  saving: 'Saving…',
  retrying:
    '{n, plural, one {One answer is on this device only} other {# answers are on this device only}}: trying again',
  retryingBare: '{n, plural, one {One answer is not saved yet} other {# answers are not saved yet}}: trying again',
  conflict:
    '{n, plural, one {A newer answer took the place of one of yours} other {Newer answers took the place of # of yours}}',
  allSaved: 'Everything is saved on the server again.',
  closed: 'Closed',
  refused: 'Not saved: {message}',
  replaced: 'A newer answer from another page or device took the place of yours.',
  putBack: 'Put mine back',
  keepNewer: 'Keep the newer one',
  late: 'This answer reached the server after the end.',
  otherTab: 'This exam is open in another tab of this browser, and you write there. Here you can read.',
  writeHere: 'Write here instead',
  unsentElsewhere:
    '{n, plural, one {One answer that you typed here has} other {# answers that you typed here have}} not reached the server.',
  timeUpOnlyHere: 'Time is up.',
  noCopy:
    'This browser keeps no copy of your answers on this device: it is in private mode, full or blocked. They go to the ' +
    'server as you type; do not close this page before it says that they are saved.',
  onlyHere:
    '{n, plural, one {One answer is} other {# answers are}} stored on this device only and will be sent as soon as the ' +
    'network is back. Keep this page open, or open it again on this device.',
  keptLate:
    '{n, plural, one {One answer reached the server after the end. It is kept there as late; your teachers decide whether it counts.} other {# answers reached the server after the end. They are kept there as late; your teachers decide whether they count.}}',
  acceptedLate:
    '{n, plural, one {One answer was stored on this device at the end; it has arrived and counts.} other {# answers were stored on this device at the end; they have arrived and count.}}',
  keptShow: 'Show what is on this device',
  keptTitle: 'On this device',
  keptNone: 'Nothing: the server has everything that you typed here.',
  keptText: 'These answers were typed here, and the server does not have them, or has a newer one in their place.',
  keptTyped: 'Typed here',
  keptCounts: 'Now in its place',
  keptEmpty: 'empty',
  keptCopy: 'Copy all',
  keptCopied: 'Copied',
  keptSeal: 'Save as a sealed file',
  keptSealText:
    'If this device cannot send them, hand the file to your supervisor: only the staff of the exam can open it.',
  keptSealFailed: 'The file could not be made here. Copy the answers instead and show them to your supervisor.',
  keptForget: 'Remove from this device',
  keptForgetText:
    'The server has what is shown here, and your teachers can see it. On a device that others use, remove it when you have read it.',
  keptClose: 'Close',
}
