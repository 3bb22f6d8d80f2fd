// Asks a server as an assistant does: once with a handshake, once by the revision that has none.
// Started as: node mcp-client.mjs FOLDER COMMAND ARGUMENT…
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const [folder, command, ...args] = process.argv.slice(2);
for (const options of [{}, { versionNegotiation: { mode: 'auto', probe: { timeoutMs: 120000 } } }]) {
  const client = new Client({ name: 'test', version: '1' }, options);
  await client.connect(new StdioClientTransport({ command, args, cwd: folder, stderr: 'inherit' }), { timeout: 120000 });
  const { tools } = await client.listTools();
  console.log(client.getNegotiatedProtocolVersion(), ...tools.map(tool => tool.name));
  const found = await client.callTool({ name: 'search', arguments: { query: '许可证' } }, { timeout: 120000 });
  const [hit] = found.structuredContent.hits;
  console.log(`${hit.rank} ${hit.path}:${hit.line} ${hit.snippets[0].text}`);
  const { resources } = await client.listResources();
  const { contents } = await client.readResource({ uri: resources[0].uri });
  console.log(contents[0].text.split('\n')[0]);
  await client.readResource({ uri: 'kaiyuan:///nothing.md' }).catch(failure => console.log(failure.code));
  await client.close();
}
