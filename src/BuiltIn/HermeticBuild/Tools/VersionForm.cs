namespace Gates.BuiltIn.HermeticBuild.Tools;

/// <summary>Tells a version from what lets versions be chosen. A value that something else fills in is taken to be a version.</summary>
internal static class VersionForm
{
    private static readonly System.Buffers.SearchValues<char> Open = System.Buffers.SearchValues.Create("*^~<>|!, ?");

    /// <summary>One version with as many parts as its author likes: no range, no wildcard, no word such as <c>latest</c>.</summary>
    public static bool IsFixed(string text)
    {
        var version = text.Trim('"', '\'', ' ');
        if (IsFilledIn(version))
        {
            return !version.Contains('*', StringComparison.Ordinal);
        }

        version = version.TrimStart('=').TrimStart('v');
        return version.Length > 0 && char.IsAsciiDigit(version[0]) && version.AsSpan().IndexOfAny(Open) < 0
            && !version.Split('.').Any(part => part is "x" or "X" or "+" || part.EndsWith('+'));
    }

    /// <summary>One version with all its three parts.</summary>
    public static bool IsWhole(string text) => IsFilledIn(text) || Pins.IsExactVersion(text);

    /// <summary>Whether a variable or an expression gives the value.</summary>
    public static bool IsFilledIn(string text) =>
        text.StartsWith('$') || text.StartsWith("v$", StringComparison.Ordinal) || text.StartsWith("{{", StringComparison.Ordinal) || text.StartsWith('`');

    /// <summary>What stands after the last sign; empty when there is none.</summary>
    public static string After(string text, char sign) => text[(text.LastIndexOf(sign) + 1)..] is var rest && rest.Length < text.Length ? rest : "";

    /// <summary>Whether the address holds a whole commit id or a hash.</summary>
    public static bool IsFixedSource(string text) =>
        text.Split('@', '#', '/', '&', '=', '?', ':').Any(Pins.IsCommit)
            || text.Contains("#sha256=", StringComparison.Ordinal)
            || text.StartsWith("file:", StringComparison.Ordinal);
}
