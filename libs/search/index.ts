export { SearchHttpModule } from './search.http.js';
