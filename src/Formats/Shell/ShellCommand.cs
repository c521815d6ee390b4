namespace Gates.Formats.Shell;

/// <summary>One command as written, wrappers and assignments included.</summary>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, IReadOnlyList<ShellRedirect> Redirects);

/// <summary>Where a command reads from or writes to. For <c>&lt;&lt;</c> the target's text is the body of the here-document.</summary>
internal sealed record ShellRedirect(string Operator, ShellWord Target);
