namespace Gates.Policies.TypeScript;

/// <summary>TypeScript that makes code, or that cannot be read.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in UTF-16 units.</param>
/// <param name="message">What is wrong, and what to write instead.</param>
internal sealed class TypeScriptException(int line, int column, string message) : Exception(message)
{
    /// <value>From 1.</value>
    public int Line => line;

    /// <value>From 1, in UTF-16 units.</value>
    public int Column => column;
}
