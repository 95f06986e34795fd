export const signInAgain = {
  title: 'You have been signed out',
  text: 'What you typed is kept on this page, and you can go on typing. Sign in again in a small window; then everything is saved.',
  open: 'Sign in again',
  otherTitle: 'Somebody else is signed in',
  otherText:
    'This exam belongs to another person, so nothing of it is sent now. What was typed is kept on this page until its owner signs in again.',
  openOther: 'Sign in as the owner of this exam',
  waiting: 'Sign in in the window that has opened. This page notices by itself.',
  blocked: 'Your browser did not open the window. Use the link instead, then come back to this page.',
  newTab: 'Sign in in a new tab',
  doneTitle: 'You are signed in',
  doneText: 'You are signed in as {name}. Your exam goes on saving by itself.',
  doneClose: 'This window closes by itself. If it does not, close it and go back to your exam.',
}
