export const result = {
  title: 'Result',
  heading: 'Result',
  ofPossible: 'of {points, plural, one {# point} other {# points}}',
  waiting: '{points, plural, one {One more point waits} other {# more points wait}} for a person who reads your texts.',
  handedIn: 'Handed in {time}. Receipt {code}.',
  downloadReceipt: 'Download the signed receipt',
  executed: 'Graded in {milliseconds} ms on TensorFlow.js {version} ({backend}).',
  grading: 'Being graded',
  gradingText:
    'Your exam was handed in. The references are being executed on your numbers; this page changes by itself.',
  notReleased: 'No result yet',
  cannotOpen: 'This result cannot be shown',
  print: 'Print with all worked solutions',
  printLoading: 'Fetching the worked solutions…',
  printFailed: 'Not every worked solution came. Try again.',
  signIn: 'Sign in to see your result.',
}
