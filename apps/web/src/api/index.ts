export * from './types';
export { isProblem, Problem, Unreachable } from './problem';
export type { Place } from './problem';
export {
  forgetPerson,
  onSignedOut,
  pageStands,
  queryClient,
  reportSignedOut,
  whenLeaving,
} from './query-client';
export * from './session';
export * from './sheets';
export * from './approvals';
export * from './plan';
export * from './search';
