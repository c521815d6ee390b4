namespace Gates.Formats.Shell;

/// <summary>How a script is split into words.</summary>
internal enum ShellDialect
{
    /// <summary>sh, bash and their kin.</summary>
    Posix,

    /// <summary>PowerShell: the backtick escapes, the backslash does not.</summary>
    PowerShell,
}
