import './words';
import './frame.css';
import './menu.css';
import './finder.css';

export { router } from './router';
export { useSession } from './session';
