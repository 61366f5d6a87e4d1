// The command behind `npm start`: serves the built site and prints its address.
import { siteServer } from './server.ts';

const port = Number(process.env['PORT'] ?? 4321);
const server = siteServer('dist');

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Choose another: PORT=4322 npm start`
      : error.message,
  );
  process.exitCode = 1;
});
server.listen(port, () => console.log(`http://localhost:${port}/`));
