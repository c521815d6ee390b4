namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Tells what always names the same content.</summary>
internal static class Pins
{
    /// <summary>A whole git commit id: 40 hexadecimal digits, or 64 in SHA-256 repositories.</summary>
    public static bool IsCommit(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>A version with all its parts, such as <c>1.2.3</c>, <c>v1.2.3-rc.1</c> or <c>21.0.2+13</c>.</summary>
    public static bool IsExactVersion(string text)
    {
        var version = text.AsSpan().TrimStart('v').TrimStart('=');
        var end = version.IndexOfAny('-', '+');
        var core = end < 0 ? version : version[..end];
        var parts = 0;
        foreach (var range in core.Split('.'))
        {
            parts++;
            var part = core[range];
            if (part.IsEmpty || part.IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                return false;
            }
        }

        return parts >= 3;
    }

    public static bool HasDigest(string image) =>
        image.IndexOf("@sha256:", StringComparison.Ordinal) is >= 0 and var at
            && image.Length - at - 8 == 64
            && image[(at + 8)..].All(char.IsAsciiHexDigitLower);
}
