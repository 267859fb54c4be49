export { serve, serveStdio } from './serve.ts';
