namespace Gates.Runner.Documents;

/// <summary>A file is not what its format says: the message has <c>path:line:column</c> and what is wrong.</summary>
internal sealed class DocumentException(string path, int line, int column, string reason)
    : Exception(FormattableString.Invariant($"{path}:{line}:{column}: {reason}"))
{
    public string Path { get; } = path;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Reason { get; } = reason;
}
