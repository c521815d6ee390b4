namespace Gates.Formats.Shell;

/// <summary>The module that Python is told to run: <c>-m pip</c>, <c>-Im pip</c>, <c>-W ignore -mpip</c>.</summary>
internal static class PythonModule
{
    /// <returns>The module, and how many of the words tell it; <see langword="null"/> when Python runs something else.</returns>
    public static (string Name, int Length)? From(IReadOnlyList<ShellWord> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i].IsFlag; i++)
        {
            var text = arguments[i].Text;
            var sign = text.StartsWith("--", StringComparison.Ordinal) ? -1 : text.AsSpan(1).IndexOfAny("mcWXQ") + 1;
            if (sign <= 0)
            {
                continue;
            }

            var isLast = sign == text.Length - 1;
            if (text[sign] == 'm')
            {
                return !isLast ? (text[(sign + 1)..], i + 1) : i + 1 < arguments.Count ? (arguments[i + 1].Text, i + 2) : null;
            }

            if (text[sign] == 'c')
            {
                return null;
            }

            i += isLast ? 1 : 0;
        }

        return null;
    }
}
