// The entry that starts Seamline when the person signs in, as Linux desktops read it (Desktop Entry and Autostart specifications).

/** The entry's text for a program and its arguments. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Seamline',
    `Exec=${command.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** An argument in double quotes; what is special in there, and the per cent sign, stands escaped. */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  // The file's own escapes come on top of those of the quotes.
  return `"${inQuotes.replaceAll('\\', String.raw`\\`)}"`;
}
