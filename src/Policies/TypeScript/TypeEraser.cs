using Gates.Policies.TypeScript.Tokens;

namespace Gates.Policies.TypeScript;

/// <summary>
/// Turns TypeScript into JavaScript by writing spaces over its types, so that every line and column stays. The language is that of
/// TypeScript's <c>erasableSyntaxOnly</c>, without decorators and JSX; imports are kept as they are written, as with
/// <c>verbatimModuleSyntax</c>: only what says <c>type</c> goes, and a name that is used as a type only must say it.
/// </summary>
/// <remarks>
/// JavaScript itself is followed, not checked: that is for the parser which reads what comes out. Three things are written anew, each
/// over something that goes: a <c>;</c> where two statements would become one, and the bracket of an arrow function's parameters,
/// which moves over its types when a line break would come between it and its <c>=&gt;</c>, or before it.
/// </remarks>
internal static class TypeEraser
{
    /// <returns>The same text with every type replaced by spaces (line breaks kept as they are).</returns>
    /// <exception cref="TypeScriptException">Syntax that makes code, or cannot be read.</exception>
    public static string Erase(string text)
    {
        var cursor = new Cursor(text);
        new Grammar(cursor).Statements.Program();
        return cursor.Problem is { } problem ? throw Explain(text, problem.Position, problem.Message) : cursor.Edits.Apply(text);
    }

    private static TypeScriptException Explain(string text, int position, string message)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < position; i++)
        {
            if (Characters.IsLineBreak(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return new TypeScriptException(line, position - start + 1, ReferenceEquals(message, Refusal.Cast) && IsElement(text, position) ? Refusal.Jsx : message);
    }

    /// <summary>An element closes; a cast never does.</summary>
    private static bool IsElement(string text, int position) =>
        text.IndexOf("</", position, StringComparison.Ordinal) >= 0 || text.IndexOf("/>", position, StringComparison.Ordinal) >= 0;
}

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
