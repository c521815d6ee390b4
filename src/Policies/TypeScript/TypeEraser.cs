namespace Gates.Policies.TypeScript;

internal static class TypeEraser
{
    public static string Erase(string text) => text;
}

internal sealed class TypeScriptException(int line, int column, string message) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
