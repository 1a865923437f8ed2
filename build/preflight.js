// First step of every script: Seamline runs on Node 24. On Linux and Windows (x64) `npm ci` brings it along; elsewhere
// the machine must have it. Written for old Nodes too, since they are the ones that must be able to read it.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Seamline needs Node 24, and this is Node ${process.versions.node}. ` +
      'On Linux and Windows (x64) run `npm ci` first, it brings Node 24 along. Elsewhere install Node 24 from nodejs.org.',
  );
  process.exit(1);
}
