namespace Gates.Formats.Shell;

/// <summary>One command as written, wrappers and assignments included.</summary>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, IReadOnlyList<ShellRedirect> Redirects);
