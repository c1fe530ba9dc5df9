import './words';
import './frame.css';

export { router } from './router';
export { useSession } from './session';
