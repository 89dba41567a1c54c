/** What customers read when something failed: one sentence for each error code. */
const error = {
  'error.config-invalid': 'This help window is not set up correctly.',
  'error.adapter-missing-method': 'This is not offered here.',
  'error.adapter-bad-answer': 'The answer could not be read. Please try again later.',
  'error.network': 'The connection failed. Check your network and try again.',
  'error.timeout': 'No answer came in time. Please try again.',
  'error.unauthorized': 'Please sign in again, then try once more.',
  'error.forbidden': 'This is not open to your account.',
  'error.rate-limited': 'That was a bit too quick. Please try again in a moment.',
  'error.refused': 'Something in the form needs another look.',
  'error.unavailable': 'This is not available right now. Please try again later.',
  'error.conflict': 'This was sent before with other content.',
  'error.content-too-big': 'This is too large to show.',
  'error.pack-missing': 'The help articles are not available right now.',
  'error.pack-incompatible': 'The help articles are being renewed. Please reload the page.',
  'error.storage-unavailable': 'Your browser keeps nothing on this page. Please keep it open.',
  'error.storage-full': 'This device is out of space.',
  'error.internal': 'Something went wrong on our side. Please try again.',
} as const;
export default error;
