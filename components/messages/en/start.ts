export const start = {
  facts: '{questions, plural, one {# question} other {# questions}}, {points, plural, one {# point} other {# points}}',
  rules: 'Before you start',
  time: 'Time',
  timeLimited:
    'You have {minutes, plural, one {# minute} other {# minutes}} from the moment you start. The clock is the server’s; you can hide it.',
  timeFree: 'There is no time limit within the window.',
  extra: 'This includes {minutes, plural, one {# minute} other {# minutes}} of extra time for you.',
  window: 'Window',
  windowBoth: 'You may start from {opens}; it closes {closes}, whatever your clock says.',
  windowOpens: 'You may start from {opens}.',
  windowCloses: 'It closes {closes}, whatever your clock says.',
  windowNone: 'You may start whenever you like.',
  saving: 'Saving',
  savingText:
    'Everything is saved as you type, first on this device, then on the server, and the page says where it is. If the network ' +
    'fails, go on typing. You can reload, or go on at another device.',
  submitting: 'Handing in',
  submittingText:
    'When you are done, hand in. You see first which fields are empty or cannot be read. After that nothing can be changed.',
  deadline: 'At the deadline',
  deadlineText: 'If you have not handed in by then, what was saved is handed in for you. It is graded all the same.',
  syncGrace:
    '{seconds, plural, =0 {What arrives later is kept and put before the staff.} other {What you typed without a network still counts if it arrives within # seconds after that; what comes later is kept and put before the staff.}}',
  release: 'Result',
  releaseAtOnce:
    'Computed parts are graded and shown as soon as you hand in; texts are read by a person and follow later.',
  releaseByStaff: 'The result is shown when the teachers release it.',
  noCopy:
    'This browser would keep no copy of your answers on this device: it is in private mode, or its storage is full or ' +
    'blocked. You can go on all the same, but an ordinary window is safer: it keeps what you type if the network fails.',
  begin: 'Start the exam',
  beginning: 'Starting…',
  goOn: 'Go on with the exam',
  seeResult: 'See the result',
  notYet: 'It is not open yet.',
  missed: 'It is closed.',
  failed: 'It could not be started: the server did not answer. Try again.',
  back: 'All your exams',
}
