// The estimator of waits, a file of its own: fetched for hosts that tell of their queue without a figure of their own, and with the place in line.
export { createWaitEstimator } from '@helpkiosk/core';
